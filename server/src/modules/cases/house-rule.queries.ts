// A plan is held against the rule by which the house shares out: what it gives otherwise is written into the
// act, with a reason. The rule binds nobody as the law does; it is departed from in the open.
import type { Day, Words } from '@yizhuan/kit'
import { shareLimitsOn } from '@yizhuan/law'
import {
  departures,
  limitOf,
  type PlanParts,
  plannedParts,
  readSplit,
  schemeFor,
  splitBy,
  withoutLayer,
} from '@yizhuan/money'
import {
  type ActData,
  actOf,
  type CaseState,
  earlierOf,
  replay,
  transferCase,
} from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import type { FieldError } from '../../platform/problem.ts'
import { ruleInForce } from '../distribution-rules/index.ts'
import { groundOf } from '../policies/index.ts'
import type { Entry } from './procedure.ts'

type Data = Readonly<Record<string, unknown>>
type Plan = ActData<'planDrafted'>

/**
 * The data of a plan with the rule it was held against; refused where it departs and does not say why. Where the
 * rule has plans decided collectively, the plan says so, for whatever way of transfer it is.
 */
export async function houseRuleOf(
  tx: Tx,
  asked: {
    readonly institution: string
    readonly data: Data
    readonly on: Day
    readonly past: readonly Entry[]
  },
): Promise<{ readonly data: Data } | { readonly errors: readonly FieldError[] }> {
  const { institution, on, past } = asked
  const { houseRule: _sent, decisionAsked: _asked, ...told } = asked.data
  const state = replay(transferCase, past)
  const read = actOf(transferCase, 'planDrafted')?.data.safeParse(told)
  // What cannot be read is refused by its schema.
  if (!state || !read?.success) return { data: told }
  const row = await ruleInForce(tx, institution, on)
  const decisionAsked = row?.decidesPlans && { version: row.version, title: row.title ?? '' }
  const data = { ...told, ...(decisionAsked && { decisionAsked }) }
  const scheme = row && schemeFor(row.schemes, transferCase.line(state).mode)
  if (!scheme) return { data }
  const plan = read.data as Plan
  const { law, rules } = await groundOf(tx, institution, on)
  const net = netOf(plan)
  const whole = readSplit(scheme)
  const rule = state.opened.data.viaPlatformCompany ? whole : withoutLayer(whole, 'company')
  const limits = shareLimitsOn(law, on, rules)
    .filter(({ isAdvisory }) => !isAdvisory)
    .map((limit) => limitOf(limit, net))
  const found = departures(splitBy(rule, { net, before: sharedBefore(state), limits }), plan)
  if (found.length > 0 && plan.ruleDeparture === undefined) return { errors: unexplained }
  const { version, title } = row
  return {
    data: {
      ...data,
      houseRule: {
        version,
        title: title ?? '',
        departures: found.map(({ line, byRule, planned }) => ({
          ...{ line, byRule: `${byRule}`, planned: `${planned}` },
        })),
      },
    },
  }
}

/** What a plan shares out; the law holds that to be the net income. */
function netOf(plan: PlanParts): bigint {
  const { staff: _within, ...parts } = plannedParts(plan)
  return Object.values(parts).reduce((sum, part) => sum + part, 0n)
}

/** The net income of the distributions that stand, by their plans. */
const sharedBefore = (state: CaseState): bigint =>
  [
    ...state.distributions.map(({ plan }) => netOf(plan.data)),
    ...earlierOf(state).map(({ net }) => BigInt(net)),
  ].reduce((sum, net) => sum + net, 0n)

const whyDeparts: Words = {
  zh: '方案与本单位分配办法不一致，请写明理由，或者采用办法算出的金额。',
  en: 'The plan departs from the rule of the house: say why, or take the sums it gives.',
}
const unexplained: readonly FieldError[] = [
  { pointer: '#/data/ruleDeparture', rule: 'departure-explained', detail: whyDeparts },
]
