import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from './Button.tsx'
import { Must } from './fields/Field.tsx'
import { TextField } from './fields/TextFields.tsx'
import { useLanguage } from './language.ts'

/** Chooses records of the registers by words of their titles or by their numbers. */
export function RecordPicker<Chosen extends { readonly id: string }>(props: {
  label: string
  /** What the field to search in is called. */
  findLabel: string
  isRequired?: boolean
  chosen: readonly Chosen[]
  onChange: (chosen: readonly Chosen[]) => void
  /** The name of what is found, for the cache of answers. */
  name: string
  find: (q: string) => Promise<readonly Chosen[]>
  /** A record as the list shows it. */
  text: (one: Chosen) => string
  error: string | undefined
}) {
  const { t } = useLanguage()
  const { chosen, onChange, text } = props
  const [typed, type] = useState('')
  const q = typed.trim()
  const { data = [] } = useQuery({
    queryKey: [props.name, q],
    queryFn: () => props.find(q),
    enabled: q.length > 1,
  })
  const found = data.filter(({ id }) => !chosen.some((one) => one.id === id))
  const take = (one: Chosen) => {
    onChange([...chosen, one])
    type('')
  }
  return (
    <fieldset>
      <legend>
        {props.label}
        {props.isRequired && <Must />}
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
      <TextField label={props.findLabel} value={typed} onChange={type} />
      <ul className="plain">
        {q.length > 1 &&
          found.map((one) => (
            <li key={one.id}>
              <button type="button" className="link" onClick={() => take(one)}>
                + {text(one)}
              </button>
            </li>
          ))}
      </ul>
      {props.error && <div className="wrong">{props.error}</div>}
    </fieldset>
  )
}
