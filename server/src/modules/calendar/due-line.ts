// A due as people see it: how urgent it is, who must act, who put off being reminded, who was told.
import { addDays, type Day } from '@yizhuan/kit'
import type { RegisteredDue } from '../../platform/dues.ts'
import { type Urgency, urgency } from './urgency.ts'

/** Somebody of the institution, and what they may do. */
export interface Colleague {
  readonly person: string
  readonly name: string
  readonly roles: readonly string[]
}

/** A reminder that somebody put off. */
export interface Snooze {
  readonly id: string
  readonly key: string
  readonly person: string
  readonly name: string
  readonly until: string
  readonly reason: string
}

/** Whom the lateness of a due was passed on to, and when. */
export interface Passed {
  readonly key: string
  readonly on: string
  readonly level: 'reviewer' | 'leaders'
  readonly toldOn: string
  readonly workdays: number
}

/** Somebody who stands in for somebody who is away, in some of their roles. */
export interface StandIn {
  readonly substitute: string
  readonly absent: { readonly person: string }
  readonly roles: readonly string[]
}

/** A due with everything that is known around it. */
export interface DueLine extends RegisteredDue {
  readonly status: Urgency
  readonly daysLeft: number
  readonly who: readonly Colleague[]
  readonly snoozes: readonly Snooze[]
  readonly passed: readonly Passed[]
}

/** What surrounds the dues of an institution on a day. */
export interface Surroundings {
  readonly today: Day
  readonly colleagues: readonly Colleague[]
  /** Who answers for a record or helps with it, by its id. */
  readonly officers: ReadonlyMap<string, ReadonlySet<string>>
  /** Who has recorded an act in a record, by its id. */
  readonly actors: ReadonlyMap<string, ReadonlySet<string>>
  /** Who stands in for whom in a record, by its id, while somebody is away. */
  readonly standInsIn: (record: string) => readonly StandIn[]
  readonly snoozes: readonly Snooze[]
  readonly passed: readonly Passed[]
}

/** Puts a due together with what surrounds it. */
export function lineOf(due: RegisteredDue, around: Surroundings): DueLine {
  const { today } = around
  return {
    ...due,
    ...urgencyOf(due, today),
    who: toAsk(due, around),
    snoozes: around.snoozes.filter(({ key, until }) => key === due.key && until > today),
    passed: around.passed.filter(({ key, on }) => key === due.key && on === due.day),
  }
}

/** Lines in the order of their days; on one day as their records are numbered. */
export function byDay(a: DueLine, b: DueLine): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return (a.record.number ?? '').localeCompare(b.record.number ?? '') || (a.key < b.key ? -1 : 1)
}

/**
 * Whether a person is reminded of a due today: it is theirs, it can be done, and they did not put it
 * off. Time that merely runs is nobody's to do.
 */
export function isRemindedOf(line: DueLine, person: string): boolean {
  const isTheirs = line.who.some((one) => one.person === person)
  return isTheirs && !line.snoozes.some((snooze) => snooze.person === person)
}

/** The day a notice runs is its own; what it leads to can be done on the day after. */
function urgencyOf({ kind, day }: RegisteredDue, today: Day) {
  const isLast = kind === 'deadline' || kind === 'term'
  const opens = kind === 'notice' ? addDays(day, 1) : day
  const { status, daysLeft } = urgency(
    isLast ? { due: day, opens: null } : { due: null, opens },
    today,
  )
  const left = daysLeft ?? 0
  return { status, daysLeft: kind === 'notice' ? Math.max(0, left - 1) : left }
}

/**
 * The holders of the roles that act, by their own right or lent to them: those who answer for the
 * record, or else those who know it, or else all of them. A substitute stands beside who is away.
 * Whose own matter it is stands first.
 */
function toAsk(
  { roles, record, ownTo }: RegisteredDue,
  around: Surroundings,
): readonly Colleague[] {
  const officers = around.officers.get(record.id)
  const actors = around.actors.get(record.id)
  const standIns = around.standInsIn(record.id)
  const asWhom = (person: string) => standIns.filter(({ substitute }) => substitute === person)
  const among = (held: readonly string[]) => held.some((role) => roles.includes(role))
  const holders = around.colleagues.filter(
    (one) => among(one.roles) || asWhom(one.person).some((lent) => among(lent.roles)),
  )
  const isOf = (persons: ReadonlySet<string> | undefined, person: string) =>
    persons?.has(person) || asWhom(person).some(({ absent }) => persons?.has(absent.person))
  const named = holders.filter(({ person }) => isOf(officers, person))
  const known = holders.filter(({ person }) => isOf(actors, person))
  const asked = [named, known, holders].find(({ length }) => length > 0) ?? []
  const owner = around.colleagues.filter(({ person }) => person === ownTo)
  return [...owner, ...asked.filter(({ person }) => person !== ownTo)]
}
