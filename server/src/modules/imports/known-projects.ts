import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { personsByStaffNumber } from '../people/index.ts'
import { entriesOf, projectsByNumber } from '../projects/index.ts'
import type { Entry } from './entry.ts'
import { type ProjectsEntry, workKey } from './entry-projects.ts'
import { type KnownPeople, keyIn } from './known-people.ts'
import type { Candidate, KnownRecord } from './plan.ts'

// What the registers of projects hold already, as a row that asks would have written it.

export function isOfProjects(entry: Entry): entry is ProjectsEntry {
  return entry.to === 'project' || entry.to === 'projectEntry'
}

/** Loads projects by their numbers, and their entries where rows are about those. */
export async function knownProjects(
  tx: Tx,
  institution: string,
  candidates: readonly Candidate[],
): Promise<KnownPeople> {
  const asked = candidates.flatMap(({ key, entry }) =>
    isOfProjects(entry) ? [{ key, entry }] : [],
  )
  if (asked.length === 0) return new Map()
  const numbers = asked.flatMap(({ entry }) => entry.fields.projectNumber ?? [])
  const projects = await projectsByNumber(tx, institution, [...new Set(numbers)])
  const byNumber = new Map(projects.map((one) => [one.number, one]))
  const known = new Map<string, KnownRecord>()
  const ids = projects.map(({ id }) => id)
  const [made, persons, names] = await Promise.all([
    asked.some(({ entry }) => entry.to === 'projectEntry') ? entriesOf(tx, institution, ids) : [],
    personsByStaffNumber(
      tx,
      institution,
      [],
      projects.flatMap(({ leaderPerson }) => leaderPerson ?? []),
    ),
    numbersOf(
      tx,
      institution,
      projects.flatMap(({ achievements }) => achievements),
    ),
  ])
  for (const { key, entry } of asked) {
    const project = byNumber.get(entry.fields.projectNumber ?? '')
    if (!project || entry.to !== 'project') continue
    const said = entry.fields
    const leads = persons.find(({ id }) => id === project.leaderPerson)?.staffNumber ?? null
    const linked = project.achievements.flatMap((id) => names.get(id) ?? [])
    const isIn = said.funding.every((source) =>
      project.funding.some((one) => sameSource(one, source)),
    )
    known.set(keyIn('project', key), {
      id: project.id,
      fields: {
        ...{ projectNumber: project.number, projectTitle: project.title },
        ...{ projectLeader: project.leader, leaderStaffNo: leads, remark: project.remark },
        ...{ projectFrom: project.fromDay, projectTo: project.toDay },
        // A row names one source of money, and achievements to be added: those it names are there or not.
        funding: isIn ? said.funding : project.funding,
        projectAchievements: said.projectAchievements.every((one) => linked.includes(one))
          ? said.projectAchievements
          : linked,
      },
    })
  }
  const numberOf = new Map(projects.map(({ id, number }) => [id, number]))
  const staff = await personsByStaffNumber(
    tx,
    institution,
    [],
    made.flatMap(({ personId }) => personId ?? []),
  )
  for (const one of made) {
    const fields = {
      projectNumber: numberOf.get(one.projectId) ?? null,
      ...{ entryKind: one.kind, entryDay: one.onDay, personName: one.personName },
      staffNo: staff.find(({ id }) => id === one.personId)?.staffNumber ?? null,
      ...{ entryWords: one.words, entryShare: one.share },
    }
    const key = workKey(fields)
    if (key !== null) known.set(keyIn('projectEntry', key), { id: one.id, fields })
  }
  return known
}

/** The same money, with what a row says of it; what it does not say stays. */
function sameSource(
  one: { kind: string; name: string; amountFen: string | null; startedOn: string | null },
  said: { kind: string; name: string; amountFen: string | null; startedOn: string | null },
): boolean {
  return (
    one.kind === said.kind &&
    one.name === said.name &&
    (said.amountFen === null || said.amountFen === one.amountFen) &&
    (said.startedOn === null || said.startedOn === one.startedOn)
  )
}

/** The numbers of some achievements by their ids. */
async function numbersOf(
  tx: Tx,
  institution: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('achievement')
    .select(['id', 'number'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}
