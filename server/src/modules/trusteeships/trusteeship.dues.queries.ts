import type { Day } from '@yizhuan/kit'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import { readers, writers } from './trusteeship.access.ts'
import './trusteeship.table.ts'

/** The ends of the terms of trusteeships: renew, take back, settle. */
export const trusteeshipDues: DueSource = {
  name: 'trusteeships',
  access: readers,
  async duesUpTo(tx, institution, until, record) {
    let query = tx
      .selectFrom('trusteeship')
      .select(['id', 'number', 'title', 'toDay'])
      .where('institutionId', '=', institution)
      .where('endedOn', 'is', null)
      .where('toDay', '<=', until)
      .orderBy('toDay')
      .orderBy('id')
    if (record !== undefined) query = query.where('id', '=', record)
    const rows = await query.execute()
    return rows.map(
      ({ id, number, title, toDay }): RegisteredDue => ({
        key: `trusteeship/${id}/term`,
        kind: 'term',
        day: toDay as Day,
        title: { zh: '托管期限届满', en: 'End of the term of the trusteeship' },
        record: { kind: 'trusteeship', id, number, title },
        article: null,
        counted: null,
        act: null,
        roles: writers,
      }),
    )
  },
}
