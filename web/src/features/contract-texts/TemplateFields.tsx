import { Button } from '../../ui/Button.tsx'
import { FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Checks } from './Checks.tsx'
import { codes, type StandardChoicesWire, type TemplateShown } from './standard.api.ts'

/** A model contract as it is being put together. */
export interface TemplateDraft {
  readonly types: readonly string[]
  readonly title: string
  readonly titleEn: string
  readonly slots: readonly SlotDraft[]
}

interface SlotDraft {
  readonly key: string
  readonly clauses: readonly string[]
  readonly isOptional: boolean
}

export const templateFields = ({ slots }: TemplateDraft): readonly string[] => [
  ...['types', 'title', 'titleEn'].map((field) => `template/${field}`),
  ...slots.map((_, at) => `template/slots/${at}`),
  'template/slots',
]

export const templateDraft = (before: TemplateShown | undefined): TemplateDraft => ({
  ...{ types: before?.types ?? [], title: before?.title ?? '', titleEn: before?.titleEn ?? '' },
  slots: before?.slots ?? [{ key: 'p-1', clauses: [], isOptional: false }],
})

export const templateOf = ({ titleEn, ...rest }: TemplateDraft) => ({
  ...rest,
  titleEn: titleEn.trim() || null,
})

const nextKey = (slots: readonly SlotDraft[]) => {
  const numbers = slots.map(({ key }) => Number(/^p-(\d+)$/.exec(key)?.[1] ?? 0))
  return `p-${Math.max(0, ...numbers) + 1}`
}

/** The places of a model contract in their order, each with the clauses of which one is chosen. */
export function TemplateFields(props: {
  draft: TemplateDraft
  choices: StandardChoicesWire
  errorAt: (field: string) => string | undefined
  onChange: (draft: TemplateDraft) => void
}) {
  const { t, named } = useLanguage()
  const { draft, choices, errorAt, onChange } = props
  const { slots } = draft
  const put = (next: readonly SlotDraft[]) => onChange({ ...draft, slots: next })
  const move = (at: number, by: number) => {
    const next = [...slots]
    const [slot] = next.splice(at, 1)
    if (slot) next.splice(at + by, 0, slot)
    put(next)
  }
  return (
    <>
      <TextField
        name="title"
        label={t('contractTexts.fields.title')}
        value={draft.title}
        onChange={(title) => onChange({ ...draft, title })}
        error={errorAt('template/title')}
        isRequired
      />
      <TextField
        name="titleEn"
        label={t('contractTexts.fields.titleEn')}
        value={draft.titleEn}
        onChange={(titleEn) => onChange({ ...draft, titleEn })}
        error={errorAt('template/titleEn')}
      />
      <Checks
        name="types"
        label={t('contractTexts.fields.types')}
        values={draft.types}
        choices={codes.types.map((value) => ({
          ...{ value, label: named('contractTexts.types', value) },
        }))}
        error={errorAt('template/types')}
        onChange={(types) => onChange({ ...draft, types })}
      />
      <p className="hint">{t('contractTexts.slotsHint')}</p>
      {errorAt('template/slots') && <p className="error">{errorAt('template/slots')}</p>}
      <ol className="rows">
        {slots.map((slot, at) => (
          <li key={slot.key}>
            <SlotFields
              slot={slot}
              choices={choices}
              error={errorAt(`template/slots/${at}`)}
              onChange={(next) => put(slots.map((one) => (one === slot ? next : one)))}
            />
            <div className="actions">
              <Button small disabled={at === 0} onClick={() => move(at, -1)}>
                {t('contractTexts.up')}
              </Button>
              <Button small disabled={at === slots.length - 1} onClick={() => move(at, 1)}>
                {t('contractTexts.down')}
              </Button>
              <Button
                small
                disabled={slots.length === 1}
                onClick={() => put(slots.filter((one) => one !== slot))}
              >
                {t('contractTexts.removeSlot')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <Button
        small
        onClick={() => put([...slots, { key: nextKey(slots), clauses: [], isOptional: false }])}
      >
        + {t('contractTexts.addSlot')}
      </Button>
    </>
  )
}

function SlotFields(props: {
  slot: SlotDraft
  choices: StandardChoicesWire
  error: string | undefined
  onChange: (slot: SlotDraft) => void
}) {
  const { t, named } = useLanguage()
  const { slot, choices, error, onChange } = props
  const nameOf = (id: string) => choices.clauses.find((one) => one.id === id)?.name ?? id
  const left = choices.clauses.filter(({ id }) => !slot.clauses.includes(id))
  return (
    <>
      <ul className="plain">
        {slot.clauses.map((id) => (
          <li key={id}>
            {nameOf(id)}{' '}
            <Button
              small
              kind="quiet"
              aria-label={t('contractTexts.removeClause', { name: nameOf(id) })}
              onClick={() =>
                onChange({ ...slot, clauses: slot.clauses.filter((one) => one !== id) })
              }
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <label className="field">
        {t(slot.clauses.length === 0 ? 'contractTexts.chooseClause' : 'contractTexts.alternative')}
        <select
          className="input"
          value=""
          onChange={({ target }) =>
            target.value && onChange({ ...slot, clauses: [...slot.clauses, target.value] })
          }
        >
          <option value="">{t('general.choose')}</option>
          {left.map(({ id, name, kind }) => (
            <option key={id} value={id}>
              {named('contractTexts.kinds', kind)} · {name}
            </option>
          ))}
        </select>
      </label>
      <FlagField
        label={t('contractTexts.optionalSlot')}
        value={slot.isOptional}
        onChange={(isOptional) => onChange({ ...slot, isOptional })}
      />
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
    </>
  )
}
