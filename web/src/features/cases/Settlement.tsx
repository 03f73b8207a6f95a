import {
  type CaseState,
  heldBack,
  isNobody,
  linesToPay,
  owedStill,
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
  const lines = settlementOf(linesToPay(state) ?? [], held)
  return (
    <>
      <Owed state={state} />
      <Scroll label={t('correction.title')}>
        <h3>{t('correction.title')}</h3>
        <p className="muted">{t('correction.note')}</p>
        <table className="grid">
          <thead>
            <tr>
              <th>{t('correction.name')}</th>
              <th className="num">{t('correction.toPay')}</th>
              <th className="num">{t('correction.toReturn')}</th>
              <th className="num">{t('correction.had')}</th>
              <th className="num">{t('correction.due')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, award, had, due, toPay, toReturn }) => (
              <tr key={`${name}/${award}`}>
                <td>
                  {name}
                  {award === 'equity' && (
                    <small className="muted"> {t('correction.inShares')}</small>
                  )}
                </td>
                {[toPay, toReturn, had, due].map((fen, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: four columns in their order
                  <td className="num" key={at}>
                    <Money fen={`${fen}`} />
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
