import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField, MoneyField } from '../../ui/fields/FigureFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { fenText, typedYuan } from '../../ui/Money.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type FormField, formFields, groups, isAmount, isDay, listOf } from './form-fields.ts'
import { draftsOf, OtherParties, partiesOf, partyFields } from './OtherParties.tsx'
import {
  amendForm,
  listsQuery,
  type RegistrationFormWire,
  type RegistrationWire,
  useReread,
} from './registration.api.ts'

type Typed = Readonly<Record<FormField, string>>

/** Fills the form in; it is kept as far as it goes and handed in once it is whole. */
export function FormEditor({ one, onClose }: { one: RegistrationWire; onClose: () => void }) {
  const { t } = useLanguage()
  const reread = useReread()
  const { data: lists } = useQuery(listsQuery)
  const [typed, setTyped] = useState<Typed>(() => typedOf(one))
  const [others, setOthers] = useState(() => draftsOf(one.otherParties))
  const save = useMutation({
    mutationFn: () =>
      amendForm(one.id, { ...formOf(typed), otherParties: partiesOf(others) }, one.seq),
    onSuccess: async () => {
      await reread()
      onClose()
    },
  })
  const wrong = fieldErrors(save.error, [
    ...formFields.map((field) => `form/${field}`),
    ...others.flatMap((_, at) => partyFields.map((name) => `form/otherParties/${at}/${name}`)),
  ])
  const asksForecast = lists?.forecastFor.includes(typed.kind) ?? false
  // Said once: it holds for every list of the form.
  const isUnverified = Object.values(lists?.lists ?? {}).some(({ verified }) => !verified)
  const question = (field: FormField) => (
    <Question
      key={field}
      field={field}
      value={typed[field]}
      onChange={(value) => setTyped({ ...typed, [field]: value })}
      error={wrong.at(`form/${field}`)}
    />
  )
  const isAsked = (field: FormField) =>
    (field !== 'investmentFen' && field !== 'outputFen') || asksForecast
  return (
    <Dialog title={t('registrations.form')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <p className="hint">
          {t('registrations.formHint')} {isUnverified && t('registrations.listUnverified')}
        </p>
        {groups.map(({ name, fields }) => (
          <section key={name}>
            <h3>{t(`registrations.groups.${name}`)}</h3>
            {fields.filter(isAsked).map(question)}
            {(name === 'seller' || name === 'buyer') && (
              <OtherParties side={name} parties={others} onChange={setOthers} at={wrong.at} />
            )}
          </section>
        ))}
        {question('registrar')}
        {question('remark')}
        <ProblemAlert error={save.error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={save.isPending}>
            {t('registrations.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Question(props: {
  field: FormField
  value: string
  onChange: (value: string) => void
  error: string | undefined
}) {
  const { t, say } = useLanguage()
  const { data } = useQuery(listsQuery)
  const { field, ...rest } = props
  const list = listOf[field] === undefined ? undefined : data?.lists[listOf[field]]
  const hint = field in hints ? t(`registrations.hints.${field as keyof typeof hints}`) : undefined
  const common = {
    ...rest,
    name: `form/${field}`,
    label: t(`registrations.fields.${field}`),
    ...(hint !== undefined && { hint }),
  }
  if (listOf[field]) {
    const choices = (list?.codes ?? []).map(({ code, label }) => ({
      value: code,
      label: /^\d+$/.test(code) ? `${code} ${say(label)}` : say(label),
    }))
    return <ChoiceField {...common} choices={choices} isFolded />
  }
  if (isAmount(field)) return <MoneyField {...common} />
  if (isDay(field)) return <DayField {...common} />
  if (field === 'remark') return <LongTextField {...common} maxLength={2000} />
  return <TextField {...common} maxLength={field === 'title' ? 300 : 200} />
}

/** The fields that say what is meant by them. */
const hints = {
  technologyFen: true,
  sellerRegion: true,
  buyerRegion: true,
  sellerCountry: true,
  buyerCountry: true,
} as const

function typedOf(one: RegistrationFormWire): Typed {
  return Object.fromEntries(
    formFields.map((field) => {
      const value = one[field]
      return [field, value !== null && isAmount(field) ? typedYuan(value) : (value ?? '')]
    }),
  ) as Typed
}

function formOf(typed: Typed): Omit<RegistrationFormWire, 'otherParties'> {
  return Object.fromEntries(
    formFields.map((field) => {
      const text = typed[field].trim()
      if (text === '') return [field, null]
      return [field, isAmount(field) ? (fenText(text) ?? text) : text]
    }),
  ) as Omit<RegistrationFormWire, 'otherParties'>
}
