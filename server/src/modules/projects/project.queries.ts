import { sql } from 'kysely'
import type { Caller, Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import type { Standing } from './project.ts'
import './project.table.ts'
import type { ProjectFilterWire, ProjectPageWire, ProjectQueryWire } from './project.wire.ts'

/** Those who keep the ledger of work, and those who read all of it. */
export const keepers = ['tto_negotiator', 'tto_reviewer'] as const
export const readsAll = [
  ...keepers,
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
] as const

export type Reader = Pick<Caller, 'institution' | 'person' | 'roles'>

/** A page of the projects that somebody may read, newest first. */
export async function listProjects(
  tx: Tx,
  reader: Reader,
  { cursor, limit, ...filter }: ProjectQueryWire,
): Promise<ProjectPageWire> {
  let query = lines(tx, reader, filter)
  if (cursor !== undefined) query = query.where(isAfter('project', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, ({ datedOn: _place, ...line }) => line)
}

/** Every project that a filter finds and somebody may read, for an export. */
export function allProjects(tx: Tx, reader: Reader, filter: ProjectFilterWire) {
  return lines(tx, reader, filter).limit(100_000).execute()
}

function lines(tx: Tx, reader: Reader, { q, achievement }: ProjectFilterWire) {
  const { institution, person, roles } = reader
  let query = tx
    .selectFrom('project')
    .select(['id', 'number', 'title', 'leader', 'fromDay', 'toDay', 'datedOn'])
    .select([
      // Where no source says its amount there is no sum.
      sql<string | null>`(select case when count(*) = 0 then '0'
        else sum((source ->> 'amountFen')::bigint)::text end
        from jsonb_array_elements(project.funding) source)`.as('amountFen'),
      sql<number>`(select count(*)::int from jsonb_array_elements(project.funding) source
        where source ->> 'amountFen' is null)`.as('amountUnknown'),
      sql<number>`(select count(distinct person_name)::int from project_entry entry
        where entry.institution_id = project.institution_id and entry.project_id = project.id)`.as(
        'people',
      ),
      sql<number>`(select count(*)::int from project_entry entry
        where entry.institution_id = project.institution_id and entry.project_id = project.id)`.as(
        'entries',
      ),
      sql<number>`(select count(*)::int from project_entry entry
        where entry.institution_id = project.institution_id and entry.project_id = project.id
          and ${isWaitingFor(person)})`.as('waiting'),
    ])
    .where('institutionId', '=', institution)
  if (!readsAll.some((role) => roles.includes(role))) query = query.where(takesPart(person))
  if (achievement !== undefined) {
    query = query.where(sql<boolean>`project.achievements @> ${[achievement]}::uuid[]`)
  }
  if (q !== undefined) query = query.where(isFoundBy('project.id', institution, 'project', q))
  return query.orderBy('datedOn', 'desc').orderBy('id', 'desc')
}

/** Whether an entry is about somebody who did not make it, stands, and was not answered. */
const isWaitingFor = (person: string) => sql<boolean>`(
  entry.person_id = ${person}::uuid and entry.made_by <> ${person}::uuid
  and not exists (select from project_entry later
    where later.institution_id = entry.institution_id and later.corrects = entry.id)
  and not exists (select from project_answer answer
    where answer.institution_id = entry.institution_id and answer.entry_id = entry.id))`

const takesPart = (person: string) => sql<boolean>`(project.leader_person = ${person}::uuid
  or exists (select from project_entry own where own.institution_id = project.institution_id
    and own.project_id = project.id and own.person_id = ${person}::uuid))`

/** A project as stored; undefined where there is none. */
export function storedProject(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('project')
    .select(['id', 'number', 'title', 'leader', 'leaderPerson', 'funding', 'fromDay', 'toDay'])
    .select(['achievements', 'remark'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The projects with these numbers. */
export async function projectsByNumber(tx: Tx, institution: string, numbers: readonly string[]) {
  if (numbers.length === 0) return []
  return await tx
    .selectFrom('project')
    .select(['id', 'number', 'title', 'leader', 'leaderPerson', 'funding', 'fromDay', 'toDay'])
    .select(['achievements', 'remark'])
    .where('institutionId', '=', institution)
    .where('number', '=', sql<string>`any(${[...numbers]}::text[])`)
    .execute()
}

/** How somebody stands to a project. */
export async function standingIn(
  tx: Tx,
  { institution, person, roles }: Reader,
  { id, leaderPerson }: { readonly id: string; readonly leaderPerson: string | null },
): Promise<Standing> {
  if (keepers.some((role) => roles.includes(role))) return 'keeper'
  if (leaderPerson === person) return 'leader'
  const own = await tx
    .selectFrom('projectEntry')
    .select('id')
    .where('institutionId', '=', institution)
    .where('projectId', '=', id)
    .where('personId', '=', person)
    .executeTakeFirst()
  if (own) return 'participant'
  return readsAll.some((role) => roles.includes(role)) ? 'reader' : 'none'
}

/** The entries of some projects in their order, each with what corrected it and what was said to it. */
export async function entriesOf(tx: Tx, institution: string, projects: readonly string[]) {
  return await tx
    .selectFrom('projectEntry as entry')
    .leftJoin('projectAnswer as answer', (join) =>
      join
        .onRef('answer.institutionId', '=', 'entry.institutionId')
        .onRef('answer.entryId', '=', 'entry.id'),
    )
    .select(['entry.id', 'entry.projectId', 'entry.kind', 'entry.onDay', 'entry.personId'])
    .select(['entry.personName', 'entry.words', 'entry.share', 'entry.files', 'entry.corrects'])
    .select(['entry.digest', 'entry.madeBy', 'entry.madeName', 'entry.madeAt'])
    .select(['answer.answer', 'answer.words as answerWords'])
    .select(
      sql<string | null>`(select later.id from project_entry later
        where later.institution_id = entry.institution_id and later.corrects = entry.id)`.as(
        'correctedBy',
      ),
    )
    .where('entry.institutionId', '=', institution)
    .where('entry.projectId', '=', sql<string>`any(${[...projects]}::uuid[])`)
    .orderBy('entry.onDay')
    .orderBy('entry.id')
    .execute()
}
export type StoredEntry = Awaited<ReturnType<typeof entriesOf>>[number]

/** The entries by their ids, with the project each stands in. */
export async function entriesByIds(tx: Tx, institution: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('projectEntry')
    .innerJoin('project', (join) =>
      join
        .onRef('project.institutionId', '=', 'projectEntry.institutionId')
        .onRef('project.id', '=', 'projectEntry.projectId'),
    )
    .select(['projectEntry.id', 'projectEntry.projectId', 'project.number'])
    .where('projectEntry.institutionId', '=', institution)
    .where('project.institutionId', '=', institution)
    .where('projectEntry.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  const entries = await entriesOf(tx, institution, [
    ...new Set(rows.map(({ projectId }) => projectId)),
  ])
  return rows.flatMap(({ id, number }) => {
    const entry = entries.find((one) => one.id === id)
    return entry ? [{ ...entry, number }] : []
  })
}

/** The money of the projects about an achievement: when research with each began. */
export async function fundingsFor(tx: Tx, institution: string, achievement: string) {
  return await tx
    .selectFrom('project')
    .select(['id', 'number', 'title', 'funding'])
    .where('institutionId', '=', institution)
    .where(sql<boolean>`project.achievements @> ${[achievement]}::uuid[]`)
    .orderBy('number')
    .execute()
}
