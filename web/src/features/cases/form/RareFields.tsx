import { useLanguage } from '../../../ui/language.ts'
import type { ActField } from './act-fields.ts'
import { FieldInput, type FormSide } from './FieldInput.tsx'
import type { Values } from './filled.ts'

/** What few cases need, folded under its names; open once any of it is filled in or refused. */
export function RareFields(props: { fields: readonly ActField[]; values: Values; form: FormSide }) {
  const { t, say, listed } = useLanguage()
  const { fields, values, form } = props
  if (fields.length === 0) return null
  const isUsed = fields.some(({ name }) => isFilled(values[name]) || form.wrongAt(name))
  const names = listed(fields.map(({ label }) => say(label)))
  return (
    <details className="part" open={isUsed}>
      <summary>{t('form.rare', { names })}</summary>
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          path={[field.name]}
          value={values[field.name]}
          form={form}
        />
      ))}
    </details>
  )
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== ''
