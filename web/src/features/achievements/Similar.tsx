import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLanguage } from '../../ui/language.ts'
import { similarQuery } from './achievement.api.ts'

/** How long somebody pauses in typing before it is asked for. */
const pause = 400

/** What is there already under a title like the one that is typed: perhaps it was disclosed before. */
export function Similar(props: { title: string; own: string | undefined }) {
  const { t } = useLanguage()
  const typed = props.title.trim()
  const [title, setTitle] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setTitle(typed), pause)
    return () => clearTimeout(timer)
  }, [typed])
  const { data } = useQuery(similarQuery(title, props.own))
  if (!data || data.items.length === 0) return null
  return (
    <div className="hint" role="status">
      {t('disclosure.similar')}
      <ul>
        {data.items.map((one) => (
          <li key={one.id}>
            <a href={`/achievements/${one.id}`} target="_blank" rel="noreferrer">
              {one.number} {one.title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
