import type { Day } from '@yizhuan/kit'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import { moneyReaders } from './receivables.access.ts'
import './receivables.table.ts'

const finance = ['finance', 'tto_negotiator']

/** Payments that fall due, and statements of sales that licensees owe. */
export const receivableDues: DueSource = {
  name: 'receivables',
  access: moneyReaders,
  async duesUpTo(tx, institution, until, record) {
    let query = tx
      .selectFrom('receivable')
      .innerJoin('contract', (join) =>
        join
          .onRef('contract.institutionId', '=', 'receivable.institutionId')
          .onRef('contract.id', '=', 'receivable.contractId'),
      )
      .select([
        'receivable.id',
        'receivable.label',
        'receivable.dueOn',
        'receivable.statementOn',
        'receivable.isStated',
        'receivable.openMinor',
        'contract.id as contractId',
        'contract.number',
        'contract.title',
      ])
      .where('receivable.institutionId', '=', institution)
      .where('receivable.isCancelled', '=', false)
      .where(({ and, or, eb }) =>
        or([
          and([eb('openMinor', '>', '0'), eb('dueOn', '<=', until)]),
          and([eb('isStated', '=', false), eb('statementOn', '<=', until)]),
        ]),
      )
      .orderBy('receivable.datedOn')
      .orderBy('receivable.id')
    if (record !== undefined) query = query.where('contract.id', '=', record)
    const rows = await query.execute()
    return rows.flatMap(({ id, label, contractId, number, title, ...row }) => {
      const common = {
        ...{ article: null, counted: null, act: null, roles: finance },
        record: { kind: 'contract' as const, id: contractId, number, title },
      }
      const dues: RegisteredDue[] = []
      if (row.dueOn !== null && row.dueOn <= until && row.openMinor !== '0') {
        const words = { zh: `应收款到期：${label}`, en: `Payment due: ${label}` }
        const key = `contract/${contractId}/receivable/${id}`
        dues.push({ ...common, key, kind: 'deadline', day: row.dueOn as Day, title: words })
      }
      if (row.statementOn !== null && row.statementOn <= until && !row.isStated) {
        const words = { zh: `应收提成报表：${label}`, en: `Royalty statement due: ${label}` }
        const key = `contract/${contractId}/statement/${id}`
        dues.push({ ...common, key, kind: 'deadline', day: row.statementOn as Day, title: words })
      }
      return dues
    })
  },
}
