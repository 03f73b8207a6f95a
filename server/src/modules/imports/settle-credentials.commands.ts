import type { Words } from '@yizhuan/kit'
import { toDayProblem } from '../../platform/passed-day.refusals.ts'
import { unpassedDay } from '../../platform/passed-day.ts'
import { personsByStaffNumber } from '../people/index.ts'
import type { CredentialFields } from './credentials.ts'
import { saidBy } from './one-by-one.ts'
import { isWritten } from './plan.ts'
import { hasRowsOf, type Moved } from './settle-people.commands.ts'
import { redecide, type StagedDraft, stagedRows } from './staged.queries.ts'

/**
 * Keeps the rows of a draft about certificates out whose person is neither registered nor brought by the
 * same draft, those that say something else of a certificate that is there, and those of a day to come.
 */
export async function settleCredentials(
  draft: StagedDraft,
  today: string,
): Promise<readonly Moved[]> {
  const { tx, institution, id } = draft
  if (!(await hasRowsOf(draft, ['credentials']))) return []
  const fresh = await brought(draft)
  const moved: Moved[] = []
  const states = ['new', 'changed'] as const
  for await (const rows of stagedRows(draft, { register: 'credential', states })) {
    const numbers = rows.flatMap(({ entry }) =>
      entry.to === 'credential' ? (entry.fields.staffNo ?? []) : [],
    )
    const persons = await personsByStaffNumber(tx, institution, [...new Set(numbers)])
    const names = new Map(fresh)
    for (const { name, staffNumber } of persons) names.set(staffNumber ?? '', name)
    for (const row of rows) {
      if (row.entry.to !== 'credential') continue
      const { fields } = row.entry
      const reason =
        againstHolder(fields, names) ??
        againstDay(fields, today) ??
        (row.state === 'changed' ? other : undefined)
      if (!reason) continue
      moved.push({ table: row.place.table, from: row.state, wasWritten: isWritten(row) })
      const verdict = { state: 'refused', accepted: false, reason, changes: [] } as const
      const { n, recordId } = row
      await redecide(tx, institution, id, n, { ...verdict, ...(recordId && { recordId }) })
    }
  }
  return moved
}

/** The people a draft brings, by their staff numbers. */
export async function brought(draft: StagedDraft): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for await (const rows of stagedRows(draft, { register: 'person', states: ['new'] })) {
    for (const { entry } of rows) {
      if (entry.to !== 'person') continue
      names.set(entry.fields.staffNo ?? '', entry.fields.personName ?? '')
    }
  }
  return names
}

/** Why a row is about nobody of the house, or about somebody else. */
export function againstHolder(
  { staffNo, personName }: Pick<CredentialFields, 'staffNo' | 'personName'>,
  names: ReadonlyMap<string, string>,
): Words | undefined {
  const name = names.get(staffNo ?? '')
  if (name === undefined) {
    return {
      zh: `工号 ${staffNo} 既不在人员登记中，也不在本文件将写入的人员中；请先导入或登记此人`,
      en: `staff number ${staffNo} is neither in the register of people nor among the people this file brings; enter the person first`,
    }
  }
  if (personName === null || personName === name) return undefined
  return {
    zh: `工号 ${staffNo} 是${name}，与此行姓名不符；请核对工号和姓名`,
    en: `staff number ${staffNo} is ${name}'s, not this name's; check number and name`,
  }
}

/** Why its register would not take the day of a certificate. */
function againstDay({ credentialIssued }: CredentialFields, today: string): Words | undefined {
  const unpassed = unpassedDay({ issuedOn: credentialIssued }, today)
  return unpassed && saidBy(toDayProblem(unpassed.refusal))
}

const other: Words = {
  zh: '此证书已登记而内容不同；登记的证书不改，请在人员页作废后重新登记，换发的证书按新的取得日期另记一行',
  en: 'this certificate is registered with other content; a registered one is not changed: annul it on the page of the person and enter it anew, or give a renewed one its own day of issue',
}
