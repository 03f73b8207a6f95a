import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import { insertMany } from '../../../platform/bulk.ts'
import type { Tx } from '../../../platform/database.ts'
import './officer.table.ts'
import type { Colleague, Officers } from './officer.ts'

/** Everybody of an institution with an account, by name, and the roles they hold on a day. */
export async function staffOf(
  tx: Tx,
  institution: string,
  today: Day,
): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`
    select person_id as person, name, disabled_at is not null as "isDisabled", array(
      select distinct role from role_grant
      where account_id = account.id and from_day <= ${today}
        and (to_day is null or to_day > ${today})
      order by role) as roles
    from account where institution_id = ${institution} order by name, person_id
  `.execute(tx)
  return rows
}

/** One officer of a case as the page of the case shows it. */
export interface OfficerRow {
  readonly person: string
  readonly name: string
  readonly part: 'lead' | 'support'
  readonly since: string
}

/** The name of an officer, as it stands at the account now. */
const holderName = sql<string>`coalesce((
  select name from account where account.institution_id = case_officer.institution_id
    and account.person_id = case_officer.person_id limit 1), '')`

/** The officers of a case, the one in charge first. */
export async function officersOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<readonly OfficerRow[]> {
  return tx
    .selectFrom('caseOfficer')
    .select(['personId as person', 'part', 'since', holderName.as('name')])
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .orderBy('part')
    .orderBy('since')
    .orderBy('personId')
    .execute()
}

/** The officers of some cases, by the case. */
export async function officersByCase(
  tx: Tx,
  institution: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Officers>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('caseOfficer')
    .select(['caseId', 'personId', 'part'])
    .where('institutionId', '=', institution)
    .where('caseId', 'in', [...ids])
    .orderBy('since')
    .orderBy('personId')
    .execute()
  const found = new Map<string, Officers>(ids.map((id) => [id, { lead: undefined, support: [] }]))
  for (const { caseId, personId, part } of rows) {
    const before = found.get(caseId) ?? { lead: undefined, support: [] }
    const after =
      part === 'lead'
        ? { ...before, lead: personId }
        : { ...before, support: [...before.support, personId] }
    found.set(caseId, after)
  }
  return found
}

/** Who of some persons carries which case, by the case. */
export async function casesOf(
  tx: Tx,
  institution: string,
  persons: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>()
  if (persons.length === 0) return found
  const rows = await tx
    .selectFrom('caseOfficer')
    .select(['caseId', 'personId'])
    .where('institutionId', '=', institution)
    .where('personId', '=', sql<string>`any(${persons})`)
    .execute()
  for (const { caseId, personId } of rows) {
    found.set(caseId, (found.get(caseId) ?? new Set()).add(personId))
  }
  return found
}

/** A case that somebody carries, and how it stands. */
export interface CarriedCase {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly seq: number
  readonly part: 'lead' | 'support'
}

/** The cases a person carries that are not over, by number. */
export function carriedBy(
  tx: Tx,
  institution: string,
  person: string,
): Promise<readonly CarriedCase[]> {
  return tx
    .selectFrom('caseOfficer')
    .innerJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'caseOfficer.institutionId')
        .onRef('transferCase.id', '=', 'caseOfficer.caseId'),
    )
    .select([
      'transferCase.id',
      'transferCase.number',
      'transferCase.title',
      'transferCase.seq',
      'caseOfficer.part',
    ])
    .where('caseOfficer.institutionId', '=', institution)
    .where('transferCase.institutionId', '=', institution)
    .where('caseOfficer.personId', '=', person)
    .where('transferCase.status', 'in', ['open', 'suspended'])
    .orderBy('transferCase.number')
    .execute()
}

/** Which of some cases are closed to a person. */
export async function closedTo(
  tx: Tx,
  institution: string,
  ids: readonly string[],
  { person, roles }: Pick<Colleague, 'person' | 'roles'>,
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('closedCase')
    .select(['caseId', 'readerRoles', 'readerPeople'])
    .where('institutionId', '=', institution)
    .where('caseId', 'in', [...ids])
    .execute()
  return rows
    .filter(({ readerRoles }) => !readerRoles.some((role) => roles.includes(role)))
    .filter(({ readerPeople }) => !readerPeople.includes(person))
    .map(({ caseId }) => caseId)
}

/** Which of some numbers are those of cases that the caller may read. */
export async function numbersRead(
  tx: Tx,
  institution: string,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set()
  const rows = await tx
    .selectFrom('transferCase')
    .select('number')
    .where('institutionId', '=', institution)
    .where('number', '=', sql<string>`any(${numbers})`)
    .execute()
  return new Set(rows.map(({ number }) => number))
}

/** How many cases that are not over each person carries. */
export async function loads(
  tx: Tx,
  institution: string,
): Promise<ReadonlyMap<string, { readonly lead: number; readonly support: number }>> {
  const rows = await tx
    .selectFrom('caseOfficer')
    .innerJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'caseOfficer.institutionId')
        .onRef('transferCase.id', '=', 'caseOfficer.caseId'),
    )
    .select((select) => [
      'caseOfficer.personId as person',
      select.fn.countAll<string>().filterWhere('part', '=', 'lead').as('lead'),
      select.fn.countAll<string>().filterWhere('part', '=', 'support').as('support'),
    ])
    .where('caseOfficer.institutionId', '=', institution)
    .where('transferCase.institutionId', '=', institution)
    .where('transferCase.status', 'in', ['open', 'suspended'])
    .groupBy('caseOfficer.personId')
    .execute()
  return new Map(
    rows.map(({ person, lead, support }) => [
      person,
      { lead: Number(lead), support: Number(support) },
    ]),
  )
}

/** Writes who carries a case from now on; who stays keeps the day since when. */
export async function replaceOfficers(
  tx: Tx,
  institution: string,
  id: string,
  before: Officers,
  after: Officers,
  today: Day,
): Promise<void> {
  const [were, are] = [partsOf(before), partsOf(after)]
  const gone = [...were].filter(([person, part]) => are.get(person) !== part)
  const come = [...are].filter(([person, part]) => were.get(person) !== part)
  if (gone.length > 0) {
    await tx
      .deleteFrom('caseOfficer')
      .where('institutionId', '=', institution)
      .where('caseId', '=', id)
      .where(
        'personId',
        'in',
        gone.map(([person]) => person),
      )
      .execute()
  }
  await insertMany(
    tx,
    'caseOfficer',
    come.map(([personId, part]) => ({
      institutionId: institution,
      caseId: id,
      personId,
      part,
      since: today,
    })),
  )
}

function partsOf({ lead, support }: Officers): Map<string, 'lead' | 'support'> {
  return new Map([
    ...support.map((person) => [person, 'support'] as const),
    ...(lead === undefined ? [] : [[lead, 'lead'] as const]),
  ])
}
