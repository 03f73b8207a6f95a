import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { amendMyself, amendPerson, enterPerson, type PersonWire, unitsQuery } from './people.api.ts'
import { useOccupations } from './useOccupations.ts'

const texts = ['name', 'staffNumber', 'professionalTitle', 'phone', 'email'] as const
/** Sealed at once: nobody reads them here again, so a field left empty changes nothing. */
const sealed = ['idCard', 'bankName', 'bankAccount'] as const
const fields = [...texts, ...sealed, 'unitId', 'occupation', 'leftOn', 'reason'] as const
type Values = Partial<Record<(typeof fields)[number], string>>

/** Enters a person, or amends one with a reason. */
export function PersonForm(props: {
  before?: PersonWire
  /** One's own entry: how to reach and pay one, and nothing else. */
  isMine?: boolean
  onClose: () => void
  onDone: (id: string) => void
}) {
  const { t, say } = useLanguage()
  const lines = useOccupations()
  const client = useQueryClient()
  const { before, isMine } = props
  const { data: units } = useQuery(unitsQuery)
  const [values, setValues] = useState<Values>(() => valuesOf(before))
  const save = useMutation({
    mutationFn: async () => {
      if (!before) return (await enterPerson(entered(values))).id
      const change = amended(before, values)
      if (isMine) await amendMyself(change)
      else await amendPerson(before.id, { ...change, expectedSeq: before.seq })
      return before.id
    },
    onSuccess: async (id) => {
      await client.invalidateQueries()
      props.onClose()
      props.onDone(id)
    },
  })
  const wrong = fieldErrors(save.error, fields)
  const field = (name: (typeof fields)[number]) => ({
    name,
    label: t(`people.${name}`),
    value: values[name] ?? '',
    onChange: (value: string) => setValues({ ...values, [name]: value }),
    error: wrong.at(name),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const open = (units?.items ?? []).filter(
    ({ id, closedOn }) => closedOn === null || id === before?.unit?.id,
  )
  return (
    <Dialog title={before ? t('people.amend') : t('people.enter')} onClose={props.onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={save.error} shown={wrong.shown} />
        {!isMine && (
          <>
            <TextField {...field('name')} isRequired isFirst />
            <TextField {...field('staffNumber')} width="medium" />
            <ChoiceField
              {...field('unitId')}
              choices={open.map(({ id, name }) => ({ value: id, label: name }))}
              isFolded
            />
            <TextField {...field('professionalTitle')} width="medium" />
            <ChoiceField
              {...field('occupation')}
              choices={lines.map(([value, label]) => ({ value, label: say(label) }))}
              isFolded
            />
          </>
        )}
        <TextField {...field('phone')} inputMode="tel" width="medium" />
        <TextField {...field('email')} inputMode="email" />
        <fieldset className="group">
          <legend>{t('people.sealed')}</legend>
          <p className="hint">{before ? t('people.sealedAmend') : t('people.sealedHint')}</p>
          <TextField {...field('idCard')} placeholder={before?.idCardMasked ?? ''} maxLength={18} />
          <TextField {...field('bankName')} />
          <TextField
            {...field('bankAccount')}
            inputMode="numeric"
            placeholder={before?.bankAccountMasked ?? ''}
          />
        </fieldset>
        {before && !isMine && (
          <>
            <DayField {...field('leftOn')} hint={t('people.leftOnHint')} />
            <TextField {...field('reason')} hint={t('people.reasonHint')} />
          </>
        )}
        <div className="actions">
          <Button type="submit" kind="primary" busy={save.isPending}>
            {t('people.save')}
          </Button>
          <Button onClick={props.onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function valuesOf(before: PersonWire | undefined): Values {
  if (!before) return {}
  const { name, staffNumber, unit, professionalTitle, phone, email, leftOn, bankName } = before
  const reach = { phone, email, leftOn, bankName, occupation: before.occupation }
  const told = { name, staffNumber, unitId: unit?.id, professionalTitle, ...reach }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value)) as Values
}

function entered({ name = '', ...rest }: Values) {
  const given = Object.entries(rest).filter(([, value]) => value?.trim())
  return { name, ...Object.fromEntries(given) }
}

/** Only what was changed; an emptied field is taken back, an empty sealed one stays as it is. */
function amended(before: PersonWire, values: Values) {
  const was = valuesOf(before)
  const changed = fields.filter((field) => (values[field] ?? '') !== (was[field] ?? ''))
  return Object.fromEntries(changed.map((field) => [field, values[field]?.trim() || null]))
}
