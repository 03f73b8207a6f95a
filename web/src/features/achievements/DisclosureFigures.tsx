import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { readAchievements } from './achievement.api.ts'

/** How many lines the first page shows. */
const limit = '5'

/** For the office what waits for its answer; for whoever discloses, how their own stand. */
export function DisclosureFigures({ isOffice }: { isOffice: boolean }) {
  const { t } = useLanguage()
  const filter = isOffice ? { intake: 'submitted' } : { mine: 'true' }
  const query = useQuery({
    queryKey: ['achievements', 'first', filter],
    queryFn: () => readAchievements({ ...filter, limit }),
  })
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  const all = isOffice ? '/achievements?intake=submitted' : '/achievements?mine=true'
  return (
    <Panel
      title={isOffice ? t('disclosure.toAnswer') : t('disclosure.mine')}
      extra={<a href={all}>{t('disclosure.all')}</a>}
    >
      <ul className="rows">
        {items.map((one) => (
          <li key={one.id}>
            <a href={`/achievements/${one.id}`}>{one.number}</a> {one.title}{' '}
            {!isOffice && one.intake && (
              <span className={`chip ${one.intake === 'accepted' ? 'chip-met' : 'chip-due'}`}>
                {t(`disclosure.intakes.${one.intake}`)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
