import { parseRatio, percent } from '@yizhuan/kit'
import {
  type ActsState,
  rewardAwaited,
  rewardedIn,
  rewardHeld,
  rewardParts,
  rewardPayouts,
  rewardPlanOf,
} from '@yizhuan/procedures'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { Waterfall } from '../../ui/Waterfall.tsx'
import { type CaseWire, findingsOf, stepsIn } from './case.api.ts'

/** The reward of a service contract: from what was settled to what each gets, and who agreed to it. */
export function RewardPanel({ one }: { one: CaseWire }) {
  const { t } = useLanguage()
  const state = one.case.procedure === 'service_contract' ? stepsIn(one) : undefined
  const { settled } = one
  if (!state || !settled) return null
  const cite = findingsOf(one).find(({ topic }) => topic === 'service.reward')?.cites[0]
  const plan = rewardPlanOf(state)
  const paid = rewardedIn(state)
  const planned = BigInt(plan?.data.pool ?? 0)
  const lines = settled.lines.map(({ id, fen }) => ({
    ...{ id, label: t(`serviceContracts.reward.lines.${id}`), fen: fen.replace('-', '') },
    effect: fen.startsWith('-') ? ('subtracts' as const) : ('adds' as const),
  }))
  const net = BigInt(settled.netFen)
  const parts = [
    ['paid', paid],
    ['planned', planned],
    ['rest', net - paid - planned],
  ] as const
  return (
    <Panel
      title={t('serviceContracts.reward.title')}
      id="reward"
      extra={cite && <CiteText cite={cite} />}
    >
      <Waterfall
        lines={[
          ...lines,
          { id: 'net', label: t('cases.net'), fen: settled.netFen, effect: 'total' },
          ...parts
            .filter(([id, fen]) => fen !== 0n || id === 'rest')
            .map(([id, fen]) => ({
              ...{ id, label: t(`serviceContracts.reward.parts.${id}`), fen: `${fen}` },
              effect: 'part' as const,
            })),
        ]}
      />
      {plan && <Waiting state={state} />}
      <Paid state={state} />
      <Held state={state} />
    </Panel>
  )
}

/** The plan that waits: everybody's part, and whose word is awaited. */
function Waiting({ state }: { state: ActsState }) {
  const { t } = useLanguage()
  const plan = rewardPlanOf(state)
  if (!plan) return null
  const awaited = rewardAwaited(state)
  const { lines, rule, share, houseRule } = plan.data
  return (
    <section>
      <h3>
        {t('serviceContracts.reward.plan')} <DayText day={plan.on} />{' '}
        <span className={`chip ${awaited.length > 0 ? 'chip-due' : 'chip-current'}`}>
          {awaited.length > 0
            ? t('serviceContracts.reward.awaited', { count: awaited.length })
            : t('serviceContracts.reward.agreed')}
        </span>
      </h3>
      <p className="muted">
        {houseRule ? (
          <a href="/distribution-rules">
            {houseRule.title} {t('distributionRules.version', { version: houseRule.version })}
          </a>
        ) : (
          rule
        )}{' '}
        {share && percent(parseRatio(share))}
      </p>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('cases.person')}</th>
            <th className="num">{t('serviceContracts.reward.share')}</th>
            <th className="num">{t('cases.amount')}</th>
            <th>{t('cases.agreed')}</th>
          </tr>
        </thead>
        <tbody>
          {rewardParts(plan.data).map(({ name, amount }, at) => (
            <tr key={name}>
              <td>{name}</td>
              <td className="num" data-label={t('serviceContracts.reward.share')}>
                {lines[at]?.share}
              </td>
              <td className="num" data-label={t('cases.amount')}>
                <Money fen={amount} />
              </td>
              <td data-label={t('cases.agreed')}>
                {awaited.includes(name) ? `○ ${t('cases.notAgreed')}` : `✓ ${t('cases.hasAgreed')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What was paid by now, payout by payout. */
function Paid({ state }: { state: ActsState }) {
  const { t, listed } = useLanguage()
  const paid = state.acts['rewardPaid'] ?? []
  if (paid.length === 0) return null
  const standing = new Set(rewardPayouts(state).map(({ seq }) => seq))
  return (
    <section>
      <h3>{t('serviceContracts.reward.paidOut')}</h3>
      <ul className="rows">
        {paid.map(({ seq, on, data }) => {
          const lines = data['lines'] as readonly { name: string; amount: string }[]
          const sum = lines.reduce((all, { amount }) => all + BigInt(amount), 0n)
          return (
            <li key={seq}>
              <DayText day={on} /> <Money fen={`${sum}`} />{' '}
              <span className="muted">
                {listed(lines.map(({ name }) => name))} {String(data['proof'])}
              </span>{' '}
              {!standing.has(seq) && (
                <span className="chip chip-due">{t('serviceContracts.reward.reversed')}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What persons have too much since a reward was reversed: the next one takes it in, or they give it back. */
function Held({ state }: { state: ActsState }) {
  const { t } = useLanguage()
  const held = [...rewardHeld(state).cash]
  if (held.length === 0) return null
  return (
    <section>
      <h3>{t('serviceContracts.reward.held')}</h3>
      <ul className="rows">
        {held.map(([name, fen]) => (
          <li key={name}>
            {name} <Money fen={`${fen}`} />
          </li>
        ))}
      </ul>
      <p className="hint">{t('serviceContracts.reward.heldHint')}</p>
    </section>
  )
}
