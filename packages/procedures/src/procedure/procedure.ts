// What a procedure is: its acts in their order, how they fold into a state, what that state says in
// the words of the law, and how people see it. Everything else is the same for all of them.
import type { Calendar, Day, Words } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Ground } from './assess-case.ts'
import type { Act, Author, FileRef } from './entry.ts'
import type { Mode } from './fields.ts'
import type { OutOfOrder, Rule } from './order.ts'
import type { Role } from './roles.ts'
import type { CaseStatus, CommonState } from './state.ts'

/** Facts as JSON, ready for `parseFacts`. A fact is left out while only a form can tell it. */
export type CaseFacts = Readonly<Record<string, unknown>>

/** What the service can gather: a case that an act concerns, the proof in it, what the registers count. */
export type Gathered =
  | 'concernedCase'
  | 'namedRight'
  | 'namedTransfer'
  | 'proofOfDuties'
  | 'companyConditions'
  | 'planBasis'
  | 'rewardRule'
  | 'freeNumber'
  | 'freeCertificate'
  | 'othersIncome'
  | 'othersParts'
  | 'reliefByDays'
  | 'voucherOnce'
  | 'cameBack'
  | 'receiptOnce'
  | 'disposalReceipts'
  | 'royaltyPeriod'
  | 'serviceReceipt'
  | 'freeHolding'
  | 'freeEntry'
  | 'knownContract'
  | 'knownServiceContract'
  | 'contractToTakeOver'
  | 'knownRefund'
  | 'handReturn'

/** Who may read a case that is closed to others: holders of some roles, and some people by name. */
export interface Readers {
  readonly roles: readonly Role[]
  readonly people: readonly string[]
}

/** One kind of act of a procedure. */
export interface ActRule<State extends CommonState = CommonState> {
  readonly label: Words
  /** Who may record it. */
  readonly who: readonly Role[]
  /** What it carries. */
  readonly data: z.ZodObject
  /** The action of the law (packs/_shared/actions.yaml) that guards it; acts without one are guarded by the record alone. */
  readonly action?: string
  /** The step of the stepper it belongs to; the last one where none is named. */
  readonly stage?: string
  /** It puts up a notice: public from the day it is recorded, never dated back. */
  readonly publishes?: boolean
  /** It says the same of several cases: one sitting, one day, one letter. */
  readonly inBulk?: boolean
  /** Done already: doing it again would say nothing, or something else than it seems. Asked before the law. */
  readonly done?: readonly Rule<State>[]
  /** Still to come: what the act would rest on is not in the record yet. Asked where the law is silent. */
  readonly ahead?: readonly Rule<State>[]
  /** The facts its files prove. */
  readonly proves?: readonly string[]
  /** The days of the acts that it rests on: it bears none before them. */
  rests?(state: State): readonly (Day | undefined)[]
  /** Whether the case waits for it; acts without are never waited for. */
  needed?(state: State): boolean
  /** What only the institution's records know of it; the service gathers that before the act is judged. */
  readonly gathers?: Gathered
  /** What `wrong` may say, in words that fit every case of it. */
  readonly wrongs?: readonly OutOfOrder[]
  /** What the data or the day get wrong against the record, and whether its author may not record it. */
  wrong?(
    state: State | undefined,
    data: Readonly<Record<string, unknown>>,
    by?: Author,
    on?: Day,
    calendar?: Calendar,
  ): OutOfOrder | undefined
  /** What it gets wrong as the law calculates; before its form is filled in there is no data. */
  wrongInLaw?(
    ground: Ground,
    state: State | undefined,
    data: Readonly<Record<string, unknown>> | undefined,
    on: Day,
  ): OutOfOrder | undefined
  /** What its files get wrong: an act that stands on papers is recorded with them. */
  wrongPapers?(
    data: Readonly<Record<string, unknown>>,
    files: readonly FileRef[],
  ): OutOfOrder | undefined
  /** The paper that is asked for beside its data: advised, never demanded. */
  asksPaper?(data: Readonly<Record<string, unknown>>): AskedPaper | undefined
  /** What the record says of its data already; a form begins with it. */
  suggests?(state: State, today: string): Readonly<Record<string, unknown>>
  /** Which of its fields do not apply as its form is filled so far, and which then are wanted; places as in `terms.price`. */
  fits?(
    state: State | undefined,
    data: Readonly<Record<string, unknown>>,
    /** The facts that the law waits for. */
    missing?: readonly string[],
  ): Fit
  /** What it would change of what was published, told before it is recorded. */
  differs?(state: State, data: Readonly<Record<string, unknown>>): readonly Difference[]
  /** What the day itself brings about, once the law's own waiting period is over; the service records it. */
  byItself?(state: State, today: Day): Readonly<Record<string, unknown>> | undefined
  /** The state as if the act were recorded today, where its form would add nothing else. */
  foreseen?(state: State, today: Day): State | undefined
}

