import { useQuery } from '@tanstack/react-query'
import { withQuery } from '../../api/client.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { Total } from '../../ui/Total.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { type SleepingLineWire, type SleepingListWire, sleepingQuery } from './stocktaking.api.ts'

const years = ['1', '2', '3', '5', '8']

/** Patents in force that nobody uses: since when, what they have cost, what falls due next. */
export function SleepingList({ mayTake }: { mayTake: boolean }) {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const filter = { years: params.get('years'), department: params.get('department') }
  const query = useQuery(sleepingQuery(filter))
  return (
    <Loaded query={query}>
      {(list) => (
        <>
          <PageHeader title={t('stock.sleeping')} note={t('stock.sleepingLead')}>
            <SavedViews list="sleeping-patents" />
            <ExportMenu path="/sleeping-patents" filter={filter} />
            {mayTake && list.items.length > 0 && (
              <LinkButton
                kind="primary"
                href={withQuery('/stocktakings/new', { idleYears: `${list.years}` })}
              >
                {t('stock.takeThese')}
              </LinkButton>
            )}
          </PageHeader>
          <Panel>
            <div className="filters">
              <FilterSelect
                label={t('stock.idleFor')}
                empty={t('stock.usualOnly', { count: list.usual.years })}
                value={filter.years}
                choices={years.map((value) => ({
                  value,
                  label: t('stock.yearsOrMore', { count: Number(value) }),
                }))}
                onChange={(value) => params.set({ years: value })}
              />
            </div>
            <p className="muted">
              {t('stock.countedFor', { count: list.years })}{' '}
              {list.years === list.usual.years && (
                <>
                  {t('stock.usualYears', {
                    from: named('stock.provenances', list.usual.provenance),
                  })}{' '}
                  <CiteText cite={citeOf(list.usual.cite)} />{' '}
                  <span className="chip chip-draft">{t('library.draft')}</span>
                </>
              )}
            </p>
            {list.items.length === 0 ? (
              <Nothing text={t('stock.noSleeping')} hint={t('stock.noSleepingHint')} />
            ) : (
              <Lines list={list} mayTrust={mayTake} />
            )}
          </Panel>
        </>
      )}
    </Loaded>
  )
}

/** An address of the library as its document and its place. */
function citeOf(address: string) {
  const [source = '', at = ''] = address.split(/#(.*)/)
  return { source, at }
}

/** What the day is of from which a patent lies idle; that none is on record is not that there was none. */
function lastOf({ everUsed, idleSince, grantedOn }: SleepingLineWire) {
  if (everUsed) return 'lastUse'
  return idleSince === grantedOn ? 'sinceGrant' : 'lastCase'
}

function Lines({ list, mayTrust }: { list: SleepingListWire; mayTrust: boolean }) {
  const { t, named, listed } = useLanguage()
  return (
    <>
      <table className="grid grid-links stacks">
        <thead>
          <tr>
            <th>{t('rights.fields.number')}</th>
            <th>{t('rights.fields.title')}</th>
            <th>{t('stock.department')}</th>
            <th>{t('stock.idleSince')}</th>
            <th>{t('stock.paidSoFar')}</th>
            <th>{t('stock.nextFee')}</th>
          </tr>
        </thead>
        <tbody>
          {list.items.map((one) => (
            <tr key={one.id}>
              <td className="nowrap figure">
                <a href={`/rights/${one.id}`}>{one.number ?? t('rights.noNumber')}</a>
              </td>
              <td>
                <a href={`/rights/${one.id}`} className="row-title">
                  {one.title}
                </a>
                <div>
                  <small className="muted">
                    {named('rights.kinds', one.kind)} · {listed(one.inventors)}
                  </small>
                </div>
                {mayTrust && (
                  <small>
                    <a href={withQuery('/trusteeships/new', { right: one.id })}>
                      {t('trusteeships.enter')}
                    </a>
                  </small>
                )}
              </td>
              <td data-label={t('stock.department')}>{listed(one.departments)}</td>
              <td className="nowrap" data-label={t('stock.idleSince')}>
                {one.idleSince && <DayText day={one.idleSince} />}
                <div>
                  <small className="muted">{t(`stock.${lastOf(one)}`)}</small>
                </div>
              </td>
              <td className="nowrap" data-label={t('stock.paidSoFar')}>
                {one.paidFen === '0' ? '—' : <Money fen={one.paidFen} />}
              </td>
              <td className="nowrap" data-label={t('stock.nextFee')}>
                {one.nextFeeFen && <Money fen={one.nextFeeFen} />}
                {one.nextFeeOn && (
                  <div>
                    <small className="muted">{one.nextFeeOn}</small>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={4}>{t('stock.total', { count: list.count })}</td>
            <td className="nowrap" data-label={t('stock.paidSoFar')}>
              <Total fen={list.paidFen} unknown={list.unknown.paidFen} />
            </td>
            <td className="nowrap" data-label={t('stock.nextFee')}>
              <Total fen={list.nextFen} unknown={list.unknown.nextFen} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="muted">{t('stock.paidNote')}</p>
      {list.isCut && (
        <p className="muted">{t('stock.cutSleeping', { shown: list.items.length })}</p>
      )}
    </>
  )
}
