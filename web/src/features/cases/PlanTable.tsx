import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Scroll } from '../../ui/Scroll.tsx'
import { type CaseWire, transferIn } from './case.api.ts'
import { plansOf, type ShownPlan, shareText, shareTexts } from './plans.ts'
import { Settlement } from './Settlement.tsx'

/** Every plan person by person: amount, part of the whole, agreement, and whether it was paid. */
export function PlanTable({ one, net }: { one: CaseWire; net: string | undefined }) {
  const transfer = transferIn(one)
  const plans = transfer ? plansOf(transfer, net) : []
  return (
    <>
      {transfer && <Settlement state={transfer} />}
      {plans.map((plan) => (
        <Plan key={plan.seq} plan={plan} />
      ))}
    </>
  )
}

function Plan({ plan }: { plan: ShownPlan }) {
  const { t, named, listed } = useLanguage()
  const amounts = plan.lines.map(({ amount }) => amount)
  const [ofPeople, ofNet] = [shareTexts(amounts, plan.people), shareTexts(amounts, plan.net ?? '0')]
  return (
    <Scroll label={t('cases.planOf')}>
      <h3>
        {t('cases.planOf')} <DayText day={plan.on} />{' '}
        <span className={`chip ${plan.paidOn ? 'chip-done' : 'chip-current'}`}>
          {plan.paidOn ? t('cases.paid') : named('cases.planState', plan.state)}
        </span>{' '}
        {plan.paidOn && <DayText day={plan.paidOn} />}{' '}
        {plan.isReversed && <span className="chip chip-due">{t('correction.reversed')}</span>}
      </h3>
      <ByRule plan={plan} />
      <Decision plan={plan} />
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('cases.person')}</th>
            <th>{t('cases.quality')}</th>
            <th>{t('cases.award')}</th>
            <th className="num">{t('cases.amount')}</th>
            <th className="num">{t('cases.ofContributors')}</th>
            <th className="num">{t('cases.ofNet')}</th>
            <th>{t('cases.agreed')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.lines.map((line, at) => (
            <tr key={line.name}>
              <td>{line.name}</td>
              <td data-label={t('cases.quality')}>
                {listed(line.qualities.map((quality) => t(`cases.qualities.${quality}`)))}
              </td>
              <td data-label={t('cases.award')}>{named('choice', line.award)}</td>
              <td className="num" data-label={t('cases.amount')}>
                <Money fen={line.amount} />
              </td>
              <td className="num" data-label={t('cases.ofContributors')}>
                {ofPeople[at]}
              </td>
              <td className="num" data-label={t('cases.ofNet')}>
                {ofNet[at]}
              </td>
              <td data-label={t('cases.agreed')}>
                {line.agreed ? `✓ ${t('cases.hasAgreed')}` : `○ ${t('cases.notAgreed')}`}
              </td>
            </tr>
          ))}
          {plan.waived.map(({ name, agreed }) => (
            <tr key={name}>
              <td>{name}</td>
              <td colSpan={5} className="muted">
                {t('cases.waived')}
              </td>
              <td data-label={t('cases.agreed')}>
                {agreed ? `✓ ${t('cases.hasAgreed')}` : `○ ${t('cases.notAgreed')}`}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('cases.sum')}
            </th>
            <td className="num" data-label={t('cases.amount')}>
              <Money fen={plan.people} />
            </td>
            <td className="num" data-label={t('cases.ofContributors')}>
              100%
            </td>
            <td className="num" data-label={t('cases.ofNet')}>
              {plan.net ? shareText(plan.people, plan.net) : '—'}
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}

/** By which rule of the house a plan was made, and where and why it departs from it. */
function ByRule({ plan: { houseRule, ruleDeparture } }: { plan: ShownPlan }) {
  const { t, named } = useLanguage()
  if (!houseRule) return null
  const { title, version, departures } = houseRule
  return (
    <div className="muted">
      <a href="/distribution-rules">{title}</a> {t('distributionRules.version', { version })}{' '}
      {departures.length === 0 && <>✓ {t('distributionRules.asByRule')}</>}
      {departures.length > 0 && (
        <>
          {t('distributionRules.departs')}
          {departures.map(({ line, byRule, planned }) => (
            <div key={line}>
              {named('distributionRules.layers', line)} <Money fen={planned} /> ≠{' '}
              <Money fen={byRule} />
            </div>
          ))}
          {ruleDeparture && <p>{ruleDeparture}</p>}
        </>
      )}
    </div>
  )
}

/** Whether the house has the plan decided before it is paid, and how far that is. */
function Decision({ plan: { decisionAsked, decision } }: { plan: ShownPlan }) {
  const { t, named } = useLanguage()
  if (!decisionAsked) return null
  const { title, version } = decisionAsked
  return (
    <div className="muted">
      <a href="/distribution-rules">{title}</a> {t('distributionRules.version', { version })}{' '}
      {t('distributionRules.decisionAsked')}{' '}
      {decision ? (
        <>
          {named('distributionRules.results', decision.result)} <DayText day={decision.on} />
        </>
      ) : (
        t('distributionRules.undecided')
      )}
    </div>
  )
}
