import { useQuery } from '@tanstack/react-query'
import { Callout } from '../../ui/Callout.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Scroll } from '../../ui/Scroll.tsx'
import { type CaseWire, type CumulativeWire, cumulativeQuery } from './case.api.ts'

type Sum = CumulativeWire['total']

/** Distribution by distribution and in all: what came in, what was shared out, and floor and cap of each. */
export function Cumulative({ one }: { one: CaseWire }) {
  const { t, say, named } = useLanguage()
  // A record as it was on an earlier day is read whole; these sums are those of today.
  const isToday = one.asOf === one.today
  const { data } = useQuery({
    ...cumulativeQuery(one.case.id, one.timeline.length),
    enabled: isToday,
  })
  if (!isToday || !data) return null
  return (
    <>
      {data.carried && (
        <Callout
          tone="due"
          title={
            <>
              {t(data.carried.isCarried ? 'costs.carried' : 'costs.borne')}{' '}
              <Money fen={data.carried.amount} />
            </>
          }
        >
          <p>{t(data.carried.isCarried ? 'costs.carriedHint' : 'costs.borneHint')}</p>
          {data.carried.reading && (
            <p>
              <span className="chip" title={t('cases.restsOn')}>
                {t('cases.reading')}
              </span>{' '}
              {say(data.carried.reading.text)}{' '}
              {data.carried.cite && <CiteText cite={data.carried.cite} />}
            </p>
          )}
          <ul>
            {data.carried.costs.map(({ kind, voucher, on, amount }) => (
              <li key={`${kind}${voucher}`}>
                {named('choice', kind)} {voucher} <DayText day={on} isShort />{' '}
                <Money fen={amount} />
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {data.rows.length > 1 && <Sums data={data} />}
    </>
  )
}

function Sums({ data }: { data: CumulativeWire }) {
  const { t, say } = useLanguage()
  const { limits } = data.total
  return (
    <Scroll label={t('costs.cumulative')}>
      <h3>{t('costs.cumulative')}</h3>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('costs.distribution')}</th>
            <th className="num">{t('costs.income')}</th>
            <th className="num">{t('costs.deducted')}</th>
            <th className="num">{t('cases.net')}</th>
            {limits.map(({ id, label, cite }) => (
              <th key={id} className="num">
                {say(label)} <CiteText cite={cite} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: distributions in their order; days may be alike
            <tr key={`${at} ${row.paidOn}`}>
              <td>
                {t('costs.nth', { n: at + 1 })}{' '}
                {row.paidOn ? <DayText day={row.paidOn} isShort /> : t('costs.preparing')}{' '}
                {row.isEarlier && <span className="chip">{t('takeover.before')}</span>}
              </td>
              <SumCells sum={row} limits={limits} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('costs.total')}</th>
            <SumCells sum={data.total} limits={limits} />
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}

function SumCells({ sum, limits }: { sum: Sum; limits: Sum['limits'] }) {
  const { t, say } = useLanguage()
  const sums = [
    [t('costs.income'), sum.income],
    [t('costs.deducted'), sum.deducted],
    [t('cases.net'), sum.net],
  ] as const
  return (
    <>
      {sums.map(([name, fen]) => (
        <td key={name} className="num" data-label={name}>
          <Money fen={fen} />
        </td>
      ))}
      {limits.map(({ id, label }) => (
        <LimitCell key={id} name={say(label)} limit={sum.limits.find((one) => one.id === id)} />
      ))}
    </>
  )
}

function LimitCell({ name, limit }: { name: string; limit: Sum['limits'][number] | undefined }) {
  const { t } = useLanguage()
  if (!limit) {
    return (
      <td className="num" data-label={name}>
        —
      </td>
    )
  }
  const isLacking = limit.room?.startsWith('-') === true
  return (
    <td className={`num ${isLacking ? 'lacking' : ''}`} data-label={name}>
      {limit.given === null ? (
        '—'
      ) : (
        <>
          {isLacking ? '× ' : '✓ '}
          <Money fen={limit.given} />
        </>
      )}
      <div className="muted">
        {t(limit.bound === 'floor' ? 'costs.atLeast' : 'costs.atMost')} <Money fen={limit.limit} />
      </div>
    </td>
  )
}
