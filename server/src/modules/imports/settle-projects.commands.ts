import type { Words } from '@yizhuan/kit'
import { achievementsByNumber } from '../achievements/index.ts'
import { personsByStaffNumber } from '../people/index.ts'
import { workloadLists } from '../policies/index.ts'
import { projectsByNumber } from '../projects/index.ts'
import { isWritten } from './plan.ts'
import { hasRowsOf, type Moved } from './settle-people.commands.ts'
import { redecide, type Staged, type StagedDraft, stagedRows } from './staged.queries.ts'

/**
 * Keeps the rows of a draft about projects out whose reference leads nowhere: a person, an achievement or
 * a project that is neither in its register nor in a row that goes in.
 */
export async function settleProjects(draft: StagedDraft): Promise<readonly Moved[]> {
  const { tx, institution } = draft
  if (!(await hasRowsOf(draft, ['projects', 'projectEntries']))) return []
  const moved: Moved[] = []
  const refuse = async (row: Staged, reason: Words) => {
    moved.push({ table: row.place.table, from: row.state, wasWritten: isWritten(row) })
    const { n, recordId } = row
    const verdict = { state: 'refused', accepted: false, reason, changes: [] } as const
    await redecide(tx, institution, draft.id, n, { ...verdict, ...(recordId && { recordId }) })
  }
  const people = await broughtBy(draft, 'person')
  const achievements = await broughtBy(draft, 'achievement')
  const brought = new Set<string>()
  for await (const rows of stagedRows(draft, { register: 'project' })) {
    const names = await namesOf(draft, rows, people)
    const numbers = rows.flatMap(({ entry }) =>
      entry.to === 'project' ? entry.fields.projectAchievements : [],
    )
    const found = await achievementsByNumber(tx, institution, [...new Set(numbers)])
    const there = new Set([...found.map(({ number }) => number ?? ''), ...achievements.keys()])
    for (const row of rows) {
      if (row.entry.to !== 'project' || !isUndecided(row)) continue
      const { fields } = row.entry
      const lost = fields.projectAchievements.find((one) => !there.has(one))
      const reason =
        lost === undefined
          ? againstPerson(fields.leaderStaffNo, fields.projectLeader, names)
          : noAchievement(lost)
      if (reason) await refuse(row, reason)
      else if (row.state === 'new') brought.add(fields.projectNumber ?? '')
    }
  }
  const kinds = new Set<string>(workloadLists().entries.map(({ code }) => code))
  for await (const rows of stagedRows(draft, { register: 'projectEntry' })) {
    const names = await namesOf(draft, rows, people)
    const numbers = rows.flatMap(({ entry }) =>
      entry.to === 'projectEntry' ? (entry.fields.projectNumber ?? []) : [],
    )
    const found = await projectsByNumber(tx, institution, [...new Set(numbers)])
    const there = new Set([...found.map((one) => one.number), ...brought])
    for (const row of rows) {
      if (row.entry.to !== 'projectEntry' || !isUndecided(row)) continue
      const { projectNumber, staffNo, personName, entryKind } = row.entry.fields
      const reason = !there.has(projectNumber ?? '')
        ? noProject(projectNumber ?? '')
        : !kinds.has(entryKind ?? '')
          ? noKind
          : againstPerson(staffNo, personName, names)
      if (reason) await refuse(row, reason)
    }
  }
  return moved
}

const isUndecided = ({ state }: Staged) => state === 'new' || state === 'changed'

/** The numbers of the rows of a register that enter a record, with what it is called. */
async function broughtBy(draft: StagedDraft, register: 'person' | 'achievement') {
  const names = new Map<string, string>()
  for await (const rows of stagedRows(draft, { register, states: ['new'] })) {
    for (const { entry } of rows) {
      if (entry.to === 'person') names.set(entry.number ?? '', entry.fields.personName ?? '')
      if (entry.to === 'achievement') names.set(entry.number ?? '', entry.fields.title ?? '')
    }
  }
  return names
}

async function namesOf(
  { tx, institution }: StagedDraft,
  rows: readonly Staged[],
  brought: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const numbers = rows.flatMap(({ entry }) => {
    if (entry.to === 'project') return entry.fields.leaderStaffNo ?? []
    return entry.to === 'projectEntry' ? (entry.fields.staffNo ?? []) : []
  })
  const found = await personsByStaffNumber(tx, institution, [...new Set(numbers)])
  return new Map([
    ...brought,
    ...found.map(({ staffNumber, name }) => [staffNumber ?? '', name] as const),
  ])
}

function againstPerson(
  staffNo: string | null,
  name: string | null,
  names: ReadonlyMap<string, string>,
): Words | undefined {
  if (staffNo === null) return undefined
  const own = names.get(staffNo)
  if (own === name) return undefined
  if (own === undefined) {
    return {
      zh: `工号 ${staffNo} 既不在人员登记中，也不在本文件将写入的人员中；请先登记此人，或只填姓名`,
      en: `staff number ${staffNo} is neither in the register of people nor among the people this file brings; enter the person first, or give the name only`,
    }
  }
  return {
    zh: `工号 ${staffNo} 是${own}，与此行姓名不符；请核对工号和姓名`,
    en: `staff number ${staffNo} is ${own}'s, not this name's; check number and name`,
  }
}

const noAchievement = (number: string): Words => ({
  zh: `成果编号 ${number} 既不在登记中，也不在本文件将写入的成果中；请先登记，或更正编号`,
  en: `achievement ${number} is neither registered nor among those this file brings; enter it first, or correct the number`,
})

const noProject = (number: string): Words => ({
  zh: `项目编号 ${number} 既不在登记中，也不在本文件将写入的项目中；请先登记，或更正编号`,
  en: `project ${number} is neither registered nor among those this file brings; enter it first, or correct the number`,
})

const noKind: Words = {
  zh: '没有这种记录事项；请按模板的代码表填写',
  en: 'there is no such kind of entry; use one of the list in the template',
}
