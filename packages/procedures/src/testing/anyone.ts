// People who know nothing of a procedure but what it says of itself: they take the acts that are
// offered to them and fill in their forms. Hints, as data, say what they would know besides.
import type { Law } from '@yizhuan/law'
import { neededActs } from '../procedure/needed.ts'
import { type NextAct, nextActs } from '../procedure/next-acts.ts'
import type { Procedure } from '../procedure/procedure.ts'
import { roles } from '../procedure/roles.ts'
import type { CommonState } from '../procedure/state.ts'
import { type Filling, filledForm } from './form.ts'
import type { Luck } from './luck.ts'
import type { Move, Player, Table } from './play.ts'

type Data = Readonly<Record<string, unknown>>

/** What a state, a day and the law make likely in a form. */
export interface Seen<State extends CommonState> {
  readonly procedure: Procedure<State>
  readonly state: State
  readonly today: Table<State>['today']
  readonly law: Law
  readonly luck: Luck
}

/** What people know of a procedure beside its forms. */
export interface Hints<State extends CommonState = CommonState> {
  /** How often an act that the case does not wait for is done on a day; 3 of 100 where it is not said. */
  readonly often?: Readonly<Record<string, number>>
  /** Answers by the field, for all acts (`*`) or one. */
  readonly mostly?: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>
  /** What must add up with the record. */
  readonly sums?: Readonly<Record<string, (seen: Seen<State>) => Data>>
}

/** What most people do rarely in any procedure: it ends the case, or begins it anew. */
const rarely: Readonly<Record<string, number>> = {
  withdrawn: 0.002,
  terminated: 0.002,
  serviceTerminated: 0.005,
  useTerminated: 0.003,
  refused: 0.004,
  dissolved: 0.002,
  termsChanged: 0.01,
  objectionFiled: 0.015,
  abnormalityFound: 0.008,
}

const attempts = 4

/** Carries any case on, lawfully for the most part. */
export function anyone<State extends CommonState>(
  procedure: Procedure<State>,
  hints: Hints<State> = {},
): Player<State> {
  return function* moves(table) {
    const { state, today, luck, law } = table
    if (!state) {
      yield* filled(procedure, hints, table, { type: procedure.opening, missing: [] }, 0.03)
      return
    }
    const offered = nextActs(procedure, { law, today }, state).filter(({ can }) => can !== 'no')
    const needed = neededActs(procedure, state)
    const chance = (type: string) => hints.often?.[type] ?? rarely[type] ?? 0.03
    const besides = offered.filter(
      ({ type }) => !needed.includes(type) && luck.happens(chance(type)),
    )
    const due = shuffled(
      offered.filter(({ type }) => needed.includes(type)),
      luck,
    )
    for (const act of [...besides, ...due]) yield* filled(procedure, hints, table, act, 0.05)
    // A case that waits for nothing goes on all the same, now and then.
    if (due.length === 0 && besides.length === 0 && luck.happens(0.3)) {
      const free = offered.filter(({ type }) => rarely[type] === undefined)
      if (free.length > 0) yield* filled(procedure, hints, table, luck.oneOf(free), 0.05)
    }
  }
}

/** Tries anything at any time, in any role. */
export function wildly<State extends CommonState>(
  procedure: Procedure<State>,
  hints: Hints<State> = {},
): Player<State> {
  const lawful = anyone(procedure, hints)
  const types = Object.keys(procedure.acts)
  return function* moves(table) {
    const { state, luck } = table
    if (state && luck.happens(0.5)) {
      for (let at = 0; at < 6; at += 1) {
        const type = luck.oneOf(types)
        const [move] = filled(procedure, hints, table, { type, missing: [] }, 0.3)
        if (move) yield luck.happens(0.2) ? { ...move, role: luck.oneOf(roles) } : move
      }
    }
    yield* lawful(table)
  }
}

/** The same act filled in a few times over, until one filling is taken. */
function* filled<State extends CommonState>(
  procedure: Procedure<State>,
  hints: Hints<State>,
  { state, today, luck, law }: Table<State>,
  { type, missing }: Pick<NextAct, 'type' | 'missing'>,
  wild: number,
): Generator<Move> {
  const rule = procedure.acts[type]
  if (!rule) return
  const mostly = { ...hints.mostly?.['*'], ...hints.mostly?.[type] }
  for (let at = 0; at < attempts; at += 1) {
    const filling: Filling = { luck, today, mostly, wild: wild * (at + 1) }
    const sums = state ? hints.sums?.[type]?.({ procedure, state, today, law, luck }) : undefined
    const data = { ...filledForm(rule, state, missing, filling), ...sums }
    const late = luck.happens(0.1) ? 1 + luck.below(4) : 0
    yield { type, data, role: luck.oneOf(rule.who), ...(late > 0 && at === 0 && { late }) }
  }
}

function shuffled<Item>(items: readonly Item[], luck: Luck): readonly Item[] {
  return items
    .map((item) => [luck.below(1000), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item)
}
