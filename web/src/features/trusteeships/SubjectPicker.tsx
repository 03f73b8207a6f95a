import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Must } from '../../ui/fields/Field.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { findSubjects, type Subject } from './trusteeship.api.ts'

/** Chooses rights and achievements by words of their titles or by their numbers. */
export function SubjectPicker(props: {
  chosen: readonly Subject[]
  onChange: (chosen: readonly Subject[]) => void
  error: string | undefined
}) {
  const { t } = useLanguage()
  const { chosen, onChange, error } = props
  const [typed, type] = useState('')
  const q = typed.trim()
  const { data = [] } = useQuery({
    queryKey: ['trusteeship-subjects', q],
    queryFn: () => findSubjects(q),
    enabled: q.length > 1,
  })
  const found = data.filter(({ id }) => !chosen.some((one) => one.id === id))
  const text = ({ kind, number, title }: Subject) =>
    `${number ?? ''} ${title} · ${t(`trusteeships.kinds.${kind}`)}`.trim()
  return (
    <fieldset>
      <legend>
        {t('trusteeships.fields.subjects')}
        <Must />
      </legend>
      <ul className="plain">
        {chosen.map((one) => (
          <li key={one.id}>
            {text(one)}{' '}
            <Button
              small
              kind="quiet"
              onClick={() => onChange(chosen.filter(({ id }) => id !== one.id))}
            >
              {t('general.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <TextField label={t('trusteeships.find')} value={typed} onChange={type} />
      <ul className="plain">
        {q.length > 1 &&
          found.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="link"
                onClick={() => {
                  onChange([...chosen, one])
                  type('')
                }}
              >
                + {text(one)}
              </button>
            </li>
          ))}
      </ul>
      {error && <div className="wrong">{error}</div>}
    </fieldset>
  )
}
