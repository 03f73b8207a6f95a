import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import { readers } from './contract.routes.ts'
import './contract.table.ts'

/** The ends of the terms of contracts that are being performed: renew, settle or let end. */
export const contractDues: DueSource = {
  name: 'contracts',
  access: readers,
  async duesUpTo(tx, institution, until, record) {
    let query = tx
      .selectFrom('contract')
      .select(['id', 'number', 'title', 'termTo'])
      .where('institutionId', '=', institution)
      .where('status', '=', 'performing')
      // A ledger may know no more than the year or the month; that is no day to be reminded on.
      .where(sql<boolean>`length(term_to) = 10`)
      .where('termTo', '<=', until)
      .orderBy('termTo')
      .orderBy('id')
    if (record !== undefined) query = query.where('id', '=', record)
    const rows = await query.execute()
    return rows.map(
      ({ id, number, title, termTo }): RegisteredDue => ({
        key: `contract/${id}/term`,
        kind: 'term',
        day: termTo as Day,
        title: { zh: '合同期限届满', en: 'End of the term of the contract' },
        record: { kind: 'contract', id, number, title },
        article: null,
        counted: null,
        act: null,
        roles: ['tto_negotiator', 'tto_reviewer'],
      }),
    )
  },
}
