import { useQuery } from '@tanstack/react-query'
import type { AchievementPageWire } from '@yizhuan/server/wire/achievements/achievement'
import { useState } from 'react'
import { read, withQuery } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'

interface Chosen {
  readonly id: string
  readonly number: string
  readonly title: string
}

/** The achievements a project led to, found by words of their titles. */
export function AchievementPicker(props: {
  chosen: readonly Chosen[]
  onChange: (chosen: Chosen[]) => void
}) {
  const { t } = useLanguage()
  const { chosen, onChange } = props
  const [typed, type] = useState('')
  const q = typed.trim()
  const { data } = useQuery({
    queryKey: ['achievements', 'picked', q],
    queryFn: () => read<AchievementPageWire>(withQuery('/achievements', { q, limit: 6 })),
    enabled: q.length > 1,
  })
  const found = (data?.items ?? []).filter(({ id }) => !chosen.some((one) => one.id === id))
  return (
    <fieldset>
      <legend>{t('projects.fields.achievements')}</legend>
      <ul className="plain">
        {chosen.map((one) => (
          <li key={one.id}>
            {one.number} {one.title}{' '}
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
      <TextField label={t('projects.findAchievement')} value={typed} onChange={type} />
      <ul className="plain">
        {found.map(({ id, number, title }) => (
          <li key={id}>
            <button
              type="button"
              className="link"
              onClick={() => {
                onChange([...chosen, { id, number, title }])
                type('')
              }}
            >
              + {number} {title}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
