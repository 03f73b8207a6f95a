// The plan of a reward begins with the rule of the house that the register has for service contracts
// (gd-2025#a19.p2): how much it gives of what was settled, and so of this payout. A house whose rule is not in
// the register says by which one it pays, and how much.
import type { Day, Words } from '@yizhuan/kit'
import {
  type ActsState,
  actOf,
  calledApart,
  type RewardPlan,
  replay,
  rewardParts,
  rewardRuleIn,
  ruleGives,
  serviceContract,
  teamOf,
} from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import type { FieldError } from '../../platform/problem.ts'
import { ruleInForce } from '../distribution-rules/index.ts'
import type { Ground } from '../policies/index.ts'
import type { Entry } from './procedure.ts'

type Data = Readonly<Record<string, unknown>>
type Answer = { readonly data: Data } | { readonly errors: readonly FieldError[] }

/** The data of a plan with the rule it rests on and what it gives each; refused where the rule gives nothing. */
export async function rewardRuleOf(
  tx: Tx,
  asked: {
    readonly institution: string
    readonly data: Data
    readonly on: Day
    readonly past: readonly Entry[]
    readonly ground: Ground
  },
): Promise<Answer> {
  const { houseRule: _sent, decisionAsked: _asked, ...sent } = asked.data
  const state = replay(serviceContract, asked.past) as ActsState | undefined
  const row = await ruleInForce(tx, asked.institution, asked.on)
  // A rule that has plans decided says so of every plan, whatever it gives of which contracts.
  const decisionAsked = row?.decidesPlans && { version: row.version, title: row.title ?? '' }
  const told: Data = { ...withNamesakes(state, sent), ...(decisionAsked && { decisionAsked }) }
  const held = row && rewardRuleIn(row)
  // What is not settled, or by no rule of the register, the record and the law answer.
  const gives = state && held && ruleGives(state, asked.ground, asked.on, held)
  if (!gives) return { data: withParts(told) }
  const { left, said } = gives
  if (told['pool'] === undefined && left <= 0n) return { errors: nothingLeft }
  return { data: withParts({ ...told, pool: told['pool'] ?? `${left}`, ...said }) }
}

/** Namesakes of the team are called apart: accounts and payments go by what somebody is called in the record. */
function withNamesakes(state: ActsState | undefined, data: Data): Data {
  const { lines } = data
  const isLine = (line: unknown): line is { name: string; person?: string } =>
    typeof (line as { name?: unknown } | null)?.name === 'string'
  if (!Array.isArray(lines) || !lines.every(isLine)) return data
  return { ...data, lines: calledApart(teamOf(state), lines) }
}

/** What each gets by their share, to the fen; what cannot be read is refused by its schema. */
function withParts(data: Data): Data {
  const lines = data['lines']
  if (!Array.isArray(lines)) return data
  const read = actOf(serviceContract, 'rewardPlanned')?.data.safeParse(data)
  if (!read?.success) return data
  const parts = rewardParts(read.data as RewardPlan)
  return { ...data, lines: lines.map((line, at) => ({ ...line, amount: parts[at]?.amount })) }
}

const nothing: Words = {
  zh: '按本单位三技分配办法，没有可以再发放的奖酬：净收入已按办法全部发放，或者没有净收入。',
  en: 'By the house’s rule nothing is left to pay: what it gives of the net income was paid, or there is none.',
}
const nothingLeft: readonly FieldError[] = [
  { pointer: '#/data/pool', rule: 'left-by-rule', detail: nothing },
]
