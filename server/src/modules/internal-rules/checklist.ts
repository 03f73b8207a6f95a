// What the law asks an institution to have, beside what its registers answer.
import type { Words } from '@yizhuan/kit'
import { type Facts, knownFacts, type Law, labelOf, type Norm } from '@yizhuan/law'
import { isStanding, type RuleState, topicsAsked } from './internal-rule.ts'
import type { InternalRuleLineWire } from './internal-rule.wire.ts'

/** What a register answers to the law, and by what paper. */
export interface Answer {
  readonly fact: string
  readonly value: unknown
  readonly document: string | null
}

/** The facts that norms of this list read. */
const readHere = ['internalRules', 'hasTransferOffice', 'transferPosts']

/** The norms about the institution itself that ask for its rules, its office or its posts. */
export function demandsIn(law: Law): readonly Norm[] {
  return law.norms.filter(({ uses }) => readHere.some((fact) => uses.facts.has(fact)))
}

/** What the law is told: the rules that stand, and what other registers know. */
export function factsFrom(
  law: Law,
  rules: readonly Pick<InternalRuleLineWire, 'topic' | 'inForceOn' | 'state'>[],
  answers: readonly Answer[],
): Facts {
  const standing = rules
    .filter(({ state }) => isStanding(state))
    .map(({ topic, inForceOn }) => ({ topic, inForceOn }))
  const told = answers.filter(({ fact }) => Object.hasOwn(law.vocabulary, fact))
  return knownFacts(law, {
    matter: 'institution',
    ...Object.fromEntries(told.map(({ fact, value }) => [fact, value])),
    // Who has entered nothing yet has not said that there is nothing.
    ...(rules.length > 0 && { internalRules: standing }),
  })
}

/** What there is for a norm that asks for rules on topics; null where it asks for something else. */
export function stateFor(
  norm: Norm,
  rules: readonly { readonly topic: string; readonly state: RuleState }[],
): 'missing' | 'in_force' | 'to_renew' | null {
  const topics = topicsAsked(norm)
  if (topics.length === 0) return null
  const states = topics.map((topic) => {
    const own = rules.filter((rule) => rule.topic === topic && isStanding(rule.state))
    if (own.length === 0) return 'missing'
    return own.some(({ state }) => state === 'in_force') ? 'in_force' : 'to_renew'
  })
  return states.find((state) => state !== 'in_force') ?? 'in_force'
}

/** A fact and its value in words. */
export function inWords(law: Law, { fact, value }: Answer): { label: Words; value: Words } {
  const entry = law.vocabulary[fact]
  const type = entry?.type
  const code = typeof type === 'object' && 'enum' in type ? type.enum[String(value)] : undefined
  const plain = String(value)
  const yes = { zh: '是', en: 'yes' }
  const no = { zh: '否', en: 'no' }
  const bool = value === true ? yes : value === false ? no : undefined
  return {
    label: entry?.label ?? { zh: fact, en: fact },
    value: code ?? bool ?? { zh: plain, en: plain },
  }
}

/** The articles of a norm with their names. */
export function articlesOf({ cites }: Pick<Norm, 'cites'>) {
  return cites.map(({ source, at }) => ({ source, at, label: labelOf(at) }))
}
