import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { address, withQuery } from '../../api/client.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { FilterDay } from '../../ui/FilterDay.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { type ReportWire, reportQuery } from './asset.api.ts'
import { Cites } from './Cites.tsx'
import { PilotNote } from './PilotNote.tsx'

const article = 'sh-pilot-ledger#1-2/a12.p1'

/** The periodic report to finance and state assets: what stood, came, went and stands. */
export function Report() {
  const { t } = useLanguage()
  const params = useQueryParams()
  const period = { from: params.get('from'), to: params.get('to') }
  const query = useQuery(reportQuery(period))
  return (
    <>
      <PageHeader
        title={t('assets.report')}
        note={
          <>
            {t('assets.reportLead')} <Cites of={[article]} />
          </>
        }
      >
        <ExportMenu path="/asset-report" filter={period} prints />
        <LinkButton href={address(withQuery('/assets.xlsx', { on: query.data?.to }))} download>
          {t('assets.yearlyList')}
        </LinkButton>
      </PageHeader>
      <PilotNote />
      <Panel>
        <div className="filters">
          <FilterDay
            label={t('assets.from')}
            value={query.data?.from ?? period.from}
            onChange={(from) => params.set({ from })}
          />
          <FilterDay
            label={t('assets.to')}
            value={query.data?.to ?? period.to}
            onChange={(to) => params.set({ to })}
          />
        </div>
        <Loaded query={query}>{(report) => <Movements of={report} />}</Loaded>
      </Panel>
      {query.data && (
        <Panel title={t('assets.spending')}>
          <Facts>
            <Fact label={t('assets.spentInPeriod')}>
              <Money fen={query.data.money.spentFen} />
            </Fact>
            <Fact label={t('assets.expensedInPeriod')}>
              <Money fen={query.data.money.expensedFen} />
            </Fact>
            <Fact label={t('assets.collectedAtEnd')}>
              <Money fen={query.data.money.collectedFen} />
            </Fact>
          </Facts>
        </Panel>
      )}
    </>
  )
}

function Movements({ of }: { of: ReportWire }) {
  const { t, named } = useLanguage()
  const { money } = of
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('assets.item')}</th>
          <th>{t('assets.opening')}</th>
          <th>{t('assets.came')}</th>
          <th>{t('assets.went')}</th>
          <th>{t('assets.closing')}</th>
        </tr>
      </thead>
      <tbody>
        <Row of={[t('assets.achievements'), of.opening, of.entered, 0, of.closing]} isTotal />
        {of.movements.map(({ tag, value, opening, came, went, closing }) => (
          <Row
            key={value}
            of={[
              `${t(`assets.fields.${tag}`)} · ${named(`assets.tags.${tag}`, value)}`,
              ...[opening, came, went, closing],
            ]}
          />
        ))}
        <Row
          isTotal
          of={[
            t('assets.fields.bookFen'),
            <Money key="opening" fen={money.openingFen} />,
            <Money key="added" fen={money.addedFen} />,
            <Money key="gone" fen={money.derecognisedFen} />,
            <Money key="closing" fen={money.closingFen} />,
          ]}
        />
      </tbody>
    </table>
  )
}

function Row(props: { of: readonly ReactNode[]; isTotal?: boolean }) {
  const { t } = useLanguage()
  const [name, opening, came, went, closing] = props.of
  return (
    <tr>
      <td>{props.isTotal ? <strong>{name}</strong> : name}</td>
      <td className="figure" data-label={t('assets.opening')}>
        {opening}
      </td>
      <td className="figure" data-label={t('assets.came')}>
        {came}
      </td>
      <td className="figure" data-label={t('assets.went')}>
        {went}
      </td>
      <td className="figure" data-label={t('assets.closing')}>
        {closing}
      </td>
    </tr>
  )
}
