// What an institution adds to the law: stricter numbers of its own, and its choice among the readings
// of an ambiguous clause. One person proposes, another approves; what was approved is never changed,
// a later one ends it. Nothing reaches back over what was in force: the rules of the day of an act
// govern that act.
import { type Clause, type Day, type Outcome, parseRatio, refuse } from '@yizhuan/kit'
import {
  checkRule,
  type InstitutionReading,
  type InstitutionRule,
  type Law,
  type RuleProblem,
} from '@yizhuan/law'

export type OwnRuleKind = 'parameter' | 'reading'
export type DecisionOutcome = 'approved' | 'rejected' | 'withdrawn'

/** Who did something, on which day and at which moment. */
export interface Signed {
  readonly by: string
  readonly name: string
  readonly on: Day
  readonly at: Date
}

/** What somebody proposes. `choice` null: from that day on there is no own rule. */
export interface Proposal {
  readonly kind: OwnRuleKind
  /** The id of a parameter or of an interpretation. */
  readonly subject: string
  readonly choice: string | null
  readonly from: Day
  readonly to: Day | null
  readonly basis: string
}

/** A proposal as recorded, with what became of it. */
export interface OwnRule extends Proposal {
  readonly id: string
  readonly proposed: Signed
  readonly decided?: Signed & { readonly outcome: DecisionOutcome; readonly reason: string | null }
}

/** An approved rule with the days on which it really governs. */
export interface Governing {
  readonly rule: OwnRule
  readonly from: Day
  /** First day on which it no longer governs. */
  readonly to: Day | null
}

/** What the law has against it, in words, and the name of its number. */
type LawSays = Readonly<Record<'zh' | 'en' | 'parameterZh' | 'parameterEn', string>>

/** Why nothing is proposed or approved. */
export interface OwnRuleRefusals {
  'subject-unknown': { readonly subject: string }
  'choice-malformed': {
    readonly expected: 'share' | 'days' | 'money' | 'reading'
    readonly known: string
  }
  'ends-before-it-begins': Record<string, never>
  'not-settable': { readonly subject: string }
  'laxer-than-law': LawSays
  'fixed-by-law': LawSays
  'reaches-back': { readonly earliest: string }
  'nothing-changes': { readonly subject: string }
  'another-waits': { readonly subject: string }
  'already-decided': { readonly outcome: string; readonly name: string }
  'second-person-needed': { readonly name: string }
  'only-the-proposer': { readonly name: string }
}

/** When each approved rule governs: until its own end, or until a later one of the same subject begins. */
export function governing(rules: readonly OwnRule[]): readonly Governing[] {
  const approved = rules
    .filter(({ decided }) => decided?.outcome === 'approved')
    .toSorted((a, b) => compareText(a.from, b.from) || decidedAt(a) - decidedAt(b))
  return approved.flatMap((rule, index) => {
    const next = approved.slice(index + 1).find((later) => isSameSubject(later, rule))
    const to = earlier(rule.to, next?.from ?? null)
    return to !== null && to <= rule.from ? [] : [{ rule, from: rule.from, to }]
  })
}

/** The own rules as the kernel reads them. */
export function toRules(governs: readonly Governing[], by: string): readonly InstitutionRule[] {
  return governs.flatMap(({ rule, from, to }) =>
    rule.kind === 'parameter' && rule.choice !== null
      ? [{ param: rule.subject, value: rule.choice, by, basis: rule.basis, from, ...until(to) }]
      : [],
  )
}

/** The chosen readings as the kernel reads them; both persons answer for them by name. */
export function toReadings(governs: readonly Governing[]): readonly InstitutionReading[] {
  return governs.flatMap(({ rule, from, to }) => {
    if (rule.kind !== 'reading' || rule.choice === null) return []
    const by = [rule.proposed.name, rule.decided?.name].filter((name) => name).join('、')
    return [{ id: rule.subject, reading: rule.choice, by, basis: rule.basis, from, ...until(to) }]
  })
}

const until = (to: Day | null) => (to === null ? {} : { to })

/** What a decision may know: the law, all own rules of the institution, and what day it is. */
export interface Situation {
  readonly law: Law
  readonly institution: string
  readonly rules: readonly OwnRule[]
  readonly today: Day
}

type Answer<Value> = Outcome<Value, OwnRuleRefusals>

/** Decides whether something may be proposed. Refusals in this order: form, law, time, others. */
export function propose(proposal: Proposal, situation: Situation): Answer<Proposal> {
  const { rules } = situation
  const formed = wellFormed(proposal, situation.law)
  if (formed.kind === 'refused') return formed
  const given = formed.value
  const no = against(given, situation)
  if (no) return no
  const waits = rules.some((rule) => !rule.decided && isSameSubject(rule, given))
  if (waits) return refuse('another-waits', { subject: given.subject })
  return formed
}

/** Decides whether a person may approve, reject or withdraw a proposal. */
export function decideOn(
  rule: OwnRule,
  outcome: DecisionOutcome,
  person: string,
  situation: Situation,
): Answer<DecisionOutcome> {
  if (rule.decided) {
    return refuse('already-decided', { outcome: rule.decided.outcome, name: rule.decided.name })
  }
  const isProposer = rule.proposed.by === person
  if (outcome === 'withdrawn') {
    if (!isProposer) return refuse('only-the-proposer', { name: rule.proposed.name })
    return { kind: 'accepted', value: outcome }
  }
  if (isProposer) return refuse('second-person-needed', { name: rule.proposed.name })
  // The law may have changed, and the first day may have passed, since it was proposed.
  const no = outcome === 'approved' ? against(rule, situation) : undefined
  return no ?? { kind: 'accepted', value: outcome }
}

