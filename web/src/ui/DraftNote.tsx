import { dayInChina, timeInChina } from '@yizhuan/kit'
import { Button } from './Button.tsx'
import { useLanguage } from './language.ts'
import type { Found } from './useDraft.ts'

/** Says which draft a form goes on with, and that there is a later one. */
export function DraftNote(props: {
  draft: {
    readonly found: Found | undefined
    readonly newer: number | undefined
    restart(): void
    takeNewer(): void
  }
}) {
  const { t } = useLanguage()
  const { found, newer, restart, takeNewer } = props.draft
  if (newer !== undefined) {
    return (
      <p className="hint" role="status">
        {t('drafts.newer', { at: timeText(newer) })}{' '}
        <Button kind="quiet" small onClick={takeNewer}>
          {t('drafts.take')}
        </Button>
      </p>
    )
  }
  if (!found) return null
  return (
    <p className="hint" role="status">
      {t(found.isFromElsewhere ? 'drafts.fromElsewhere' : 'drafts.fromHere', {
        at: timeText(found.at),
      })}{' '}
      <Button kind="quiet" small onClick={restart}>
        {t('drafts.afresh')}
      </Button>
    </p>
  )
}

/** The time of today, and the day of what is older. */
function timeText(at: number): string {
  const full = timeInChina(new Date(at))
  const today = dayInChina(new Date())
  return full.startsWith(today) ? full.slice(11) : full
}
