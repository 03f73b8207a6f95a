import type { Words } from '@yizhuan/kit'
import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { Scroll } from '../../ui/Scroll.tsx'
import { Waterfall, type WaterfallLine } from '../../ui/Waterfall.tsx'
import { CostsPanel } from './CostsPanel.tsx'
import { Cumulative } from './Cumulative.tsx'
import { type CaseWire, type MoneyBlock, moneyOf, type ShareLine, transferIn } from './case.api.ts'
import { OthersPanel } from './OthersPanel.tsx'
import { parameterText } from './Parameters.tsx'
import { PlanTable } from './PlanTable.tsx'
import { plansOf, type ShownPlan } from './plans.ts'
import { RegisterReceipts } from './RegisterReceipts.tsx'

/** From income to each person's part, line by line, each with its article. */
export function MoneyPanel({ one }: { one: CaseWire }) {
  const { t, say } = useLanguage()
  const money = moneyOf(one)
  // Other procedures than a transfer bring money into a case of their own.
  const transfer = transferIn(one)
  if (!money && !transfer) return null
  const takenOver = transfer?.takenOver && transfer.opened.data.contractId
  if (!money)
    return (
      <Panel title={t('cases.money')} id="money">
        <Nothing text={t('cases.noMoney')} />
        <RegisterReceipts one={one} contract={takenOver} act="receiptRecorded" />
        {transfer && <Cumulative one={one} />}
        {transfer && <CostsPanel state={transfer} />}
      </Panel>
    )
  const lines = money.lines.map((line, at) => ({
    id: `${line.id}${at}`,
    label: say(line.label),
    fen: line.amount,
    effect: line.effect,
    ...(line.remark && { note: line.remark }),
    ...(line.effect === 'none' && { note: t('cases.excluded') }),
  }))
  const net = money.net
    ? [{ id: 'net', label: t('cases.net'), fen: money.net, effect: 'total' as const }]
    : []
  const [{ cite } = { cite: undefined }] = money.lines
  const plan = transfer && plansOf(transfer, money.net)[0]
  return (
    <Panel title={t('cases.money')} id="money" extra={cite && <CiteText cite={cite} />}>
      <Waterfall lines={[...lines, ...net, ...partsOf(money, plan, say)]} />
      <div className="two">
        <Bounds money={money} />
        <Parts money={money} />
      </div>
      <RegisterReceipts one={one} contract={takenOver} act="receiptRecorded" />
      {transfer && <Cumulative one={one} />}
      {transfer && <CostsPanel state={transfer} />}
      {transfer && <OthersPanel state={transfer} />}
      <PlanTable one={one} net={money.net} />
    </Panel>
  )
}

/** From the net income on: who gets which part of it, down to each person of the plan. */
function partsOf(
  { planned, net, unassigned }: MoneyBlock,
  plan: ShownPlan | undefined,
  say: (words: Words) => string,
): readonly WaterfallLine[] {
  const people = planned.find(({ id }) => id === 'toContributors')
  // A plan that does not come to the net income is no way down from it.
  if (!people || !plan || net === undefined || unassigned !== '0') return []
  if (plan.people !== people.amount) return []
  const others = planned.filter(({ id }) => id !== 'toContributors')
  return [
    ...others.map(({ id, label, amount }) => ({
      id,
      label: say(label),
      fen: amount,
      effect: 'part' as const,
    })),
    { id: 'people', label: say(people.label), fen: people.amount, effect: 'total' as const },
    ...plan.lines.map(({ name, amount }, at) => ({
      id: `person${at}`,
      label: name,
      fen: amount,
      effect: 'part' as const,
    })),
  ]
}

/** What the law leaves to decide: floors and caps, what the plan gives, and the room between. */
function Bounds({ money }: { money: MoneyBlock }) {
  const { t } = useLanguage()
  const law = t(money.advisory ? 'cases.byDraft' : 'cases.law')
  return (
    <Scroll label={t('cases.floors')}>
      <h3>{t('cases.floors')}</h3>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>
              <span className="unseen">{t('cases.floors')}</span>
            </th>
            <th className="num">{law}</th>
            <th className="num">{t('cases.planned')}</th>
            <th className="num">{t('cases.room')}</th>
          </tr>
        </thead>
        <tbody>
          {[...money.floors, ...money.caps].map((share) => (
            <BoundRow key={share.id} share={share} law={law} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function BoundRow({ share, law }: { share: ShareLine; law: string }) {
  const { t, say } = useLanguage()
  const isLacking = share.difference?.startsWith('-') === true
  return (
    <tr>
      <td>
        {say(share.label)} <CiteText cite={share.cite} />{' '}
        <span className="figure">
          {parameterText(share.parameter.kind, share.parameter.value, t('cases.days'))}
        </span>{' '}
        {share.parameter.provenance === 'institution_rule' && (
          <span className="chip chip-current" title={share.parameter.layers.at(-1)?.by}>
            {t('cases.ownRule')}
          </span>
        )}
        <div className="muted">
          {share.rounding === 'up' ? t('cases.roundedUp') : t('cases.roundedDown')}
        </div>
      </td>
      <td className="num" data-label={law}>
        <Money fen={share.amount} />
      </td>
      <td className="num" data-label={t('cases.planned')}>
        <Money fen={share.planned} />
      </td>
      <td className={`num ${isLacking ? 'lacking' : ''}`} data-label={t('cases.room')}>
        {share.difference !== undefined && (isLacking ? '× ' : '✓ ')}
        <Money fen={share.difference} />
      </td>
    </tr>
  )
}

function Parts({ money }: { money: MoneyBlock }) {
  const { t, say } = useLanguage()
  return (
    <div>
      <h3>{t('cases.parts')}</h3>
      {money.planned.length === 0 && <p className="muted">{t('cases.noPlan')}</p>}
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
        </tbody>
        {money.unassigned !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">{t('cases.unassigned')}</th>
              <td className={`num ${money.unassigned === '0' ? '' : 'lacking'}`}>
                {money.unassigned === '0' ? '✓ ' : '× '}
                <Money fen={money.unassigned} />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
