import type { Day, Words } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import './case.table.ts'

/** Spelled out, since the index of waiting cases serves no status that is known only later. */
const isWaiting = sql<boolean>`transfer_case.status in ('open', 'suspended')`

/** A closed case is in no calendar: feeds, digests and groups of a house pass calendars on. */
const isOpenToAll = sql<boolean>`not exists (select from closed_case
  where closed_case.institution_id = transfer_case.institution_id
    and closed_case.case_id = transfer_case.id)`

/** The deadlines and waiting periods of cases, whatever their procedure. */
export const caseDues: DueSource = {
  name: 'cases',
  access: 'signedIn',
  async duesUpTo(tx, institution, until, record) {
    const rows = await rowsUpTo(tx, institution, until, record).execute()
    return rows.map(({ caseId, number, caseTitle, due, opens, norm, ...row }): RegisteredDue => {
      const day = (due ?? opens) as Day
      return {
        ...row,
        key: `case/${caseId}/${norm}`,
        kind: due === null ? 'opening' : 'deadline',
        day,
        record: { kind: 'case', id: caseId, number, title: caseTitle },
      }
    })
  },
}

function rowsUpTo(tx: Tx, institution: string, until: Day, record: string | undefined) {
  const day = sql<string>`coalesce(case_due.due, case_due.opens)`
  let query = tx
    .selectFrom('caseDue')
    .innerJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'caseDue.institutionId')
        .onRef('transferCase.id', '=', 'caseDue.caseId'),
    )
    .select([
      'caseDue.caseId',
      'caseDue.norm',
      'caseDue.act',
      'caseDue.title',
      'caseDue.article',
      'caseDue.due',
      'caseDue.opens',
      'caseDue.counted',
      'caseDue.roles',
      'transferCase.number',
      'transferCase.title as caseTitle',
    ])
    .where('caseDue.institutionId', '=', institution)
    .where('transferCase.institutionId', '=', institution)
    .where(isWaiting)
    .where(isOpenToAll)
    .where(day, '<=', until)
    .orderBy(day)
    .orderBy('caseDue.caseId')
    .orderBy('caseDue.norm')
  if (record !== undefined) query = query.where('caseDue.caseId', '=', record)
  return query
}

const noticeWords: Readonly<Record<string, Words>> = {
  deal: { zh: '公示最后一日', en: 'Last day of the notice' },
  plan: { zh: '分配方案公示最后一日', en: 'Last day of the notice of the distribution' },
  change: { zh: '变更公示最后一日', en: 'Last day of the notice of the change' },
}

/** The last days of notices that run: until then anybody may object, and nobody has to act. */
export const noticeDues: DueSource = {
  name: 'notices',
  access: 'signedIn',
  async duesUpTo(tx, institution, until, record) {
    let query = tx
      .selectFrom('publicNotice')
      .innerJoin('transferCase', (join) =>
        join
          .onRef('transferCase.institutionId', '=', 'publicNotice.institutionId')
          .onRef('transferCase.id', '=', 'publicNotice.caseId'),
      )
      // The waiting period of the same notice knows how its last day was counted.
      .leftJoin('caseDue', (join) =>
        join
          .onRef('caseDue.institutionId', '=', 'publicNotice.institutionId')
          .onRef('caseDue.caseId', '=', 'publicNotice.caseId')
          .on(sql<boolean>`case_due.opens = public_notice.ends_on + 1`),
      )
      .distinctOn('publicNotice.id')
      .select([
        'publicNotice.id',
        'publicNotice.kind',
        'publicNotice.caseId',
        'publicNotice.endsOn',
        'caseDue.article',
        'caseDue.counted',
        'transferCase.number',
        'transferCase.title',
      ])
      .where('publicNotice.institutionId', '=', institution)
      .where('transferCase.institutionId', '=', institution)
      .where('publicNotice.state', '=', 'running')
      .where(isOpenToAll)
      .where('publicNotice.endsOn', '<=', until)
      .orderBy('publicNotice.id')
    if (record !== undefined) query = query.where('publicNotice.caseId', '=', record)
    const rows = await query.execute()
    return rows.map(
      (row): RegisteredDue => ({
        key: `notice/${row.id}`,
        kind: 'notice',
        day: row.endsOn as Day,
        title: noticeWords[row.kind] ?? { zh: '公示最后一日', en: 'Last day of the notice' },
        record: { kind: 'case', id: row.caseId, number: row.number, title: row.title },
        article: row.article,
        counted: row.counted,
        act: null,
        roles: [],
      }),
    )
  },
}
