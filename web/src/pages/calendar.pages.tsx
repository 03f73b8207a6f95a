import { Calendar } from '../features/calendar/Calendar.tsx'
import { Feed } from '../features/calendar/Feed.tsx'
import { LateRule } from '../features/calendar/LateRule.tsx'
import { MailStop } from '../features/notifications/MailStop.tsx'
import { Reach } from '../features/notifications/Reach.tsx'
import { Webhooks } from '../features/notifications/Webhooks.tsx'
import { useLanguage } from '../ui/language.ts'
import { PageHeader } from '../ui/Page.tsx'
import { useMe } from './useMe.ts'

/** The roles that act on something that falls due. */
const acting = [
  'inventor',
  'team_rep',
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'platform_company',
  'health_prov',
] as const

/** /calendar */
export function CalendarPage() {
  return <Calendar me={useMe().id} roles={acting} />
}

/** /reminders */
export function RemindersPage() {
  const { t } = useLanguage()
  return (
    <div className="narrow wide">
      <PageHeader title={t('reach.title')} note={t('reach.note')} />
      <Reach />
      <Feed />
    </div>
  )
}

/** /institution/delivery */
export function DeliveryPage() {
  const { t } = useLanguage()
  const { roles } = useMe()
  return (
    <div className="narrow wide">
      <PageHeader title={t('nav.delivery')} />
      <LateRule />
      {roles.includes('admin') && <Webhooks />}
    </div>
  )
}

/** /mail-stop */
export function MailStopPage() {
  return <MailStop />
}
