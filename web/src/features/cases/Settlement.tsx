import { type CaseState, heldBack, settlementOf } from '@yizhuan/procedures'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Scroll } from '../../ui/Scroll.tsx'

/** What a payout that puts a distribution right comes to, person by person, while it is not settled. */
export function Settlement({ state }: { state: CaseState }) {
  const { t } = useLanguage()
  const held = heldBack(state)
  if (held.size === 0) return null
  const lines = settlementOf(state.plan?.data.lines ?? [], held)
  return (
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
          {lines.map(({ name, had, due, toPay, toReturn }) => (
            <tr key={name}>
              <td>{name}</td>
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
  )
}
