import { useQuery } from '@tanstack/react-query'
import type { AdvisersWire } from '@yizhuan/server/wire/people/adviser'
import { read } from '../../api/client.ts'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, Panel } from '../../ui/Page.tsx'
import { engagementTones } from './Engagements.tsx'

/** People from outside who work for the house part of their time. */
export function Advisers() {
  const { t, named } = useLanguage()
  const query = useQuery({
    queryKey: ['advisers'],
    queryFn: () => read<AdvisersWire>('/advisers'),
  })
  return (
    <Panel title={t('advisers.title')} extra={<ExportMenu path="/advisers" filter={{}} />}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing text={t('advisers.none')} hint={t('advisers.noneHint')} />
          ) : (
            <table className="grid grid-links stacks">
              <thead>
                <tr>
                  <th>{t('people.name')}</th>
                  <th>{t('advisers.kind')}</th>
                  <th>{t('advisers.home')}</th>
                  <th>{t('advisers.unit')}</th>
                  <th>{t('advisers.task')}</th>
                  <th>{t('advisers.until')}</th>
                  <th>{t('advisers.state')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.id}>
                    <td>
                      <a href={`/people/${one.person.id}`} className="row-title">
                        {one.person.name}
                      </a>
                    </td>
                    <td data-label={t('advisers.kind')}>{named('advisers.kinds', one.kind)}</td>
                    <td data-label={t('advisers.home')}>{one.home ?? '—'}</td>
                    <td data-label={t('advisers.unit')}>{one.unit ?? '—'}</td>
                    <td data-label={t('advisers.task')}>{one.task}</td>
                    <td className="nowrap" data-label={t('advisers.until')}>
                      {one.untilDay ? <DayText day={one.untilDay} isShort /> : '—'}
                    </td>
                    <td data-label={t('advisers.state')}>
                      <span className={`chip ${engagementTones[one.state]}`}>
                        {named('advisers.states', one.state)}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Panel>
  )
}
