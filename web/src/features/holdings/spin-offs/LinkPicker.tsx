import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { findLinks, type Link } from './spin-off.api.ts'

/** Chooses achievements, cases and contracts by words of their titles or by their numbers. */
export function LinkPicker(props: {
  chosen: readonly Link[]
  onChange: (chosen: readonly Link[]) => void
  error: string | undefined
}) {
  const { t } = useLanguage()
  const { chosen, onChange, error } = props
  const [typed, type] = useState('')
  const q = typed.trim()
  const { data = [] } = useQuery({
    queryKey: ['spin-off-links', q],
    queryFn: () => findLinks(q),
    enabled: q.length > 1,
  })
  const found = data.filter(({ id }) => !chosen.some((one) => one.id === id))
  const text = ({ kind, number, title }: Link) =>
    `${number ?? ''} ${title ?? t('spinOffs.closedLink')} · ${t(`spinOffs.linkKinds.${kind}`)}`.trim()
  return (
    <fieldset>
      <legend>{t('spinOffs.fields.links')}</legend>
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
      <TextField label={t('spinOffs.find')} value={typed} onChange={type} />
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
