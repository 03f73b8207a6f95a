import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { Waterfall } from '../../ui/Waterfall.tsx'
import type { MoneyBlock } from './case.api.ts'

/** From income to each person's part, line by line, each with its article. */
export function MoneyPanel({ money }: { money: MoneyBlock | undefined }) {
  const { t, say } = useLanguage()
  if (!money)
    return (
      <Panel title={t('cases.money')}>
        <Nothing text={t('cases.noMoney')} />
      </Panel>
    )
  const lines = money.lines.map((line) => ({
    id: line.id,
    label: say(line.label),
    fen: line.amount,
    effect: line.effect,
    ...(line.effect === 'none' ? { note: t('cases.excluded') } : {}),
  }))
  const net = money.net
    ? [{ id: 'net', label: t('cases.net'), fen: money.net, effect: 'total' as const }]
    : []
  return (
    <Panel title={t('cases.money')}>
      <Waterfall lines={[...lines, ...net]} />
      <div className="two">
        <div className="scroll">
          <h3>{t('cases.floors')}</h3>
          <table className="grid">
            <thead>
              <tr>
                <th />
                <th className="num">{t('cases.law')}</th>
                <th className="num">{t('cases.planned')}</th>
                <th className="num">{t('cases.room')}</th>
              </tr>
            </thead>
            <tbody>
              {[...money.floors, ...money.caps].map((share) => (
                <tr key={share.id}>
                  <td>
                    {say(share.label)} <CiteText cite={share.cite} />
                  </td>
                  <td className="num">
                    <Money fen={share.amount} />
                  </td>
                  <td className="num">
                    <Money fen={share.planned} />
                  </td>
                  <td className={`num ${share.difference?.startsWith('-') ? 'days-breached' : ''}`}>
                    <Money fen={share.difference} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="scroll">
          <h3>{t('cases.plan')}</h3>
          <table className="grid">
            <tbody>
              {money.planned.map((line) => (
                <tr key={line.id}>
                  <td>{say(line.label)}</td>
                  <td className="num">
                    <Money fen={line.amount} />
                  </td>
                </tr>
              ))}
              {money.unassigned !== undefined && (
                <tr>
                  <td className="muted">{t('cases.unassigned')}</td>
                  <td className="num">
                    <Money fen={money.unassigned} />
                  </td>
                </tr>
              )}
            </tbody>
          </table>
        </div>
      </div>
    </Panel>
  )
}
