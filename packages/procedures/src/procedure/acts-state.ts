// A state for procedures whose steps need no more than to be remembered: the acts that count, by
// kind. An act may take others back and may end or suspend the case; nothing is erased from the record.
import type { Day } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Act } from './entry.ts'
import type { ActRule } from './procedure.ts'
import {
  type CaseStatus,
  type CommonState,
  opening,
  type Recorded,
  recorded,
  traceOf,
} from './state.ts'

type Data = Readonly<Record<string, unknown>>

/** The acts that count, by their kind, the earliest first. */
export interface ActsState extends CommonState {
  readonly acts: Readonly<Record<string, readonly Recorded<Data>[]>>
}

/** An act of such a procedure: beside its rules, what it does to the state. */
export interface StepRule<State extends ActsState = ActsState> extends ActRule<State> {
  /** The kinds of acts that no longer count after it. */
  takesBack?(data: Data, state: State): readonly string[]
  /** The act up to which those of that kind stay: what was done in an earlier round. */
  keepsUpTo?(state: State, data: Data): number
  /** What it tells of steps that were taken before the record began: they count as if recorded, each on its day. */
  tells?(data: Data): Readonly<Record<string, { readonly on: Day; readonly data: Data }>>
  /** Where it leads; undefined for no change. */
  leads?(data: Data, state: State): CaseStatus | undefined
}

/** The fold of a procedure made of steps. */
export function foldSteps(steps: Readonly<Record<string, StepRule>>) {
  return (state: ActsState | undefined, act: Act): ActsState => {
    const before: ActsState = state ?? { ...opening<Data>(act), acts: {} }
    const rule = Object.hasOwn(steps, act.type) ? steps[act.type] : undefined
    const gone = rule?.takesBack?.(act.data, before) ?? []
    const upTo = rule?.keepsUpTo?.(before, act.data) ?? 0
    const acts = withTold(withAct(before.acts, act, gone, upTo), act, rule?.tells?.(act.data) ?? {})
    const after = { ...before, ...traceOf(before, act), acts }
    const status = rule?.leads?.(act.data, after)
    return status === undefined ? after : { ...after, status }
  }
}

/** The acts that count after one more, when some kinds no longer do but for those up to a place. */
export function withAct(
  before: ActsState['acts'],
  act: Act,
  gone: readonly string[] = [],
  upTo = 0,
): ActsState['acts'] {
  const kept = withoutActs(before, gone, upTo)
  return { ...kept, [act.type]: [...(kept[act.type] ?? []), recorded<Data>(act)] }
}

/** The acts that count with those that one of them tells, in its place of the record and by its author. */
function withTold(
  acts: ActsState['acts'],
  { seq, by }: Act,
  told: ReturnType<NonNullable<StepRule['tells']>>,
): ActsState['acts'] {
  const more = Object.entries(told).map(([type, one]) => [
    type,
    [...(acts[type] ?? []), { seq, by, ...one }],
  ])
  return { ...acts, ...Object.fromEntries(more) }
}

/** The acts that count when some kinds no longer do but for those up to a place in the record. */
export function withoutActs(
  before: ActsState['acts'],
  gone: readonly string[],
  upTo = 0,
): ActsState['acts'] {
  return Object.fromEntries(
    Object.entries(before).flatMap(([type, all]) => {
      const kept = gone.includes(type) ? all.filter(({ seq }) => seq <= upTo) : all
      return kept.length > 0 ? [[type, kept]] : []
    }),
  )
}

/** Readers of a state by the kinds of acts a procedure knows, each with its own data. */
export function readers<Shapes extends Readonly<Record<string, z.ZodObject>>>(_shapes: Shapes) {
  type Of<T extends keyof Shapes> = Recorded<z.infer<Shapes[T]>>
  return {
    /** The latest act of a kind that counts. */
    latest: <T extends keyof Shapes & string>(state: ActsState, type: T) =>
      state.acts[type]?.at(-1) as Of<T> | undefined,
    /** All acts of a kind that count, the earliest first. */
    all: <T extends keyof Shapes & string>(state: ActsState, type: T) =>
      (state.acts[type] ?? []) as unknown as readonly Of<T>[],
  }
}

/** Whether an act of a kind counts. */
export function has(state: ActsState, type: string): boolean {
  return (state.acts[type]?.length ?? 0) > 0
}

/** Where in the record the latest act of a kind stands; 0 where there is none. */
export function placeOf(state: ActsState, type: string | undefined): number {
  return (type !== undefined && state.acts[type]?.at(-1)?.seq) || 0
}
