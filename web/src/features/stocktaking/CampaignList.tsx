import { LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { usePages } from '../../ui/usePages.ts'
import type { CampaignLineWire } from './stocktaking.api.ts'

/** The campaigns of the institution, newest first. */
export function CampaignList({ mayTake }: { mayTake: boolean }) {
  const { t, named } = useLanguage()
  const { query, items } = usePages<CampaignLineWire>('/stocktakings', {})
  return (
    <>
      <PageHeader title={t('stock.title')} note={t('stock.lead')}>
        <ExportMenu path="/stocktakings" filter={{}} />
        <LinkButton href="/sleeping-patents">{t('stock.sleeping')}</LinkButton>
        {mayTake && (
          <LinkButton kind="primary" href="/stocktakings/new">
            {t('stock.start')}
          </LinkButton>
        )}
      </PageHeader>
      <Panel>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('stock.none')} hint={t('stock.noneHint')} />}
        >
          <table className="grid grid-links stacks">
            <thead>
              <tr>
                <th>{t('stock.fields.name')}</th>
                <th>{t('stock.fields.takenOn')}</th>
                <th>{t('stock.fields.dueOn')}</th>
                <th>{t('stock.fields.leadName')}</th>
                <th>{t('stock.answered')}</th>
                <th>{t('stock.disposed')}</th>
                <th>{t('stock.fields.state')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <td>
                    <a href={`/stocktakings/${one.id}`} className="row-title">
                      {one.name}
                    </a>
                  </td>
                  <td className="nowrap" data-label={t('stock.fields.takenOn')}>
                    <DayText day={one.takenOn} />
                  </td>
                  <td className="nowrap" data-label={t('stock.fields.dueOn')}>
                    <DayText day={one.dueOn} />
                  </td>
                  <td data-label={t('stock.fields.leadName')}>{one.leadName}</td>
                  <td className="nowrap" data-label={t('stock.answered')}>
                    {one.answered} / {one.lines}
                  </td>
                  <td className="nowrap" data-label={t('stock.disposed')}>
                    {one.disposed} / {one.lines}
                  </td>
                  <td data-label={t('stock.fields.state')}>
                    <span className={`chip ${one.state === 'open' ? 'chip-open' : 'chip-done'}`}>
                      {named('stock.states', one.state)}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </PagedList>
      </Panel>
    </>
  )
}
