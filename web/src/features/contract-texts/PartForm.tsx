import { Button } from '../../ui/Button.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { beginEdit, type PartDraft } from './draft.ts'
import { PartMarks } from './PartCard.tsx'
import type { TextPartWire, TextWire } from './text.api.ts'

/** One place of the next version: which clause, and what is changed of it. */
export function PartForm(props: {
  part: PartDraft
  /** The place in the version before; none where it was just added. */
  was: TextPartWire | undefined
  others: TextWire['others']
  error: string | undefined
  onChange: (part: PartDraft) => void
  onRemove?: () => void
}) {
  const { t, named, listed } = useLanguage()
  const { part, was, others, error, onChange, onRemove } = props
  const choices = was?.choices ?? others.filter(({ clause }) => clause === part.clause)
  const chosen = choices.find(({ clause }) => clause === part.clause)
  const isAsWas = was !== undefined && was.clause === part.clause
  const isOpen = choices.some(({ fit }) => fit !== 'no')
  const heading = chosen?.name || was?.name || listed(choices.map(({ name }) => name))
  return (
    <fieldset className="contract-part" data-field={`parts/${part.slot}`}>
      <legend>
        {heading} {was && isAsWas && <PartMarks part={was} />}
      </legend>
      {(choices.length > 1 || was !== undefined) && (
        <label className="field">
          {t('contractTexts.which')}
          <select
            className="input"
            value={part.clause ?? ''}
            onChange={({ target }) =>
              onChange({ ...part, clause: target.value || null, edit: null, takesNewest: false })
            }
          >
            <option value="">{t('contractTexts.leaveOut')}</option>
            {isAsWas && was.clause !== null && !chosen && (
              <option value={was.clause}>{was.name}</option>
            )}
            {choices.map(({ clause, name, fit }) => (
              <option key={clause} value={clause}>
                {name}
                {fit === 'yes' ? '' : `（${t(`contractTexts.fits.${fit}`)}）`}
              </option>
            ))}
          </select>
        </label>
      )}
      {chosen && chosen.conditions.length > 0 && (
        <p className="muted">
          {t('contractTexts.onlyFor')}{' '}
          {listed(chosen.conditions.map((one) => named('contractTexts.conditions', one)))}
        </p>
      )}
      {chosen?.guidance && <p className="hint">{chosen.guidance}</p>}
      {isAsWas && part.edit === null && part.clause !== null && (
        <>
          <p className="contract-words" lang="zh-CN">
            {was.zh}
          </p>
          <div className="actions">
            <Button small onClick={() => onChange(beginEdit(part, was))}>
              {t('contractTexts.edit')}
            </Button>
            {was.newer !== null && (
              <Button
                small
                aria-pressed={part.takesNewest}
                onClick={() => onChange({ ...part, takesNewest: !part.takesNewest })}
              >
                {t('contractTexts.takeNewest', { version: was.newer })}
              </Button>
            )}
          </div>
        </>
      )}
      {part.edit && <EditFields part={part} onChange={onChange} />}
      {(part.edit !== null || (part.clause === null && was?.isOptional === false && isOpen)) && (
        <TextField
          name={`${part.slot}-reason`}
          label={t(part.edit ? 'contractTexts.whyDiffers' : 'contractTexts.whyLeftOut')}
          value={part.reason}
          onChange={(reason) => onChange({ ...part, reason })}
          isRequired={part.edit !== null}
        />
      )}
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      {onRemove && (
        <Button small onClick={onRemove}>
          {t('contractTexts.removeSlot')}
        </Button>
      )}
    </fieldset>
  )
}

function EditFields(props: { part: PartDraft; onChange: (part: PartDraft) => void }) {
  const { t } = useLanguage()
  const { part, onChange } = props
  const { edit } = part
  if (!edit) return null
  const field = (name: keyof typeof edit, label: string) => ({
    ...{ name: `${part.slot}-${name}`, label, value: edit[name] },
    onChange: (value: string) => onChange({ ...part, edit: { ...edit, [name]: value } }),
  })
  return (
    <>
      <TextField {...field('name', t('contractTexts.fields.name'))} isRequired />
      <LongTextField
        {...field('zh', t('contractTexts.fields.zh'))}
        rows={5}
        hint={t('contractTexts.textHint')}
        isRequired
      />
      {(edit.en !== '' || edit.headingEn !== '') && (
        <>
          <TextField {...field('headingEn', t('contractTexts.fields.headingEn'))} />
          <LongTextField {...field('en', t('contractTexts.fields.en'))} rows={4} />
        </>
      )}
      <Button small onClick={() => onChange({ ...part, edit: null, reason: '' })}>
        {t('contractTexts.asLibrary')}
      </Button>
    </>
  )
}
