// What a pack is: documents of plain JSON, so that it can be hashed, diffed, stored and replayed.
import type { Words } from '@yizhuan/kit'

/** A place in a source: `gd-2025#a14.p1.i3`, or `a14.p1.i3` in the pack's first source. */
export type Address = string

/** A resolved citation. */
export interface Cite {
  readonly source: string
  readonly at: string
}

/** A legal text. `to` is the first day on which it is no longer in force. */
export interface Source {
  readonly id: string
  readonly title: Words
  readonly number?: string
  readonly issuers?: readonly string[]
  readonly rank?: string
  /** Background explains law and is none itself. */
  readonly status: 'draft' | 'in-force' | 'expired' | 'repealed' | 'background'
  readonly issued?: string
  readonly inForce?: Span
  readonly nextReview?: string
  /** Compared with the official gazette; `false` for law outside the documents at hand. */
  readonly verified?: boolean
  /** Encoded from knowledge of it: no text to take fingerprints from. */
  readonly lacksText?: boolean
  /** The articles taken up, such as `a843..a887`; all of them where it says nothing. */
  readonly scope?: readonly string[]
}

/** Days from `from` up to, not including, `to`. */
export interface Span {
  readonly from: string
  readonly to?: string
}

/** Days of which the first is not known where a draft left it blank: it is never guessed. */
export type OpenSpan = Partial<Span>

/** The type of a fact, parameter or definition as written in a pack. */
export type TypeDocument =
  | 'bool'
  | 'money'
  | 'ratio'
  | 'number'
  | 'days'
  | 'date'
  | 'text'
  | { readonly enum: Readonly<Record<string, Words>> }
  | { readonly list: Readonly<Record<string, FactDocument>> }

/** One entry of the vocabulary: what may be asked about a case. */
export interface FactDocument {
  readonly label: Words
  readonly type: TypeDocument
  readonly nullable?: boolean
  /** A day on which something happened: "none" to an assessment made as of an earlier day. */
  readonly event?: boolean
  readonly ask?: Words
  readonly evidence?: readonly string[]
}

/** Which way others may move a parameter: only stricter, or not at all. */
export type Bound = 'floor' | 'ceiling' | 'minPeriod' | 'maxPeriod' | 'fixed'

/** Where a value comes from; shown beside it. */
export type Provenance = 'text' | 'external' | 'system_default' | 'institution_rule'

/** A number of law over time. A gap means that there was no such norm then; a draft may name no first day. */
export interface ParameterDocument {
  readonly label: Words
  readonly type: TypeDocument
  readonly bound: Bound
  readonly values: readonly (OpenSpan & {
    readonly value: string | number
    readonly provenance?: Provenance
    readonly verified?: boolean
    readonly cite: Address
  })[]
}

/** What a term means. */
export interface DefinitionDocument {
  /** The pack below whose term gets another meaning here. */
  readonly redefines?: string
  readonly label: Words
  readonly type: TypeDocument
  readonly is: string
  readonly cite: Address
}

/** An ambiguous clause: its rival readings, the default and why. */
export interface InterpretationDocument {
  /** The pack below whose term gets another meaning here. */
  readonly redefines?: string
  readonly label: Words
  readonly type: TypeDocument
  readonly question: Words
  readonly cite: Address
  readonly readings: Readonly<
    Record<string, { readonly text: Words; readonly is: string | boolean | number }>
  >
  readonly default: string
  readonly rationale: Words
}

/** A condition: an expression, a checklist, or an expression with a label and an article of its own. */
export type ConditionDocument =
  | string
  | boolean
  | { readonly all: readonly ConditionDocument[] }
  | { readonly any: readonly ConditionDocument[] }
  | { readonly not: ConditionDocument }
  | { readonly when: ConditionDocument; readonly label?: Words; readonly cite?: Address }

