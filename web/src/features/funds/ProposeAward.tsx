import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { MoneyField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { PersonField } from '../../ui/fields/PersonField.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { fenText, Money } from '../../ui/Money.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { proposeAward, useRereadStaff } from './staff.api.ts'

interface TypedLine {
  readonly key: number
  readonly purpose: 'reward' | 'training'
  readonly person: string | null
  readonly name: string
  readonly yuan: string
}

const blank = { purpose: 'reward', person: null, name: '', yuan: '' } as const

/** Proposes who has how much of the staff part, and what is spent on training. */
export function ProposeAward(props: {
  free: string | undefined
  onDone: (id: string) => void
  onClose: () => void
}) {
  const { t } = useLanguage()
  const { free, onDone, onClose } = props
  const reread = useRereadStaff('')
  const [title, setTitle] = useState('')
  const [basis, setBasis] = useState('')
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [lines, setLines] = useState<readonly TypedLine[]>([{ ...blank, key: 0 }])
  const send = useMutation({
    mutationFn: () =>
      proposeAward({
        ...{ title: title.trim(), basis: basis.trim(), files: [...files] },
        lines: lines.map(({ purpose, person, name, yuan }) => ({
          ...{ purpose, fen: fenText(yuan) ?? yuan },
          person: purpose === 'reward' ? person : null,
          name: purpose === 'training' ? name.trim() || null : null,
        })),
      }),
    onSuccess: async ({ id }) => {
      await reread()
      onDone(id)
    },
  })
  const wrong = fieldErrors(send.error, ['title', 'basis', 'files', 'lines'])
  const sum = lines.reduce((all, { yuan }) => all + BigInt(fenText(yuan) ?? 0), 0n)
  const put = (key: number, changes: Partial<TypedLine>) =>
    setLines(lines.map((one) => (one.key === key ? { ...one, ...changes } : one)))
  const add = () =>
    setLines([...lines, { ...blank, key: Math.max(0, ...lines.map(({ key }) => key)) + 1 }])
  return (
    <Dialog title={t('staffPurse.propose')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <TextField
          label={t('staffPurse.fields.title')}
          name="title"
          value={title}
          onChange={setTitle}
          error={wrong.at('title')}
          isRequired
          maxLength={200}
        />
        <LongTextField
          label={t('staffPurse.fields.basis')}
          hint={t('staffPurse.basisHint')}
          name="basis"
          value={basis}
          onChange={setBasis}
          error={wrong.at('basis')}
          isRequired
          maxLength={1000}
        />
        <FilesField error={wrong.at('files')} files={files} onChange={setFiles} withCamera />
        <fieldset>
          <legend>{t('staffPurse.lines')}</legend>
          {lines.map((one) => (
            <Line
              key={one.key}
              one={one}
              onChange={(changes) => put(one.key, changes)}
              onRemove={
                lines.length > 1
                  ? () => setLines(lines.filter(({ key }) => key !== one.key))
                  : undefined
              }
            />
          ))}
          <Button small onClick={add}>
            + {t('general.add')}
          </Button>
          {wrong.at('lines') && <div className="wrong">{wrong.at('lines')}</div>}
        </fieldset>
        <p>
          {t('bonuses.sum')} <Money fen={`${sum}`} />{' '}
          {free !== undefined && (
            <span className={sum > BigInt(free) ? 'lacking' : 'muted'}>
              {t('staffPurse.sums.free')} <Money fen={free} />
            </span>
          )}
        </p>
        <ProblemAlert error={send.error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={send.isPending}>
            {t('staffPurse.propose')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Line(props: {
  one: TypedLine
  onChange: (changes: Partial<TypedLine>) => void
  onRemove: (() => void) | undefined
}) {
  const { t } = useLanguage()
  const { one, onChange, onRemove } = props
  return (
    <div className="item">
      <ChoiceField
        label={t('staffPurse.purpose')}
        value={one.purpose}
        onChange={(value) => onChange({ purpose: value === 'training' ? 'training' : 'reward' })}
        choices={(['reward', 'training'] as const).map((value) => ({
          ...{ value, label: t(`staffPurse.purposes.${value}`) },
        }))}
      />
      {one.purpose === 'reward' ? (
        <PersonField
          label={t('staffPurse.person')}
          hint={t('staffPurse.personHint')}
          value={one.name}
          isKnown={one.person !== null}
          isRequired
          onChange={(name) => onChange({ name, person: null })}
          onPerson={({ id, name }) => onChange({ name, person: id })}
        />
      ) : (
        <TextField
          label={t('staffPurse.payee')}
          value={one.name}
          onChange={(name) => onChange({ name, person: null })}
          isRequired
          maxLength={100}
        />
      )}
      <MoneyField
        label={t('staffPurse.fields.amountFen')}
        value={one.yuan}
        onChange={(yuan) => onChange({ yuan })}
        isRequired
      />
      {onRemove && (
        <div className="row-acts">
          <Button kind="quiet" small onClick={onRemove}>
            {t('general.remove')}
          </Button>
        </div>
      )}
    </div>
  )
}
