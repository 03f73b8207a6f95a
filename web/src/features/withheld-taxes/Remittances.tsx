import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { usePages } from '../../ui/usePages.ts'
import { type RemittanceLineWire, toneOf } from './tax.api.ts'

/** What was paid over, and what the office gave back, newest first. */
export function Remittances() {
  const { t, named } = useLanguage()
  const { query, items } = usePages<RemittanceLineWire>('/tax-remittances', {})
  return (
    <Panel title={t('taxes.withheld.remittances')} extra={<ExportMenu path="/tax-remittances" />}>
      <PagedList
        query={query}
        isEmpty={items.length === 0}
        empty={<Nothing text={t('taxes.withheld.noRemittances')} />}
      >
        <ul className="rows">
          {items.map((one) => (
            <li key={one.id}>
              <a href={`/tax-remittances/${one.id}`} className="row-title">
                {one.month} · {named('taxes.kinds', one.kind)}
              </a>{' '}
              <span className={`chip ${toneOf[one.state]}`}>
                {named('taxes.values', one.state)}
              </span>
              <div>
                <Money fen={one.amountFen} /> {one.settledOn} {one.document}
              </div>
              <div className="muted">
                {one.madeName} {one.madeOn}
                {one.decidedName && ` · ${one.decidedName} ${one.decidedOn ?? ''}`}
              </div>
            </li>
          ))}
        </ul>
      </PagedList>
    </Panel>
  )
}
