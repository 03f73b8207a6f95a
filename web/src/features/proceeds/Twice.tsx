import { useQuery } from '@tanstack/react-query'
import { read } from '../../api/client.ts'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import type { ReceiptPageWire, ReceiptWire } from './receipt.api.ts'

/** That the money of some receipts may stand as income more than once, above their list. */
export function TwiceNotice() {
  const { t } = useLanguage()
  const { data } = useQuery({
    queryKey: ['/receipts', 'twice', 'count'],
    queryFn: () => read<ReceiptPageWire>('/receipts?twice=yes&limit=1'),
  })
  const count = data?.totals?.count ?? 0
  if (count === 0) return null
  return (
    <Callout tone="due" title={t('proceeds.twiceNotice', { count })}>
      <a href="/receipts?twice=yes">{t('proceeds.twiceOpen')}</a>
    </Callout>
  )
}

/** What else stands under the voucher of a receipt, and what is left of the whole where that is said. */
export function SameVoucher({ one }: { one: ReceiptWire }) {
  const { t } = useLanguage()
  return (
    <Panel title={t('proceeds.sameVoucher')}>
      <table className="grid grid-narrow">
        <thead>
          <tr>
            <th>{t('proceeds.fields.receivedOn')}</th>
            <th>{t('proceeds.recordedIn')}</th>
            <th className="num">{t('proceeds.fields.amountFen')}</th>
          </tr>
        </thead>
        <tbody>
          {one.sameVoucher.map((other) => (
            <tr key={other.id}>
              <td className="nowrap figure">
                <a href={`/receipts/${other.id}`}>{other.receivedOn ?? '—'}</a>
              </td>
              <td>
                {other.caseId ? (
                  <a href={`/cases/${other.caseId}`}>{other.caseNumber}</a>
                ) : (
                  (other.contractNumber ?? t('proceeds.ledgerOnly'))
                )}
              </td>
              <td className="num">
                <Money fen={other.keptFen} />
              </td>
            </tr>
          ))}
        </tbody>
        {one.wholeFen !== null && (
          <tfoot>
            <tr>
              <td colSpan={2}>{t('proceeds.wholeReceipt')}</td>
              <td className="num">
                <Money fen={one.wholeFen} />
              </td>
            </tr>
            <tr>
              <td colSpan={2}>{t('proceeds.leftOfWhole')}</td>
              <td className="num">
                <Money fen={one.leftFen ?? '0'} />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </Panel>
  )
}
