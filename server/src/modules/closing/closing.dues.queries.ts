import type { Day } from '@yizhuan/kit'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import { monthAfter, monthBefore, monthOf } from '../journal/index.ts'
import { closingReaders } from './closing.routes.ts'
import { dueOf } from './closing.view.ts'

/** Months of the books that are over, or will be, and are closed by nobody yet. */
export const closingDues: DueSource = {
  name: 'closing',
  access: closingReaders,
  async duesUpTo(tx, institution, until, record, today) {
    // The books of a house are one record.
    if (record !== undefined && record !== institution) return []
    const posted = await tx
      .selectFrom('journalEntry')
      .select('id')
      .where('institutionId', '=', institution)
      .limit(1)
      .executeTakeFirst()
    if (!posted) return []
    const period = await tx
      .selectFrom('journalPeriod')
      .select('closedThrough')
      .where('institutionId', '=', institution)
      .executeTakeFirst()
    const dues: RegisteredDue[] = []
    const last = monthBefore(monthOf(today))
    const closed = period?.closedThrough ?? monthBefore(last)
    for (let month = monthAfter(closed); dueOf(month, today) <= until; month = monthAfter(month)) {
      dues.push({
        ...{
          key: `closing/${institution}/${month}`,
          kind: 'deadline',
          day: dueOf(month, today) as Day,
        },
        title: { zh: `${month} 月末结账`, en: `Close the books of ${month}` },
        record: { kind: 'closing', id: institution, number: null, title: month },
        ...{ article: null, counted: null, act: null, roles: ['finance'] },
      })
    }
    return dues
  },
}
