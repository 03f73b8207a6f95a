import { useQuery } from '@tanstack/react-query'
import type { WaitingPageWire } from '@yizhuan/server/wire/receivables/waiting'
import { read } from '../../api/client.ts'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { waitingPath } from './Waiting.tsx'

/** How many the first page names; the list has all of them. */
const shown = 5

/** What arrived and waits for finance to say what it is of, on the first page. */
export function MoneyWaiting() {
  const { t } = useLanguage()
  const { data } = useQuery({
    queryKey: [waitingPath, 'first'],
    queryFn: () => read<WaitingPageWire>(`${waitingPath}?limit=${shown}`),
  })
  const count = data?.totals?.count ?? 0
  if (!data || count === 0) return null
  return (
    <Panel
      title={`${t('waiting.title')} ${count}`}
      extra={<a href="/receipts/waiting">{t('waiting.open')}</a>}
    >
      <ul className="rows">
        {data.items.map((one) => (
          <li key={one.id}>
            <a href={`/receipts/${one.id}`} className="figure nowrap">
              {one.receivedOn ?? '—'}
            </a>{' '}
            <Money fen={one.amountFen} /> {one.payer}
            <div>
              <small className="muted">{t(`waiting.kinds.${one.kind}`)}</small>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
