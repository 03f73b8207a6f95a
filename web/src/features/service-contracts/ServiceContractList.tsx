import type {
  ServiceContractLineWire,
  ServiceContractPageWire,
} from '@yizhuan/server/wire/service-contracts/service-contract'
import { CiteText } from '../../ui/CiteText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterDay } from '../../ui/FilterDay.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { Total } from '../../ui/Total.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'

const kinds = ['development', 'consulting', 'service', 'service_unclear'] as const
const RELATED = { source: 'sh-draft-2024', at: 'a15.p1.i3' }

/** Commissioned work, the newest first, with its sums and what of it may count in appraisals. */
export function ServiceContractList() {
  const { t } = useLanguage()
  const params = useQueryParams()
  const names = ['q', 'kind', 'registration', 'signedFrom', 'signedTo'] as const
  const filter = Object.fromEntries(names.map((name) => [name, params.get(name)]))
  const { query, items, first } = usePages<ServiceContractLineWire, ServiceContractPageWire>(
    '/service-contracts',
    filter,
  )
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHeader title={t('serviceContracts.title')} note={t('serviceContracts.lead')}>
        <SavedViews list="service-contracts" />
        <ExportMenu path="/service-contracts" filter={filter} />
      </PageHeader>
      {first?.totals && first.totals.count > 0 && <Sums totals={first.totals} />}
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('serviceContracts.search')}
            value={filter['q']}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('serviceContracts.kind')}
            value={filter['kind']}
            choices={kinds.map((value) => ({ value, label: t(`contracts.kinds.${value}`) }))}
            onChange={(kind) => params.set({ kind })}
          />
          <FilterSelect
            label={t('serviceContracts.registration')}
            value={filter['registration']}
            choices={(['registered', 'open'] as const).map((value) => ({
              value,
              label: t(`serviceContracts.registrations.${value}`),
            }))}
            onChange={(registration) => params.set({ registration })}
          />
          <FilterDay
            label={t('serviceContracts.signedFrom')}
            value={filter['signedFrom']}
            onChange={(signedFrom) => params.set({ signedFrom })}
          />
          <FilterDay
            label={t('serviceContracts.signedTo')}
            value={filter['signedTo']}
            onChange={(signedTo) => params.set({ signedTo })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={
            isFiltered ? (
              <Nothing text={t('general.nothingFound')} />
            ) : (
              <Nothing text={t('serviceContracts.none')} hint={t('serviceContracts.noneHint')} />
            )
          }
        >
          <Lines items={items} />
        </PagedList>
        {items.some(({ recognition }) => recognition !== null) && (
          <p className="muted">
            {t('serviceContracts.recognitionNote')} <CiteText cite={RELATED} />{' '}
            <span className="chip chip-draft">{t('library.draft')}</span>
          </p>
        )}
      </Panel>
    </>
  )
}

function Sums({ totals }: { totals: NonNullable<ServiceContractPageWire['totals']> }) {
  const { t } = useLanguage()
  const sums = [
    [t('serviceContracts.amount'), totals.amountFen, totals.unknown.amountFen],
    [t('serviceContracts.received'), totals.receivedFen, totals.unknown.receivedFen],
    [t('serviceContracts.rewarded'), totals.rewardedFen, totals.unknown.rewardedFen],
  ] as const
  return (
    <Panel title={t('serviceContracts.totals', { count: totals.count })}>
      <dl className="money-sums">
        {sums.map(([label, fen, unknown]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Total fen={fen} unknown={unknown} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function Lines({ items }: { items: readonly ServiceContractLineWire[] }) {
  const { t, named, listed } = useLanguage()
  const seesTies = items.some(({ recognition }) => recognition !== null)
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('serviceContracts.contract')}</th>
          <th>{t('serviceContracts.client')}</th>
          <th>{t('serviceContracts.registration')}</th>
          <th className="num">{t('serviceContracts.amount')}</th>
          <th className="num">{t('serviceContracts.received')}</th>
          <th className="num">{t('serviceContracts.rewarded')}</th>
          {seesTies && <th>{t('serviceContracts.recognition')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>
              <a href={`/contracts/${one.id}`} className="row-title">
                {one.title}
              </a>
              <div>
                <small className="muted">
                  {named('contracts.kinds', one.kind)} {one.number} {one.signedOn}
                </small>
              </div>
              {one.team.length > 0 && (
                <div>
                  <small className="muted">{listed(one.team)}</small>
                </div>
              )}
            </td>
            <td data-label={t('serviceContracts.client')}>{one.counterparty}</td>
            <td data-label={t('serviceContracts.registration')}>
              {named('contracts.registrations', one.registration ?? 'unregistered')}
              {one.registrationNo && <div className="muted figure">{one.registrationNo}</div>}
            </td>
            <td className="num" data-label={t('serviceContracts.amount')}>
              {one.amountFen && <Money fen={one.amountFen} />}
            </td>
            <td className="num" data-label={t('serviceContracts.received')}>
              <Money fen={one.receivedFen} />
            </td>
            <td className="num" data-label={t('serviceContracts.rewarded')}>
              <Money fen={one.rewardedFen} />
            </td>
            {one.recognition && (
              <td data-label={t('serviceContracts.recognition')}>
                <Recognition of={one.recognition} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const tones = { counts: 'chip-done', excluded: 'chip-breached', unknown: 'chip-due' } as const

/** Whether it may count, and why not where the reader may know. */
function Recognition({ of }: { of: NonNullable<ServiceContractLineWire['recognition']> }) {
  const { t, say, colon, listed } = useLanguage()
  return (
    <>
      <span className={`chip ${tones[of.state]}`}>
        {t(`serviceContracts.recognitions.${of.state}`)}
      </span>
      {of.related.map(({ name, tie, through }) => (
        <div key={`${name}${tie.en}`}>
          <small>
            {name}
            {colon}
            {say(tie)}（{say(through)}）
          </small>
        </div>
      ))}
      {of.state === 'unknown' && of.undeclared.length > 0 && (
        <div>
          <small className="muted">
            {t('serviceContracts.undeclared', { names: listed(of.undeclared) })}
          </small>
        </div>
      )}
    </>
  )
}
