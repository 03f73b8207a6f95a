import { canonicalJson } from '@yizhuan/kit'
import { sql } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { appendToMany, sha256 } from '../../platform/evidence.ts'
import { type Author, chainOf, type Entering, enterRecords } from '../../platform/register.ts'
import { projectRegister } from './project.table.ts'
import { citedOf, type NewEntry, type ProjectFields } from './project.ts'

// Projects and entries of the ledger of work by the hundred, as a ledger brings them. Whoever calls has
// looked that each may be entered; what may not be fails in the database, and with it everything.

/** A project with the id it gets, and where it stood: file, sheet and row. */
export interface ProjectOfMany {
  readonly id: string
  readonly fields: ProjectFields
  readonly source: string
}

/** Enters many projects. */
export async function enterProjects(
  tx: Tx,
  clock: Clock,
  by: Author,
  projects: readonly ProjectOfMany[],
  entering: Entering = {},
): Promise<void> {
  const records = projects.map(({ id, fields, source }) => ({ id, fields, beside: { source } }))
  await enterRecords(tx, projectRegister, by, clock.now(), records, entering)
}

/** An entry with the id it gets and the project it is of. */
export interface EntryOfMany {
  readonly id: string
  readonly project: string
  readonly entry: NewEntry
  readonly source: string
}

/** Adds many entries, each told in the chain of its project. */
export async function addEntries(
  tx: Tx,
  clock: Clock,
  by: Author,
  entries: readonly EntryOfMany[],
): Promise<void> {
  const at = clock.now()
  const rows = entries.map(({ id, project, entry, source }) => {
    const cited = { ...citedOf(project, { id, ...entry }), files: [] }
    return { id, project, entry, source, digest: sha256(canonicalJson(cited)) }
  })
  await insertMany(
    tx,
    'projectEntry',
    rows.map(({ id, project, entry, digest }) => ({ id, projectId: project, ...entry, digest })),
    {
      ...{ institutionId: by.institution, files: [] },
      ...{ madeAt: at, madeBy: by.person, madeName: by.name },
    },
  )
  const told = rows.map(({ id, project, entry, source, digest }) => ({
    project,
    action: 'project.noted',
    data: { ...entry, files: [], entry: id, digest, source },
  }))
  await tellProjects(tx, at, by, told)
}

/**
 * Takes entries out again that an import made by mistake: the chain of the project tells it first, and
 * keeps what they said. One that somebody made is corrected instead.
 */
export async function withdrawEntries(
  tx: Tx,
  clock: Clock,
  by: Author,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  const mine = () => sql`institution_id = ${by.institution} and id = any(${[...ids]}::uuid[])`
  const { rows } = await sql<{ id: string; projectId: string; digest: string }>`
    select id, project_id, digest from project_entry where ${mine()} order by id`.execute(tx)
  const told = rows.map(({ id, projectId, digest }) => ({
    project: projectId,
    action: 'project.entryWithdrawn',
    data: { entry: id, digest, reason },
  }))
  await tellProjects(tx, clock.now(), by, told)
  await sql`delete from project_entry where ${mine()}`.execute(tx)
}

interface Told {
  readonly project: string
  readonly action: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Appends to the chains of projects; a chain takes one entry at a time. */
async function tellProjects(tx: Tx, at: Date, by: Author, told: readonly Told[]): Promise<void> {
  let left = told
  while (left.length > 0) {
    const first = new Map<string, Told>()
    const rest: Told[] = []
    for (const one of left) {
      if (first.has(one.project)) rest.push(one)
      else first.set(one.project, one)
    }
    await appendToMany(
      tx,
      by.institution,
      [...first.values()].map(({ project, action, data }) => ({
        register: chainOf(projectRegister, project),
        change: { action, subject: project, data, at, by },
      })),
    )
    left = rest
  }
}
