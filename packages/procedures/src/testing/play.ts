// Plays a case over years of working days: somebody does what the case waits for, or something
// happens to it, or a few days pass. Nothing is recorded that the decider does not accept.
import { addDays, addWorkdays, type Calendar, type Day, sha256Hex } from '@yizhuan/kit'
import type { Law } from '@yizhuan/law'
import { decide } from '../procedure/decide.ts'
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
  /** Who acts, where one role has several persons. */
  readonly person?: string
}

/** What is known when a move is thought of. */
export interface Table<State extends CommonState> {
  readonly state: State | undefined
  readonly today: Day
  readonly luck: Luck
  readonly law: Law
}

/** Thinks of the next moves of a case, the likeliest first; none where one waits. */
export type Player<State extends CommonState> = (table: Table<State>) => readonly Move[]

/** A case as it stood when the play was over. */
export interface Played {
  readonly procedure: Procedure
  readonly entries: readonly Entry[]
  readonly state: CommonState
  readonly refused: number
}

/** Plays one case from a day to another. */
export function play<State extends CommonState>(
  procedure: Procedure<State>,
  player: Player<State>,
  setting: {
    readonly law: Law
    readonly calendar: Calendar
    readonly luck: Luck
    readonly id: string
    readonly from: Day
    readonly to: Day
  },
): Played {
  const { law, luck, calendar, id, to } = setting
  const entries: Entry[] = []
  let state: State | undefined
  let refused = 0
  let today = setting.from
  while (today <= to && (state === undefined || isGoing(state))) {
    const moves = player({ state, today, luck, law })
    let moved = false
    for (const { type, data, role, person } of moves) {
      const who = role ?? actOf(procedure, type)?.who[0] ?? 'admin'
      const by = { person: person ?? `person-of-${who}`, name: who, role: who }
      const at = `${today}T09:00:00+08:00`
      const files = [{ name: '材料.pdf', sha256: sha256Hex(type), size: 1 }]
      const act = { type, on: today, at, by, files }
      const decision = decide(procedure, { law, today }, state, { ...act, data })
      if (decision.kind === 'refused') {
        refused += 1
        continue
      }
      const { hash } = entries.at(-1) ?? { hash: GENESIS }
      entries.push(link(hash, { case: id, seq: entries.length + 1, ...act, data: decision.data }))
      state = decision.after
      moved = true
      break
    }
    // Many acts of a day come in a row; else people take their time, or wait for a period to end.
    const days = moved ? (luck.happens(0.4) ? 0 : 1 + luck.below(6)) : 5 + luck.below(20)
    const opens = moved || !state ? undefined : openingDay(procedure, law, state, today)
    const then = addWorkdays(today, days, calendar)
    today = opens !== undefined && opens > then ? workdayFrom(opens, calendar) : then
  }
  if (!state) throw new Error(`${procedure.id} could not be opened.`)
  return { procedure, entries, state, refused }
}

/** Whether a case goes on: a terminated one is still settled. */
function isGoing({ status }: CommonState): boolean {
  return status === 'open' || status === 'suspended' || status === 'terminated'
}

/** The first day on which a waiting period lets the case go on. */
function openingDay<State extends CommonState>(
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

function workdayFrom(day: Day, calendar: Calendar): Day {
  return calendar.workdayAfter(addDays(day, -1))
}
