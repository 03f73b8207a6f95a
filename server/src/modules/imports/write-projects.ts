import type { Entering } from '../../platform/register.ts'
import { achievementsByNumber } from '../achievements/index.ts'
import { personsByStaffNumber } from '../people/index.ts'
import {
  addEntries,
  amendProject,
  enterProjects,
  type Funding,
  projectProblem,
  projectsByNumber,
} from '../projects/index.ts'
import type { ProjectEntryFields } from './entry-projects.ts'
import { isWritten } from './plan.ts'
import { noteOrigins, type Staged, type StagedDraft, stagedRows } from './staged.queries.ts'
import { sourceOf } from './table-row.ts'
import { takenIn } from './taken-in.ts'
import type { Outlay } from './write.ts'
import { changedIn, type Done, idOf } from './write-people.ts'

/** What was written of projects, and whose ledger of work is longer than before. */
export interface ProjectsWritten {
  readonly project: Done
  readonly projectEntry: Done
  readonly noted: readonly string[]
}

const written = { states: ['new', 'changed'] } as const

/** Writes the rows about projects, then those about the work in them. */
export async function writeProjects(
  draft: StagedDraft,
  outlay: Outlay,
  entering: Entering,
): Promise<ProjectsWritten> {
  const project = await writeThem(draft, outlay, entering)
  const { noted, ...projectEntry } = await writeEntries(draft, outlay)
  return { project, projectEntry, noted }
}

async function writeThem(draft: StagedDraft, outlay: Outlay, entering: Entering): Promise<Done> {
  const { tx, institution } = draft
  const { clock, by, file, onRows } = outlay
  let [entered, amended] = [0, 0]
  for await (const page of stagedRows(draft, { register: 'project', ...written })) {
    const rows = page.filter(isWritten)
    const { persons, achievements } = await linksOf(draft, rows)
    const fresh = rows.filter(({ state }) => state === 'new')
    const projects = fresh.flatMap((row) => {
      if (row.entry.to !== 'project' || !row.newId) return []
      const { fields } = row.entry
      const told = {
        ...{ number: fields.projectNumber ?? '', title: fields.projectTitle ?? '' },
        ...{ leader: fields.projectLeader ?? '', funding: fields.funding },
        leaderPerson: fields.leaderStaffNo === null ? null : idOf(persons, fields.leaderStaffNo),
        ...{ fromDay: fields.projectFrom, toDay: fields.projectTo, remark: fields.remark },
        achievements: fields.projectAchievements.map((number) => idOf(achievements, number)),
      }
      return [{ id: row.newId, fields: told, source: sourceOf(file, row) }]
    })
    await enterProjects(tx, clock, by, projects, entering)
    await noteOrigins(tx, institution, draft.id, 'project', fresh)
    for (const row of rows.filter(({ state }) => state === 'changed')) {
      await amend(draft, outlay, row, { persons, achievements })
      amended += 1
    }
    entered += fresh.length
    onRows('project', rows.length)
  }
  return { entered, amended }
}

type Links = Awaited<ReturnType<typeof linksOf>>

async function amend(
  { tx, institution }: StagedDraft,
  { clock, by, file }: Outlay,
  row: Staged,
  { persons, achievements }: Links,
): Promise<void> {
  const number = row.entry.number ?? ''
  const [stored] = await projectsByNumber(tx, institution, [number])
  const given = changedIn<ProjectEntryFields>(row)
  const { funding = [], projectAchievements = [] } = given
  const linked = projectAchievements.map((one) => idOf(achievements, one))
  const fields = {
    ...(given.projectTitle && { title: given.projectTitle }),
    ...(given.projectLeader && { leader: given.projectLeader }),
    ...(given.leaderStaffNo && { leaderPerson: idOf(persons, given.leaderStaffNo) }),
    ...(given.projectFrom && { fromDay: given.projectFrom }),
    ...(given.projectTo && { toDay: given.projectTo }),
    ...(given.remark && { remark: given.remark }),
    ...(funding.length > 0 && { funding: merged(stored?.funding ?? [], funding) }),
    ...(linked.length > 0 && {
      achievements: [...new Set([...(stored?.achievements ?? []), ...linked])],
    }),
  }
  const reason = `导入：${sourceOf(file, row)}`
  const outcome = await amendProject(tx, clock, by, row.recordId ?? '', { ...fields, reason })
  takenIn(outcome, projectProblem, row)
}

/** The sources there are with what a row says of one of them, or with one more. */
function merged(stored: readonly Funding[], said: readonly Funding[]): readonly Funding[] {
  const isSame = (one: Funding, other: Funding) =>
    one.kind === other.kind && one.name === other.name
  return [
    ...stored.map((one) => {
      const now = said.find((other) => isSame(one, other))
      if (!now) return one
      return {
        ...one,
        ...(now.amountFen !== null && { amountFen: now.amountFen }),
        ...(now.startedOn !== null && { startedOn: now.startedOn }),
      }
    }),
    ...said.filter((one) => !stored.some((other) => isSame(one, other))),
  ]
}

async function linksOf({ tx, institution }: StagedDraft, rows: readonly Staged[]) {
  const staff = rows.flatMap(({ entry }) => {
    if (entry.to === 'project') return entry.fields.leaderStaffNo ?? []
    return entry.to === 'projectEntry' ? (entry.fields.staffNo ?? []) : []
  })
  const numbers = rows.flatMap(({ entry }) =>
    entry.to === 'project' ? entry.fields.projectAchievements : [],
  )
  const persons = await personsByStaffNumber(tx, institution, [...new Set(staff)])
  const achievements = await achievementsByNumber(tx, institution, [...new Set(numbers)])
  return {
    persons: new Map(persons.map(({ id, staffNumber }) => [staffNumber ?? '', id])),
    achievements: new Map(achievements.map(({ id, number }) => [number ?? '', id])),
  }
}

async function writeEntries(
  draft: StagedDraft,
  outlay: Outlay,
): Promise<Done & { readonly noted: readonly string[] }> {
  const { tx, institution } = draft
  const { clock, by, file, onRows } = outlay
  const noted = new Set<string>()
  let entered = 0
  for await (const page of stagedRows(draft, { register: 'projectEntry', states: ['new'] })) {
    const { persons } = await linksOf(draft, page)
    const numbers = page.flatMap(({ entry }) =>
      entry.to === 'projectEntry' ? (entry.fields.projectNumber ?? []) : [],
    )
    const projects = await projectsByNumber(tx, institution, [...new Set(numbers)])
    const ids = new Map(projects.map(({ id, number }) => [number, id]))
    const entries = page.flatMap((row) => {
      if (row.entry.to !== 'projectEntry' || !row.newId) return []
      const { projectNumber, entryKind, entryDay, staffNo, personName } = row.entry.fields
      const { entryWords, entryShare } = row.entry.fields
      const project = idOf(ids, projectNumber ?? '')
      noted.add(project)
      const entry = {
        ...{ kind: entryKind ?? '', onDay: entryDay ?? '', personName: personName ?? '' },
        personId: staffNo === null ? null : idOf(persons, staffNo),
        ...{ words: entryWords ?? '', share: entryShare, corrects: null },
      }
      return [{ id: row.newId, project, entry, source: sourceOf(file, row) }]
    })
    await addEntries(tx, clock, by, entries)
    await noteOrigins(tx, institution, draft.id, 'projectEntry', page)
    entered += page.length
    onRows('projectEntry', page.length)
  }
  return { entered, amended: 0, noted: [...noted] }
}
