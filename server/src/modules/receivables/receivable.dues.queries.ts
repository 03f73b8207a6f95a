import { addDays, type Day, dayInChina } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import { isWithoutTerms } from '../contracts/index.ts'
import { platformSince } from '../institutions/index.ts'
import { amendmentsUnheard } from './amended.queries.ts'
import { moneyReaders } from './receivables.access.ts'
import './receivables.table.ts'

const finance = ['finance', 'tto_negotiator']

/** Ours, and no rule of law: soon enough for a first instalment to be asked for in time. */
const termsWithin = 10

/** Payments that fall due, and statements of sales that licensees owe. */
export const receivableDues: DueSource = {
  name: 'receivables',
  access: moneyReaders,
  async duesUpTo(tx, institution, until, record) {
    const waiting = await termsToEnter(tx, institution, until, record)
    const toConfirm = await writeOffsToConfirm(tx, institution, until, record)
    const behind = await termsToAmend(tx, institution, until, record)
    const payments = await paymentsUpTo(tx, institution, until, record)
    return [...payments, ...waiting, ...behind, ...toConfirm]
  },
}

/**
 * Contracts whose payments nobody wrote down. What was signed before the platform was in use, and has no case, is
 * counted with the receivables and reminds nobody: a ledger brings hundreds of them at once.
 */
async function termsToEnter(
  tx: Tx,
  institution: string,
  until: Day,
  record: string | undefined,
): Promise<readonly RegisteredDue[]> {
  const since = await platformSince(tx, institution)
  let query = tx
    .selectFrom('contract')
    .select(['id', 'number', 'title', 'signedOn'])
    .where('institutionId', '=', institution)
    .where(isWithoutTerms)
    .where(sql<boolean>`length(signed_on) = 10`)
    .where('signedOn', '<=', addDays(until, -termsWithin))
    .orderBy('signedOn')
    .orderBy('id')
  query = query.where(({ eb, or }) =>
    or([
      eb('caseId', 'is not', null),
      ...(since === undefined ? [] : [eb('signedOn', '>=', since)]),
    ]),
  )
  if (record !== undefined) query = query.where('id', '=', record)
  return (await query.execute()).map(({ id, number, title, signedOn }) => ({
    key: `contract/${id}/terms`,
    kind: 'deadline',
    day: addDays(signedOn as Day, termsWithin),
    title: { zh: '登记付款条款', en: 'Enter the payment terms' },
    record: { kind: 'contract', id, number, title },
    ...{ article: null, counted: null, act: null, roles: ['tto_negotiator'] },
  }))
}

/** Contracts whose amendment their payment terms do not follow yet. */
async function termsToAmend(
  tx: Tx,
  institution: string,
  until: Day,
  record: string | undefined,
): Promise<readonly RegisteredDue[]> {
  const of = { until: addDays(until, -termsWithin), contract: record }
  return (await amendmentsUnheard(tx, institution, of)).map(
    ({ contractId: id, contractNumber, title, ...one }) => ({
      key: `contract/${id}/terms/${one.version}`,
      kind: 'deadline',
      day: addDays(one.onDay as Day, termsWithin),
      title: {
        zh: '按补充协议更新付款条款',
        en: 'Bring the payment terms in line with the amendment',
      },
      record: { kind: 'contract', id, number: contractNumber, title },
      ...{ article: null, counted: null, act: null, roles: ['tto_negotiator'] },
    }),
  )
}

/** Write-offs that wait for a second person, since the day they were proposed. */
async function writeOffsToConfirm(
  tx: Tx,
  institution: string,
  until: Day,
  record: string | undefined,
): Promise<readonly RegisteredDue[]> {
  let query = tx
    .selectFrom('writeOffProposal as one')
    .innerJoin('receivable', (join) =>
      join
        .onRef('receivable.institutionId', '=', 'one.institutionId')
        .onRef('receivable.id', '=', 'one.receivableId'),
    )
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'one.institutionId')
        .onRef('contract.id', '=', 'receivable.contractId'),
    )
    .select(['one.id', 'one.madeAt', 'receivable.label', 'contract.id as contractId'])
    .select(['contract.number', 'contract.title'])
    .where('one.institutionId', '=', institution)
    .where('one.outcome', 'is', null)
    .orderBy('one.madeAt')
  if (record !== undefined) query = query.where('contract.id', '=', record)
  return (await query.execute())
    .map(
      ({ id, madeAt, label, contractId, number, title }): RegisteredDue => ({
        key: `contract/${contractId}/write-off/${id}`,
        kind: 'deadline',
        day: dayInChina(madeAt),
        title: {
          zh: `核销待另一人确认：${label}`,
          en: `A write-off waits for a second person: ${label}`,
        },
        record: { kind: 'contract', id: contractId, number, title },
        ...{ article: null, counted: null, act: null, roles: ['finance', 'leaders'] },
      }),
    )
    .filter(({ day }) => day <= until)
}

/** Payments that fall due, and statements that are. */
async function paymentsUpTo(
  tx: Tx,
  institution: string,
  until: Day,
  record: string | undefined,
): Promise<readonly RegisteredDue[]> {
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
      const words = { zh: `应收许可费结算单：${label}`, en: `Royalty statement due: ${label}` }
      const key = `contract/${contractId}/statement/${id}`
      dues.push({ ...common, key, kind: 'deadline', day: row.statementOn as Day, title: words })
    }
    return dues
  })
}