/** Decides whether something could be looked through: in good form, and not laxer than the law. */
export function tryOut(proposal: Proposal, { law, institution }: Situation): Answer<Proposal> {
  const formed = wellFormed(proposal, law)
  if (formed.kind === 'refused') return formed
  const [problem] = problemsOf(formed.value, law, institution)
  return problem ? lawSays(problem) : formed
}

/** A proposal as if everybody had agreed to it today, after everything else. */
export function approvedNow(proposal: Proposal, today: Day): OwnRule {
  const signed = { by: '', name: '', on: today, at: new Date(8.64e15) }
  return {
    ...proposal,
    id: '',
    proposed: signed,
    decided: { ...signed, outcome: 'approved', reason: null },
  }
}

/** What the law of today says against an own rule; empty when it may stand. */
export function problemsOf(rule: Proposal, law: Law, by: string): readonly RuleProblem[] {
  if (rule.kind !== 'parameter' || rule.choice === null) return []
  const { subject: param, choice: value, from, to, basis } = rule
  return checkRule(law.layers, { param, value, from, ...until(to), by, basis })
}

function against(given: Proposal, situation: Situation) {
  const { law, institution, rules, today } = situation
  const [problem] = problemsOf(given, law, institution)
  if (problem) return lawSays(problem)
  const before = governing(rules).filter(({ rule }) => isSameSubject(rule, given))
  const governed = before.some(({ from, to }) => from < today && (to === null || to > given.from))
  // A first own number may be entered late: it was in force on paper and only makes the law stricter.
  // Anything else that reaches back would change what was right on the day.
  if (given.from < today && (governed || given.kind === 'reading')) {
    return refuse('reaches-back', { earliest: today })
  }
  const now = before.find(({ from, to }) => from <= given.from && (to === null || given.from < to))
  const isSame = (now?.rule.choice ?? null) === given.choice && (now?.to ?? null) === given.to
  if (isSame) return refuse('nothing-changes', { subject: given.subject })
  return undefined
}

function lawSays({ code, cite, label, text }: RuleProblem) {
  const facts = { ...text, parameterZh: label?.zh ?? '', parameterEn: label?.en ?? '' }
  const clause = cite ? (`${cite.source}#${cite.at}` as Clause) : undefined
  if (code === 'fixed-by-law') return refuse('fixed-by-law', facts, clause)
  return refuse('laxer-than-law', facts, clause)
}

function wellFormed(given: Proposal, law: Law): Answer<Proposal> {
  if (given.to !== null && given.to <= given.from) return refuse('ends-before-it-begins', {})
  return given.kind === 'parameter' ? formedNumber(given, law) : formedReading(given, law)
}

function formedReading(given: Proposal, law: Law): Answer<Proposal> {
  const readings = law.interpretations.get(given.subject)?.readings
  if (!readings) return refuse('subject-unknown', { subject: given.subject })
  if (given.choice !== null && !readings.has(given.choice)) {
    const known = [...readings.keys()].join(', ')
    return refuse('choice-malformed', { expected: 'reading', known })
  }
  return { kind: 'accepted', value: given }
}

/** A share is written as a percentage, a period as whole days, money as whole fen: one value, one text. */
function formedNumber(given: Proposal, law: Law): Answer<Proposal> {
  const kind = law.layers.get(given.subject)?.[0]?.kind
  if (kind === undefined) return refuse('subject-unknown', { subject: given.subject })
  if (kind !== 'ratio' && kind !== 'days' && kind !== 'number' && kind !== 'money') {
    return refuse('not-settable', { subject: given.subject })
  }
  if (given.choice === null) return { kind: 'accepted', value: given }
  const text = given.choice.trim()
  if (kind === 'ratio') {
    const percent = /^(\d{1,3})(\.\d{1,4})?%$/.exec(text)
    const value = percent ? parseRatio(text) : undefined
    const isShare = value !== undefined && value.n <= value.d
    if (!isShare) return refuse('choice-malformed', { expected: 'share', known: '80%' })
  } else if (kind === 'money') {
    const isFen = /^[1-9]\d{0,15}$/.test(text)
    if (!isFen) return refuse('choice-malformed', { expected: 'money', known: '1000000.00' })
  } else if (!/^[1-9]\d{0,3}$/.test(text)) {
    return refuse('choice-malformed', { expected: 'days', known: '20' })
  }
  return { kind: 'accepted', value: { ...given, choice: text } }
}

/** Where an own rule stands on a day. */
export type Standing = 'proposed' | 'rejected' | 'withdrawn' | 'ahead' | 'governs' | 'ended'

/** Whether a rule waits, was turned down, is still to come, governs, or has been ended. */
export function standingOf(rule: OwnRule, governs: readonly Governing[], today: Day): Standing {
  if (!rule.decided) return 'proposed'
  if (rule.decided.outcome !== 'approved') return rule.decided.outcome
  const span = governs.find((one) => one.rule.id === rule.id)
  if (!span || (span.to !== null && span.to <= today)) return 'ended'
  return span.from > today ? 'ahead' : 'governs'
}

const isSameSubject = (
  a: Pick<Proposal, 'kind' | 'subject'>,
  b: Pick<Proposal, 'kind' | 'subject'>,
) => a.kind === b.kind && a.subject === b.subject
const decidedAt = ({ decided }: OwnRule) => decided?.at.getTime() ?? 0
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const earlier = (a: Day | null, b: Day | null) => (a === null ? b : b === null || a < b ? a : b)
