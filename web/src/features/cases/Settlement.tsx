import {
  type CaseState,
  heldBack,
  isNobody,
  linesToPay,
  owedStill,
  pendingReceipts,
  settlementOf,
} from '@yizhuan/procedures'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Scroll } from '../../ui/Scroll.tsx'

/** What a payout that puts a distribution right comes to, person by person, while it is not settled. */
export function Settlement({ state }: { state: CaseState }) {
  const { t } = useLanguage()
  const held = heldBack(state)
  if (isNobody(held)) return <Owed state={state} />
  const plan = linesToPay(state)
  const lines = settlementOf(plan ?? [], held)
  // While the next plan is not drafted nobody knows what it leaves to each.
  const isUnplanned = plan === undefined && pendingReceipts(state).length > 0
  const columns = isUnplanned ? (['had'] as const) : (['toPay', 'toReturn', 'had', 'due'] as const)
  return (
    <>
      <Owed state={state} />
      <Scroll label={t('correction.title')}>
        <h3>{t('correction.title')}</h3>
        <p className="muted">{t('correction.note')}</p>
        {isUnplanned && <p className="muted">{t('correction.noPlan')}</p>}
        <table className="grid stacks">
          <thead>
            <tr>
              <th>{t('correction.name')}</th>
              {columns.map((column) => (
                <th className="num" key={column}>
                  {t(`correction.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, award, ...sums }) => (
              <tr key={`${name}/${award}`}>
                <td>
                  {name}
                  {award === 'equity' && (
                    <small className="muted"> {t('correction.inShares')}</small>
                  )}
                </td>
                {columns.map((column) => (
                  <td className="num" key={column} data-label={t(`correction.${column}`)}>
                    <Money fen={`${sums[column]}`} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

/** What came back from the bank and is owed still: it is paid again, or set off when the payout is reversed. */
function Owed({ state }: { state: CaseState }) {
  const { t } = useLanguage()
  const owed = owedStill(state)
  if (isNobody(owed)) return null
  const all = [...owed.cash, ...owed.equity]
  return (
    <Callout tone="due" title={t('correction.owedTitle')}>
      <p>{t('correction.owedNote')}</p>
      <ul className="plain">
        {all.map(([name, fen]) => (
          <li key={name}>
            {name} <Money fen={`${fen}`} />
          </li>
        ))}
      </ul>
    </Callout>
  )
}
