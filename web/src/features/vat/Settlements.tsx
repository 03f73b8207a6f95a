import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { usePages } from '../../ui/usePages.ts'
import { toneOf, type VatLineWire } from './vat.api.ts'

/** What became of value added tax, newest first. */
export function Settlements() {
  const { t, named } = useLanguage()
  const { query, items } = usePages<VatLineWire>('/vat-settlements', {})
  return (
    <Panel title={t('vat.settlements')} extra={<ExportMenu path="/vat-settlements" />}>
      <PagedList
        query={query}
        isEmpty={items.length === 0}
        empty={<Nothing text={t('vat.noSettlements')} />}
      >
        <ul className="rows">
          {items.map((one) => (
            <li key={one.id}>
              <a href={`/vat/${one.id}`} className="row-title">
                {one.month} · {named('vat.values', one.kind)}
              </a>{' '}
              <span className={`chip ${toneOf[one.state]}`}>{named('vat.values', one.state)}</span>
              <div>
                <Money fen={one.amountFen} /> {one.onDay} {one.document}
              </div>
              <div className="muted">
                {one.madeName} {one.madeOn}
              </div>
            </li>
          ))}
        </ul>
      </PagedList>
    </Panel>
  )
}
