// The rules an institution made for itself, by topic: which the law asks for, and which stand.
import { addMonths, type Day, type Words } from '@yizhuan/kit'
import { type Expression, type Law, type Norm, walk } from '@yizhuan/law'

/** A file a rule rests on. */
export interface RuleFile {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

/** What is told of an internal rule. */
export interface InternalRuleFields {
  readonly topic: string
  readonly title: string
  readonly number: string | null
  readonly approvedBy: string | null
  readonly approvedOn: string | null
  readonly inForceOn: string
  /** First day on which it no longer holds by its own term. */
  readonly validTo: string | null
  /** First day on which it no longer holds because it was repealed or replaced. */
  readonly endedOn: string | null
  readonly reviewOn: string | null
  readonly file: RuleFile | null
  readonly remark: string | null
}

/** A rule of which nothing but topic, title and first day is told. */
export const blankInternalRule = {
  number: null,
  approvedBy: null,
  approvedOn: null,
  validTo: null,
  endedOn: null,
  reviewOn: null,
  file: null,
  remark: null,
}

export const ruleStates = ['ahead', 'in_force', 'to_renew', 'expired', 'ended'] as const
export type RuleState = (typeof ruleStates)[number]

export const ruleStateWords: Readonly<Record<RuleState, Words>> = {
  ahead: { zh: '尚未施行', en: 'not in force yet' },
  in_force: { zh: '现行有效', en: 'in force' },
  to_renew: { zh: '有效，待复审', en: 'in force, to be reviewed' },
  expired: { zh: '有效期届满', en: 'expired' },
  ended: { zh: '已废止', en: 'repealed' },
}

type Days = Pick<InternalRuleFields, 'inForceOn' | 'validTo' | 'endedOn' | 'reviewOn'>

/** The day by which a rule is to be looked at again: the one it names, else so many months after its first. */
export function reviewDay({ inForceOn, reviewOn }: Days, months: number): Day {
  return (reviewOn as Day | null) ?? addMonths(inForceOn as Day, months)
}

/** How a rule stands on a day. A review that is late ends nothing. */
export function stateOn(rule: Days, on: Day, months: number): RuleState {
  if (rule.endedOn !== null && rule.endedOn <= on) return 'ended'
  if (rule.validTo !== null && rule.validTo <= on) return 'expired'
  if (rule.inForceOn > on) return 'ahead'
  return reviewDay(rule, months) <= on ? 'to_renew' : 'in_force'
}

/** Whether a rule holds in a state. */
export const isStanding = (state: RuleState): boolean =>
  state === 'in_force' || state === 'to_renew'

/** The fact by which norms ask for internal rules. */
const fact = 'internalRules'

/** The topics there are, as the vocabulary of a law names them. */
export function topicsIn({ vocabulary }: Pick<Law, 'vocabulary'>): Readonly<Record<string, Words>> {
  const type = vocabulary[fact]?.type
  if (typeof type !== 'object' || !('list' in type)) return {}
  const topic = type.list['topic']?.type
  return typeof topic === 'object' && 'enum' in topic ? topic.enum : {}
}

/** The topics of which a norm wants a rule: what it compares the topic of a rule with. */
export function topicsAsked({ trees }: Pick<Norm, 'trees'>): readonly string[] {
  const topics = [...walk(trees.satisfied)].flatMap((node) =>
    node.t === 'quantifier' && isRef(node.list, fact) ? comparedWith(node, `${node.as}.topic`) : [],
  )
  return [...new Set(topics)]
}

function comparedWith(quantifier: Expression & { t: 'quantifier' }, path: string): string[] {
  const parts = [quantifier.body, ...(quantifier.where ? [quantifier.where] : [])]
  return parts.flatMap((part) =>
    [...walk(part)].flatMap((node) => {
      if (node.t !== 'op' || !node.of.some((one) => isRef(one, path))) return []
      return node.of.flatMap((one) => (one.t === 'literal' ? [String(one.value)] : []))
    }),
  )
}

const isRef = (node: Expression, path: string): boolean => node.t === 'ref' && node.path === path
