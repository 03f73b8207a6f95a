import { LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { ShareText } from '../../ui/ShareText.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { type HoldingLineWire, stages, toneOf } from './holding.api.ts'
import { Lapsed } from './Lapsed.tsx'

/** The single list of equity, the latest to be formed first. */
export function HoldingList({ mayOpen }: { mayOpen: boolean }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = { q: params.get('q'), stage: params.get('stage') }
  const { query, items } = usePages<HoldingLineWire>('/holdings', filter)
  return (
    <>
      <PageHeader title={t('holdings.title')} note={t('holdings.lead')}>
        <LinkButton href="/holding-portfolio">{t('holdings.portfolio')}</LinkButton>
        <SavedViews list="holdings" />
        <ExportMenu path="/holdings" filter={filter} />
        <ExportMenu path="/holding-events" filter={filter} label={t('holdings.exportEvents')} />
        <ExportMenu
          path="/holding-dividends"
          filter={filter}
          label={t('holdings.exportDividends')}
        />
        {mayOpen && (
          <LinkButton href="/cases/new?procedure=equity_holding" kind="primary">
            {t('holdings.enter')}
          </LinkButton>
        )}
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('holdings.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('holdings.stage')}
            value={filter.stage}
            choices={stages.map((value) => ({ value, label: t(`holdings.stages.${value}`) }))}
            onChange={(stage) => params.set({ stage })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('holdings.none')} hint={t('holdings.noneHint')} />}
        >
          <Lines items={items} />
        </PagedList>
      </Panel>
    </>
  )
}

function Lines({ items }: { items: readonly HoldingLineWire[] }) {
  const { t, say } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('holdings.fields.company')}</th>
          <th>{t('holdings.fields.ownShare')}</th>
          <th className="num">{t('holdings.fields.ownCost')}</th>
          <th className="num">{t('holdings.fields.worth')}</th>
          <th className="num">{t('holdings.fields.dividends')}</th>
          <th>{t('holdings.fields.clock')}</th>
          <th>{t('holdings.stage')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>
              <a href={`/holdings/${one.id}`} className="row-title">
                {one.company}
              </a>
              <div>
                <small className="muted">
                  <span className="figure">{one.number}</span> · {one.achievement}
                </small>
              </div>
            </td>
            <td data-label={t('holdings.fields.ownShare')}>
              <ShareText share={one.ownShare} />
              <div>
                <small className="muted">{t(`holdings.heldBys.${one.heldBy}`)}</small>
              </div>
            </td>
            <td className="num" data-label={t('holdings.fields.ownCost')}>
              <Money fen={one.ownCostFen} />
            </td>
            <td className="num" data-label={t('holdings.fields.worth')}>
              <Money fen={one.worthFen} />
              <Lapsed on={one.worthLapsedOn} />
            </td>
            <td className="num" data-label={t('holdings.fields.dividends')}>
              <Money fen={one.dividendsFen} />
            </td>
            <td data-label={t('holdings.fields.clock')}>
              {one.clock ? (
                <>
                  <DayText day={one.clock.day} isShort />
                  <div>
                    <small className="muted">{say(one.clock.title)}</small>
                  </div>
                </>
              ) : (
                <span className="muted">—</span>
              )}
            </td>
            <td data-label={t('holdings.stage')}>
              <span className={`chip ${toneOf[one.stage]}`}>
                {t(`holdings.stages.${one.stage}`)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
