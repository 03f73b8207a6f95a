// Plays a case over years of working days: somebody does what the case waits for, or something
// happens to it, or a few days pass. Nothing is recorded that the decider does not accept, and what it
// does not accept changes nothing: states are frozen while people try.
import { addDays, addWorkdays, type Calendar, type Day, InputError, sha256Hex } from '@yizhuan/kit'
import type { Law } from '@yizhuan/law'
import { type Command, type Decision, decide } from '../procedure/decide.ts'
import { type Entry, GENESIS, link } from '../procedure/entry.ts'
import { nextActs } from '../procedure/next-acts.ts'
import { actOf, type Procedure } from '../procedure/procedure.ts'
import type { Role } from '../procedure/roles.ts'
import type { CommonState } from '../procedure/state.ts'
import type { Luck } from './luck.ts'

/** What somebody wants to record. */
export interface Move {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  readonly role?: Role
  /** By how many days it is recorded later than it happened. */
  readonly late?: number
}

/** What is known when a move is thought of. */
export interface Table<State extends CommonState> {
  readonly state: State | undefined
  readonly today: Day
  readonly luck: Luck
  readonly law: Law
}

/** Thinks of the next moves of a case, the likeliest first; none where one waits. */
export type Player<State extends CommonState> = (table: Table<State>) => Iterable<Move>

type Accepted = Extract<Decision, { readonly kind: 'accepted' }>

/** An act that was recorded, what was decided of it, and the record with it. */
export interface Recording {
  readonly entry: Entry
  readonly decision: Accepted
  readonly entries: readonly Entry[]
}

/** A case as it stood when the play was over. */
export interface Played {
  readonly procedure: Procedure
  readonly law: Law
  readonly entries: readonly Entry[]
  readonly state: CommonState
  /** The day the play was over. */
  readonly until: Day
  readonly refused: number
}

export interface Setting {
  readonly law: Law
  readonly calendar: Calendar
  readonly luck: Luck
  readonly id: string
  readonly from: Day
  readonly to: Day
  /** On how many days somebody looks at the case, at most. */
  readonly turns?: number
  readonly watch?: (recording: Recording) => void
}

/** Plays one case from a day to another. */
export function play<State extends CommonState>(
  procedure: Procedure<State>,
  player: Player<State>,
  setting: Setting,
): Played {
  const { law, luck, calendar, id, to, watch, turns = Number.POSITIVE_INFINITY } = setting
  const entries: Entry[] = []
  let state: State | undefined
  let refused = 0
  let today = setting.from
  for (let turn = 0; turn < turns && today <= to && (!state || isGoing(state)); turn += 1) {
    let moved = false
    for (const move of player({ state, today, luck, law })) {
      const act = actOn(procedure, move, today)
      const decision = tried(procedure, law, today, state, { ...act, data: move.data })
      if (decision === undefined) {
        refused += 1
        continue
      }
      const { hash } = entries.at(-1) ?? { hash: GENESIS }
      const { data } = decision
      const entry = link(hash, { case: id, seq: entries.length + 1, ...act, data })
      entries.push(entry)
      state = frozen(decision.after)
      watch?.({ entry, decision, entries })
      moved = true
      break
    }
    today = nextDay(moved)
  }
  if (!state) throw new Error(`${procedure.id} could not be opened.`)
  return { procedure, law, entries, state, until: today, refused }

  /** Many acts of a day come in a row; else people take their time, or wait for a period to end. */
  function nextDay(moved: boolean): Day {
    const days = moved ? (luck.happens(0.4) ? 0 : 1 + luck.below(6)) : 5 + luck.below(20)
    const then = addWorkdays(today, days, calendar)
    const opens = moved || !state ? undefined : openingDay(procedure, law, state, today)
    return opens !== undefined && opens > then ? calendar.workdayAfter(addDays(opens, -1)) : then
  }
}

function actOn<State extends CommonState>(
  procedure: Procedure<State>,
  { type, role, late = 0 }: Move,
  today: Day,
) {
  const who = role ?? actOf(procedure, type)?.who[0] ?? 'admin'
  return {
    type,
    on: addDays(today, -late),
    at: `${today}T09:00:00+08:00`,
    by: { person: `person-of-${who}`, name: who, role: who },
    files: [{ name: '材料.pdf', sha256: sha256Hex(type), size: 1 }],
    ...(late > 0 && { lateReason: '材料后到' }),
  }
}

/** What the decider says of an act; undefined for a no, whatever it is for. */
function tried<State extends CommonState>(
  procedure: Procedure<State>,
  law: Law,
  today: Day,
  state: State | undefined,
  command: Command,
) {
  try {
    const decision = decide(procedure, { law, today }, state, command)
    return decision.kind === 'accepted' ? decision : undefined
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

/** A state that nobody can change any more. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const one of Object.values(value)) frozen(one)
  return Object.freeze(value)
}

/** Whether a case goes on: a terminated one is still settled. */
function isGoing({ status }: CommonState): boolean {
  return status === 'open' || status === 'suspended' || status === 'terminated'
}

/** The first day on which a waiting period lets the case go on. */
export function openingDay<State extends CommonState>(
  procedure: Procedure<State>,
  law: Law,
  state: State,
  today: Day,
): Day | undefined {
  return nextActs(procedure, { law, today }, state)
    .flatMap(({ opens }) => opens ?? [])
    .filter((opens) => opens > today)
    .toSorted()[0]
}
