import type { Calendar, Words } from '@yizhuan/kit'
import type { Group, Matter } from './agenda.ts'
import type { Condition } from './condition.ts'
import type { Compiler, Evaluate } from './evaluate.ts'
import type { Expression } from './expression.ts'
import type { FactPlaces } from './facts-at.ts'
import type { MoneyPlan } from './money.ts'
import type { Cite, FactDocument, Pack, Source, TypeDocument } from './pack.ts'
import type { Layers } from './parameters.ts'
import type { Jurisdiction } from './regimes.ts'
import type { Unknown, Value } from './value.ts'

/** A norm ready to be judged. */
export interface Norm {
  /** Its number among the norms of the law. */
  readonly place: number
  readonly id: string
  readonly pack: string
  readonly topic: string
  readonly title: Words
  readonly force: 'must' | 'should'
  readonly isProhibition: boolean
  readonly cites: readonly Cite[]
  readonly anchor: readonly string[]
  readonly requiredFor: readonly string[]
  readonly settledBy: string | undefined
  readonly replaces: readonly string[]
  readonly source: Source | undefined
  /** A draft advises; only law in force blocks. */
  readonly isAdvisory: boolean
  /** It stands in the way of an act; a rule in principle or a draft only warns. */
  readonly blocks: boolean
  readonly trees: NormTrees
  readonly run: NormRun
  /** Facts that must have certain codes before anything else of the norm is looked at. */
  readonly gates: readonly Gate[]
  readonly uses: Uses
  /** The readings it rests on where nobody chose others. */
  readonly readings: readonly UsedReading[]
  /** Place of its anchor among the anchors, and of its parameters among the parameters. */
  readonly anchorPlace: number
  readonly parameters: readonly number[]
}

/** A reading that a norm rests on, and the others that the clause allows. */
export interface UsedReading {
  readonly id: string
  readonly reading: string
  readonly alternatives: readonly string[]
  /** Who chose it and on what basis; absent for the documented default. */
  readonly chosen?: { readonly by: string; readonly basis: string; readonly from: string }
}

/** The expressions of a norm. */
export interface NormTrees {
  readonly applies?: Expression
  readonly satisfied: Expression
  readonly open?: Expression
  readonly due?: Expression
  readonly opens?: Expression
}

/** The first thing a norm asks: whether a fact, by its place, is one of some codes. */
export interface Gate {
  readonly place: number
  readonly codes: readonly Value[]
}

/** The same, ready to run. */
export interface NormRun {
  readonly applies: Condition | undefined
  readonly satisfied: Condition
  readonly open: Evaluate | undefined
  readonly due: Evaluate | undefined
  readonly opens: Evaluate | undefined
}

/** What a norm depends on, through definitions and readings. */
export interface Uses {
  readonly facts: ReadonlySet<string>
  readonly params: ReadonlySet<string>
  readonly readings: ReadonlySet<string>
  /** Definitions. */
  readonly terms: ReadonlySet<string>
  /** The norm's own articles, then those of the conditions and terms in it; each once. */
  readonly cites: readonly Cite[]
}

/** A term with its meaning. */
export interface Definition {
  readonly label: Words
  readonly type: TypeDocument
  readonly cite: Cite
  readonly tree: Expression
}

/** An ambiguous clause with its readings. */
export interface Interpretation {
  readonly label: Words
  readonly type: TypeDocument
  readonly question: Words
  readonly cite: Cite
  readonly default: string
  readonly rationale: Words
  readonly readings: ReadonlyMap<string, { readonly text: Words; readonly tree: Expression }>
}

/** What the closures of a law run on: its facts, parameters and terms by their places. */
export interface Code {
  readonly byId: ReadonlyMap<string, Norm>
  readonly facts: FactPlaces
  /** Every list of facts that some norm is anchored to: places of facts. */
  readonly anchors: readonly (readonly number[])[]
  readonly terms: readonly Term[]
  /** Norms that are judged under one law, in groups. */
  readonly groups: readonly Group[]
  readonly matter: Matter | undefined
  readonly all: Jurisdiction
  /** The same without what drafts say: what norms in force look at. One with it where there is no draft. */
  readonly inForce: Jurisdiction
  /** The norms that speak in the place of others: places of norms. */
  readonly special: readonly { readonly special: Norm; readonly general: readonly number[] }[]
  readonly money: MoneyPlan | undefined
  readonly compiler: Compiler
}

/** A definition or an interpretation, ready to run. */
export interface Term {
  readonly id: string
  /** It asks for the last day of the norm in which it stands. */
  readonly usesDue: boolean
  /** What it says where nobody chose a reading, and what each reading says. */
  readonly run: Evaluate
  readonly readings: ReadonlyMap<string, Evaluate>
  /** What it is to itself. */
  readonly unknown: Unknown
}

/** A stack of packs, base first, compiled once and immutable. */
export interface Law {
  readonly id: string
  readonly hash: string
  readonly packs: readonly Pack[]
  readonly vocabulary: Readonly<Record<string, FactDocument>>
  readonly actions: Readonly<Record<string, Words>>
  readonly layers: Layers
  readonly definitions: ReadonlyMap<string, Definition>
  readonly interpretations: ReadonlyMap<string, Interpretation>
  readonly norms: readonly Norm[]
  readonly calendar: Calendar
  readonly code: Code
}
