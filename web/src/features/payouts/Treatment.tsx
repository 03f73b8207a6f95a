import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import type { SuggestedTreatmentWire } from './payout.api.ts'

const names = [
  'countedInWages',
  'cappedByWages',
  'carriedIntoBase',
  'countedInPerformancePay',
  'cappedByPerformancePay',
  'inSocialInsuranceBase',
  'taxWithheld',
] as const
type Name = (typeof names)[number]

/** What finance answered; what is not answered is as the law suggests it, else left open. */
export type TreatmentDraft = Readonly<Partial<Record<Name, 'yes' | 'no' | 'open'>>>

type Suggested = SuggestedTreatmentWire['items']

const suggestedFor = (name: Name, suggested: Suggested) =>
  suggested.find((one) => one.name === name)

function answerOf(name: Name, draft: TreatmentDraft, suggested: Suggested) {
  const rule = suggestedFor(name, suggested)
  return draft[name] ?? (rule ? (rule.value ? 'yes' : 'no') : 'open')
}

/** The answers as they are sent; what was left open is not said. */
export function treatmentOf(draft: TreatmentDraft, suggested: Suggested) {
  const said = names.flatMap((name) => {
    const answer = answerOf(name, draft, suggested)
    return answer === 'open' ? [] : [[name, answer === 'yes'] as const]
  })
  return Object.fromEntries(said)
}

/** Wages, insurance and tax of a payout: suggested with the article, confirmed by finance. */
export function Treatment(props: {
  suggested: Suggested
  answers: TreatmentDraft
  onChange: (answers: TreatmentDraft) => void
}) {
  const { t, say, named } = useLanguage()
  const { suggested, answers, onChange } = props
  return (
    <Panel title={t('payouts.treatment')}>
      <p className="hint">{t('payouts.treatmentHint')}</p>
      <table className="grid stacks">
        <tbody>
          {names.map((name) => {
            const rule = suggestedFor(name, suggested)
            const answer = answerOf(name, answers, suggested)
            return (
              <tr key={name}>
                <th scope="row">{named('payouts.treatments', name)}</th>
                <td>
                  <select
                    className="input"
                    aria-label={named('payouts.treatments', name)}
                    value={answer}
                    onChange={({ target }) =>
                      onChange({ ...answers, [name]: target.value as 'yes' | 'no' | 'open' })
                    }
                  >
                    <option value="yes">{t('general.yes')}</option>
                    <option value="no">{t('general.no')}</option>
                    <option value="open">{t('payouts.notSaid')}</option>
                  </select>
                </td>
                <td>
                  {rule ? (
                    <small>
                      {t(rule.isAdvisory ? 'payouts.byDraft' : 'payouts.byLaw')} {say(rule.title)}{' '}
                      <CiteText cite={rule.cite} />
                    </small>
                  ) : (
                    <small className="muted">{t('payouts.lawSilent')}</small>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Panel>
  )
}
