// How a payout is treated in wages, insurance and tax, as the law of the place would have it: what each
// answer would breach is tried out, so that no number or article stands here. Finance confirms it.
import type { Day, Words } from '@yizhuan/kit'
import { assess, type Cite, knownFacts } from '@yizhuan/law'
import type { Ground } from '../procedure/assess-case.ts'
import type { Procedure } from '../procedure/procedure.ts'
import type { CommonState } from '../procedure/state.ts'

/** What finance says of a payout, each yes or no. */
export const treatments = [
  'countedInWages',
  'cappedByWages',
  'carriedIntoBase',
  'countedInPerformancePay',
  'cappedByPerformancePay',
  'inSocialInsuranceBase',
  'taxWithheld',
] as const
export type TreatmentName = (typeof treatments)[number]

/** The answer that breaches nothing, with the rule that asks for it. */
export interface SuggestedTreatment {
  readonly name: TreatmentName
  readonly value: boolean
  readonly title: Words
  readonly cite: Cite
  /** Only a draft asks for it. */
  readonly isAdvisory: boolean
}

/** What the law would have said of a payout; nothing of what it is silent on. */
export function suggestTreatment(
  { law, rules, chosen }: Ground,
  paid: { readonly procedure: Procedure; readonly state: CommonState },
  asOf: Day,
): readonly SuggestedTreatment[] {
  const facts = paid.procedure.facts(paid.state)
  const breachesIf = (name: TreatmentName, value: boolean) => {
    const said = knownFacts(law, { ...facts, [name]: value })
    const { findings } = assess(law, said, {
      asOf,
      ...(rules && { rules }),
      ...(chosen && { chosen }),
    })
    return findings.filter(({ status }) => status === 'breached')
  }
  return treatments.flatMap((name): SuggestedTreatment[] => {
    const [yes, no] = [breachesIf(name, true), breachesIf(name, false)]
    const [more, fewer] = yes.length > no.length ? [yes, no] : [no, yes]
    const asks = more.find(({ norm }) => !fewer.some((one) => one.norm === norm))
    const [cite] = asks?.cites ?? []
    if (!asks || !cite) return []
    const value = more === no
    return [{ name, value, title: asks.title, cite, isAdvisory: asks.advisory }]
  })
}