/** A paper that a form asks for without waiting for it, and the article it is wanted by. */
export interface AskedPaper {
  readonly words: Words
  readonly cite: { readonly source: string; readonly at: string }
}

/** Fields of a form by their places. */
export interface Fit {
  readonly hides: readonly string[]
  readonly wants: readonly string[]
}

/** A published field that changes: as it was published and as it would be. */
export interface Difference {
  readonly field: string
  readonly label: Words
  readonly was: string | undefined
  readonly will: string | undefined
}

/** A step of the stepper. */
export interface Stage {
  readonly id: string
  readonly label: Words
  readonly status: 'done' | 'current' | 'ahead' | 'suspended'
  readonly on?: Day
}

/** What a list shows of a case. Amounts are whole fen. */
export interface CaseLine {
  readonly title: string
  readonly achievementId?: string
  /** The institution's other matters it is about: people, rights, companies, in words. */
  readonly about: readonly string[]
  readonly stage: string
  readonly mode?: Mode
  readonly pricing?: 'agreement' | 'listing' | 'auction'
  readonly counterparty?: string
  readonly price?: string
  readonly received?: string
  readonly distributed?: string
}

/** What a notice of a procedure with one notice is about. */
export type NoticeKind = 'empowerment' | 'use_first' | 'abandonment' | 'rectification'

/** A procedure: one folder of this package. */
export interface Procedure<State extends CommonState = CommonState> {
  readonly id: string
  readonly label: Words
  /** What it is for, in one sentence, and by which articles (`gd-2025#a25.p1`). */
  readonly purpose?: { readonly words: Words; readonly cites: readonly string[] }
  /** The topics of law it is looked at by, where its matter has many more; all of its matter otherwise. */
  readonly topics?: readonly string[]
  /** The act that opens a case; no other procedure has one of that name, so the record tells its procedure. */
  readonly opening: string
  /** Every kind of act, in the order of the main line. */
  readonly acts: Readonly<Record<string, ActRule<State>>>
  /** The acts that still count once a case has ended so. */
  readonly afterEnd?: Readonly<Partial<Record<CaseStatus, readonly string[]>>>
  /** The acts a suspended case waits for. */
  readonly whenSuspended: readonly string[]
  /** The steps of the stepper in their order. */
  readonly stageWords: Readonly<Record<string, Words>>
  /** The kind of its public notice, and the action of the law that ends it; a transfer has several. */
  readonly notice?: {
    readonly kind: NoticeKind
    readonly certifies: string
    /** The action that ends the notice while the matter is published once more. */
    certifiesAgain?(state: State): string | undefined
  }
  /** The first day its acts may bear, where it takes over what began before it. */
  begins?(state: State): Day | undefined
  /** Who alone may read a case of it; everybody in the institution where it is not said. */
  readers?(state: State): Readers
  /** The acts, by their places, that a reader it concerns does not read yet. */
  withholds?(acts: readonly Act[], person: string): ReadonlySet<number>
  /** Whom it is about: they handle nothing of it, whatever their role. */
  concerns?(acts: readonly Act[]): readonly string[]
  evolve(state: State | undefined, act: Act): State
  /** The same act by act, where it can be done at once: no state in between is kept. */
  fold?(acts: readonly Act[]): State | undefined
  /** What the record says in the words of the law's vocabulary (packs/_shared/facts). */
  facts(state: State): CaseFacts
  stages(state: State): readonly Stage[]
  line(state: State): CaseLine
}

/** The record folded; undefined before the first act. */
export function replay<State extends CommonState>(
  procedure: Procedure<State>,
  acts: readonly Act[],
): State | undefined {
  if (procedure.fold) return procedure.fold(acts)
  return acts.reduce<State | undefined>((state, act) => procedure.evolve(state, act), undefined)
}

/** The rule of an act; undefined for a name that is none of the procedure's. */
export function actOf<State extends CommonState>(
  { acts }: Procedure<State>,
  type: string,
): ActRule<State> | undefined {
  return Object.hasOwn(acts, type) ? acts[type] : undefined
}

/** The act of a procedure that carries out an action of the law; undefined when it has none. */
export function actFor({ acts }: Procedure, action: string): string | undefined {
  return Object.keys(acts).find((type) => acts[type]?.action === action)
}
