import type { Words } from '@yizhuan/kit'
import { daysDeclared } from '../interests/index.ts'
import { personsByStaffNumber } from '../people/index.ts'
import { declarationOf } from './interests.ts'
import { isWritten } from './plan.ts'
import { againstHolder, brought } from './settle-credentials.commands.ts'
import { hasRowsOf, type Moved } from './settle-people.commands.ts'
import { redecide, type Staged, type StagedDraft, stagedRows } from './staged.queries.ts'

/** The most ties of a declaration, as by hand. */
const mostTies = 50

/**
 * Keeps declarations out that are not whole: one goes in with all its rows or with none, since a part of it would
 * say that there is nothing more.
 */
export async function settleInterests(
  draft: StagedDraft,
  today: string,
): Promise<readonly Moved[]> {
  const { tx, institution, id } = draft
  if (!(await hasRowsOf(draft, ['interests']))) return []
  const declarations = new Map<string, Staged[]>()
  for await (const rows of stagedRows(draft, { register: 'interest' })) {
    for (const row of rows) {
      if (row.entry.to !== 'interest' || row.state === 'duplicate') continue
      const of = declarationOf(row.entry.fields)
      declarations.set(of, [...(declarations.get(of) ?? []), row])
    }
  }
  const numbers = [...declarations.values()].flatMap(([first]) =>
    first?.entry.to === 'interest' ? (first.entry.fields.staffNo ?? []) : [],
  )
  const persons = await personsByStaffNumber(tx, institution, [...new Set(numbers)])
  const names = await brought(draft)
  for (const { name, staffNumber } of persons) names.set(staffNumber ?? '', name)
  const ids = new Map(persons.map((person) => [person.staffNumber ?? '', person.id]))
  const days = await daysDeclared(tx, institution, [...ids.values()])
  const moved: Moved[] = []
  for (const rows of declarations.values()) {
    for (const row of rows) {
      if (row.entry.to !== 'interest' || !['new', 'changed'].includes(row.state)) continue
      const { staffNo, declaredOn } = row.entry.fields
      const isThere = days.has(`${ids.get(staffNo ?? '')}|${declaredOn}`)
      const reason =
        againstHolder(row.entry.fields, names) ??
        ((declaredOn ?? '') > today ? notYet : undefined) ??
        (isThere ? declaredAlready : againstWhole(row, rows))
      if (!reason) continue
      moved.push({ table: row.place.table, from: row.state, wasWritten: isWritten(row) })
      const verdict = { state: 'refused', accepted: false, reason, changes: [] } as const
      const { n, recordId } = row
      await redecide(tx, institution, id, n, { ...verdict, ...(recordId && { recordId }) })
    }
  }
  return moved
}

/** Why a declaration is not whole. */
function againstWhole(row: Staged, rows: readonly Staged[]): Words | undefined {
  if (rows.length > mostTies) return tooMany
  const isNone = ({ entry }: Staged) => entry.to === 'interest' && entry.fields.tie === 'none'
  if (rows.length > 1 && rows.some(isNone)) return noneAndMore
  const out = rows.find((one) => one !== row && ['refused', 'excluded'].includes(one.state))
  if (!out) return undefined
  return {
    zh: `同一份申报的第 ${out.place.row} 行未导入；一份申报须完整，请先处理那一行`,
    en: `row ${out.place.row} of the same declaration stays out; a declaration goes in whole, settle that row first`,
  }
}

const declaredAlready: Words = {
  zh: '此人这一天的申报已登记而内容不同；申报不改，请按新的申报日期另报一份完整的',
  en: 'a declaration of this person and day is registered with other content; one is never changed: give a whole new one its own day',
}

/** Whoever accepts the error of such a row would have it stand before all that is declared until then. */
const notYet: Words = {
  zh: '申报日期晚于今天；尚未作出的申报不能导入，请更正日期',
  en: 'the day of the declaration lies after today; what nobody has declared yet is not imported: correct the day',
}

const noneAndMore: Words = {
  zh: '同一份申报既写“无关联”又列了企业；请核对后只留一种',
  en: 'the same declaration says that there is nothing and names an enterprise; keep one of the two',
}

const tooMany: Words = {
  zh: `一份申报最多 ${mostTies} 项；请核对申报日期`,
  en: `a declaration has ${mostTies} ties at most; check the day`,
}