/** One duty (`met`) or prohibition (`violated`). */
export interface NormDocument {
  readonly id: string
  readonly topic: string
  readonly title: Words
  readonly cite: Address | readonly Address[]
  /** Facts whose day selects the law in force; the first known one, else the day of the assessment. */
  readonly anchor?: readonly string[]
  readonly force?: 'must' | 'should'
  readonly applies?: ConditionDocument
  readonly met?: ConditionDocument
  readonly violated?: ConditionDocument
  /** Not met yet, but not breached either. */
  readonly open?: ConditionDocument
  /** The last day to meet it. */
  readonly due?: string
  /** The first day after a waiting period. */
  readonly opens?: string
  /** Acts that need this norm met or not applicable. */
  readonly requiredFor?: readonly string[]
  /** The act that meets it: where a reminder of it leads, and whose late recording it shows. */
  readonly settledBy?: string
  /** Norms that fall silent where this one applies. */
  readonly replaces?: readonly string[]
  /** Other matters than those the pack is about where its norms do not say. */
  readonly about?: About
}

/** What norms are about that do not say so themselves: a fact and the codes it may have. */
export interface About {
  readonly fact: string
  readonly codes: readonly string[]
}

/** How the facts of a distribution are shown as a calculation. */
export interface MoneyDocument {
  /** Facts whose day selects the numbers in force; the first known one, else the day of the look. */
  readonly anchor?: readonly string[]
  /** Fact: what was received. */
  readonly income: string
  /** Fact: the list of costs, with fields kind, amount and label. */
  readonly costs: string
  /** Definitions: what is deducted, and what remains. */
  readonly deductions: string
  readonly net: string
  /** Interpretation: whether what the costs exceed the income by is covered by the next receipts. */
  readonly carried?: string
  /** Bounds on parts of the net income. */
  readonly shares: readonly {
    readonly id: string
    readonly param: string
    readonly planned: string
    /** Nothing may be planned instead: then nothing is lacking. */
    readonly optional?: boolean
    readonly cite: Address
  }[]
  /** Facts that together must make the net income. */
  readonly parts: readonly string[]
}

/** A legal text encoded: everything the kernel needs, as plain JSON. */
export interface Pack {
  readonly id: string
  readonly jurisdiction: string
  readonly title: Words
  readonly revision: number
  readonly status: 'draft' | 'published' | 'withdrawn'
  readonly extends?: readonly string[]
  /** Only for those who ask for it, as a pilot is; it belongs to no place's law by itself. */
  readonly onRequest?: boolean
  readonly about?: About
  readonly sources: readonly Source[]
  readonly facts: Readonly<Record<string, FactDocument>>
  readonly actions: Readonly<Record<string, Words>>
  readonly parameters: Readonly<Record<string, ParameterDocument>>
  readonly definitions: Readonly<Record<string, DefinitionDocument>>
  readonly interpretations: Readonly<Record<string, InterpretationDocument>>
  readonly norms: readonly NormDocument[]
  readonly money?: MoneyDocument
  readonly digests?: Readonly<Record<string, Words>>
}

/** An institution's own rule: a stricter value of a parameter, on its own basis. */
export interface InstitutionRule {
  readonly param: string
  readonly from: string
  readonly to?: string
  readonly value: string | number
  readonly by: string
  readonly basis: string
}

/** A reading that an institution chose for an ambiguous clause, on its own basis, from a day on. */
export interface InstitutionReading {
  readonly id: string
  readonly from: string
  readonly to?: string
  readonly reading: string
  readonly by: string
  readonly basis: string
}

/** Resolves an address against the pack's first source. */
export function citeOf(pack: Pick<Pack, 'sources'>, address: Address): Cite {
  const [source, at] = address.includes('#') ? address.split('#') : [pack.sources[0]?.id, address]
  return { source: source ?? '', at: at ?? '' }
}

/** All addresses of a norm, resolved. */
export function citesOf(
  pack: Pick<Pack, 'sources'>,
  cite: Address | readonly Address[],
): readonly Cite[] {
  return (typeof cite === 'string' ? [cite] : cite).map((address) => citeOf(pack, address))
}
