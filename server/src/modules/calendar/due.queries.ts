import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import { mayUse } from '../../platform/access.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { reaches, standInsOn } from '../cases/index.ts'
import './calendar.table.ts'
import {
  byDay,
  type Colleague,
  type DueLine,
  lineOf,
  type Passed,
  type Snooze,
} from './due-line.ts'
import { sources } from './sources.ts'

/** Which dues are asked for. */
export interface Asked {
  readonly today: Day
  /** The last day to look at. */
  readonly until: Day
  /** Of one record only. */
  readonly record?: string | undefined
}

/** Whose eyes see the dues: rights are those of now, not of when a reminder was set. */
interface Reader extends Pick<Caller, 'institution' | 'roles'> {
  /** None where nobody in particular looks. */
  readonly person?: string | undefined
}

/** Everything due up to a day that the reader may see, in the order of days. */
export async function duesFor(tx: Tx, reader: Reader, asked: Asked): Promise<DueLine[]> {
  const { institution } = reader
  const { today, until, record } = asked
  const lists = await Promise.all(
    sources.map(async (source) => {
      const isOpen = mayUse(reader as Caller, source.access)
      if (!isOpen && !(source.tellsOwn && reader.person)) return []
      const all = await source.duesUpTo(tx, institution, until, record, today)
      return isOpen ? all : all.filter(({ ownTo }) => ownTo === reader.person)
    }),
  )
  const dues = lists.flat()
  const ids = [...new Set(dues.map(({ record: { id } }) => id))]
  const late = dues.filter(({ day }) => day < today).map(({ key }) => key)
  const [colleagues, officers, actors, standIns, snoozes, passed] = await Promise.all([
    colleaguesNow(tx, institution),
    personsBy(ids, officersIn(tx, institution, ids)),
    personsBy(ids, actorsIn(tx, institution, ids)),
    standInsOn(tx, institution, today),
    snoozesOf(tx, institution, today),
    passedOn(tx, institution, late),
  ])
  const standInsIn = (record: string) =>
    standIns.filter((one) => reaches(one, officers.get(record)))
  const around = { today, colleagues, officers, actors, standInsIn, snoozes, passed }
  return dues.map((due) => lineOf(due, around)).sort(byDay)
}

/** Who can act at an institution, as their roles were last settled. */
function colleaguesNow(tx: Tx, institution: string): Promise<Colleague[]> {
  return tx
    .selectFrom('account')
    .select(['personId as person', 'name', 'roles'])
    .where('institutionId', '=', institution)
    .where('disabledAt', 'is', null)
    .orderBy('name')
    .execute()
}

/** Who carries the cases that dues are of. */
function officersIn(tx: Tx, institution: string, ids: readonly string[]) {
  return tx
    .selectFrom('caseOfficer')
    .select(['caseId', 'personId as person'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', sql<string>`any(${ids})`)
}

/** Who has recorded acts in the cases that dues are of. */
function actorsIn(tx: Tx, institution: string, ids: readonly string[]) {
  return tx
    .selectFrom('act')
    .select(['caseId', 'byPerson as person'])
    .distinct()
    .where('institutionId', '=', institution)
    .where('caseId', '=', sql<string>`any(${ids})`)
}

async function personsBy(
  ids: readonly string[],
  query: { execute(): Promise<readonly { caseId: string; person: string }[]> },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const persons = new Map<string, Set<string>>()
  if (ids.length === 0) return persons
  for (const { caseId, person } of await query.execute()) {
    persons.set(caseId, (persons.get(caseId) ?? new Set()).add(person))
  }
  return persons
}

/** The reminders that are put off beyond a day. */
export function snoozesOf(tx: Tx, institution: string, today: Day): Promise<Snooze[]> {
  return tx
    .selectFrom('dueSnooze')
    .select(['id', 'dueKey as key', 'personId as person', 'personName as name', 'until', 'reason'])
    .where('institutionId', '=', institution)
    .where('undoneAt', 'is', null)
    .where('until', '>', today)
    .orderBy('madeAt')
    .execute()
}

/** Whom the lateness of some dues was passed on to. */
export async function passedOn(
  tx: Tx,
  institution: string,
  keys: readonly string[],
): Promise<Passed[]> {
  if (keys.length === 0) return []
  return tx
    .selectFrom('dueEscalation')
    .select(['dueKey as key', 'dueOn as on', 'level', 'toldOn', 'workdays'])
    .where('institutionId', '=', institution)
    .where('dueKey', '=', sql<string>`any(${keys})`)
    .orderBy('toldOn')
    .orderBy('level', 'desc')
    .execute()
}
