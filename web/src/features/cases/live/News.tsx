import type { NewsWire } from '@yizhuan/server/wire/cases/live/live'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { wordsOf } from '../act-words.ts'

/** Who else is on the page, and what they recorded since it was read. */
export function News(props: {
  news: NewsWire | undefined
  /** The last act the page shows. */
  seq: number
  procedure: string
  onShow: () => void
}) {
  const { t, say, clauses } = useLanguage()
  const { news, procedure } = props
  if (!news) return null
  const words = (act: string) => say(wordsOf(procedure, act))
  const changed = news.changed.filter(({ seq }) => seq > props.seq)
  return (
    <>
      {news.present.length > 0 && (
        <p className="present no-print" role="status">
          {news.present.map(({ person, name, act }) => (
            <span key={person} className={`chip ${act ? 'chip-pending' : ''}`}>
              {act ? t('live.filling', { name, act: words(act) }) : t('live.present', { name })}
            </span>
          ))}
        </p>
      )}
      {changed.length > 0 && (
        <Callout
          tone="due"
          title={clauses(
            changed.map(({ by, type }) => t('live.recorded', { name: by, act: words(type) })),
          )}
        >
          <div className="actions">
            <Button small kind="primary" onClick={props.onShow}>
              {t('live.show')}
            </Button>
            <span className="hint">{t('live.kept')}</span>
          </div>
        </Callout>
      )}
    </>
  )
}
