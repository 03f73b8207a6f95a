import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { calendarQuery } from './calendar.api.ts'
import { DueCard } from './DueCard.tsx'

/** What is due in one case, who put off being reminded, and whom lateness was passed on to. */
export function CaseDues({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data } = useQuery(calendarQuery({ record: id, to: undefined }))
  if (!data || data.items.length === 0) return null
  return (
    <Panel title={t('calendar.caseDues')}>
      <ul className="rows">
        {data.items.map((due) => (
          <DueCard key={due.key} due={due} isBrief />
        ))}
      </ul>
    </Panel>
  )
}
