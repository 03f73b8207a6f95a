import { type CaseState, leftOf } from '@yizhuan/procedures'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Scroll } from '../../ui/Scroll.tsx'

type Cost = CaseState['costs'][number]

/** Each cost of a deal with its voucher, which distribution took what of it, and what is left. */
export function CostsPanel({ state }: { state: CaseState }) {
  const { t, named } = useLanguage()
  if (state.costs.length === 0) return null
  const costs = state.costs.filter(
    ({ seq }, at) => state.costs.findIndex((one) => one.seq === seq) === at,
  )
  return (
    <Scroll label={t('costs.title')}>
      <h3>{t('costs.title')}</h3>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('costs.kind')}</th>
            <th>{t('costs.voucher')}</th>
            <th className="num">{t('costs.amount')}</th>
            <th>{t('costs.taken')}</th>
            <th className="num">{t('costs.left')}</th>
          </tr>
        </thead>
        <tbody>
          {costs.map(({ seq, on, data }) => {
            const pieces = state.costs.filter((one) => one.seq === seq)
            return (
              <tr key={seq}>
                <td>
                  {named('choice', data.kind)}
                  {data.remark && <div className="muted">{data.remark}</div>}
                </td>
                <td data-label={t('costs.voucher')}>
                  {data.voucher}{' '}
                  <span className="muted">
                    <DayText day={on} isShort />
                  </span>
                </td>
                <td className="num" data-label={t('costs.amount')}>
                  <Money fen={data.amount} />
                </td>
                <td data-label={t('costs.taken')}>
                  <Taken state={state} pieces={pieces} />
                </td>
                <td className="num" data-label={t('costs.left')}>
                  <Money fen={`${leftIn(pieces)}`} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

/** The distributions that took a part of a cost. */
function Taken({ state, pieces }: { state: CaseState; pieces: readonly Cost[] }) {
  const { t } = useLanguage()
  const taken = pieces.filter(({ distribution }) => distribution !== undefined)
  if (taken.length === 0) return <span className="muted">{t('costs.notYet')}</span>
  const [{ seq } = { seq: 0 }] = pieces
  const back = state.receipts.filter(
    (one, at) =>
      one.reimburses?.seq === seq &&
      state.receipts.findIndex((other) => other.seq === one.seq) === at,
  )
  return (
    <>
      {taken.map((piece) => {
        const at = piece.distribution ?? 0
        const paid = state.distributions[at]?.payment.on
        return (
          <div key={at}>
            {t('costs.nth', { n: at + 1 })} {paid && <DayText day={paid} isShort />}{' '}
            <Money fen={`${leftOf(piece)}`} />
          </div>
        )
      })}
      {back.map((one) => (
        <div key={`back${one.seq}`}>
          {t('costs.cameBack')} <DayText day={one.on} isShort /> <Money fen={one.data.amount} />
        </div>
      ))}
    </>
  )
}

const leftIn = (pieces: readonly Cost[]): bigint =>
  pieces
    .filter(({ distribution }) => distribution === undefined)
    .reduce((sum, piece) => sum + leftOf(piece), 0n)
