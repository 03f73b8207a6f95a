/** Where a rule comes from: a source and a place in it, e.g. `gd-2025#a14.p1.i3`. */
export type Clause = `${string}#${string}`

/** The values a refusal's sentence is filled with. Text only: they are shown, not computed with. */
export type RefusalFacts = Readonly<Record<string, string>>

/** An expected "no": a stable code and the facts that come with it. */
export type Refusal<Refusals> = {
  readonly [Code in keyof Refusals]: {
    readonly code: Code
    readonly facts: Refusals[Code]
    readonly clause?: Clause
  }
}[keyof Refusals]

/** What a decision answers: a value, or a refusal that wrote nothing. */
export type Outcome<Value, Refusals> =
  | { readonly kind: 'accepted'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: Refusal<Refusals> }

/** A yes. */
export function accept<Value>(value: Value): { kind: 'accepted'; value: Value } {
  return { kind: 'accepted', value }
}

/** A no with its code. */
export function refuse<const Code extends string, const Given extends RefusalFacts>(
  code: Code,
  facts: Given,
  clause?: Clause,
): { kind: 'refused'; refusal: { code: Code; facts: Given; clause?: Clause } } {
  return { kind: 'refused', refusal: clause ? { code, facts, clause } : { code, facts } }
}
