import { transferCase } from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../achievements/index.ts'
import '../cases/index.ts'
import { profileOf } from '../institutions/index.ts'
import '../policies/index.ts'

/** Spelled out, since the index of waiting cases serves no status that is known only later. */
const isWaiting = sql<boolean>`transfer_case.status in ('open', 'suspended')`

/** Whether one of some persons answers for a case or helps with it; everybody's where nobody is named. */
const isCarriedBy = (institution: string, persons: Persons) =>
  persons === undefined
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from case_officer
        where case_officer.institution_id = ${institution} and person_id = any(${persons})
          and case_officer.case_id = transfer_case.id)`

type Persons = readonly string[] | undefined

/** What is due or waiting in the open cases of an institution, most urgent first. */
export function dueLines(tx: Tx, institution: string, officers: Persons, limit: number) {
  return tx
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
      'caseDue.roles',
      'transferCase.number',
      'transferCase.procedure',
      'transferCase.title as caseTitle',
    ])
    .where('caseDue.institutionId', '=', institution)
    .where('transferCase.institutionId', '=', institution)
    .where(isWaiting)
    .where(isCarriedBy(institution, officers))
    .orderBy(sql`coalesce(case_due.due, case_due.opens)`)
    .limit(sql.lit(limit))
    .execute()
}

/** The acts that the open cases of an institution wait for, the longest waiting first. */
export function nextLines(tx: Tx, institution: string, officers: Persons, limit: number) {
  return tx
    .selectFrom('caseNext')
    .innerJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'caseNext.institutionId')
        .onRef('transferCase.id', '=', 'caseNext.caseId'),
    )
    .select([
      'caseNext.caseId',
      'caseNext.act',
      'caseNext.roles',
      'transferCase.number',
      'transferCase.procedure',
      'transferCase.title as caseTitle',
    ])
    .where('caseNext.institutionId', '=', institution)
    .where('transferCase.institutionId', '=', institution)
    .where(isWaiting)
    .where(isCarriedBy(institution, officers))
    .orderBy('transferCase.lastOn')
    .orderBy('transferCase.number')
    .limit(sql.lit(limit))
    .execute()
}

/** Who can sign in at an institution, with their roles. */
export function holders(tx: Tx, institution: string) {
  return tx
    .selectFrom('account')
    .select(['name', 'roles'])
    .where('institutionId', '=', institution)
    .where('disabledAt', 'is', null)
    .where('passwordHash', 'is not', null)
    .orderBy('name')
    .execute()
}

/** What an institution has before its first case. */
export async function beginnings(tx: Tx, institution: string) {
  const count = async (table: 'account' | 'policyText' | 'achievement') => {
    const row = await tx
      .selectFrom(table)
      .select((select) => select.fn.countAll<string>().as('count'))
      .where('institutionId', '=', institution)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
  const { province } = await profileOf(tx, institution)
  return {
    isPlaced: province !== null,
    people: await count('account'),
    texts: await count('policyText'),
    achievements: await count('achievement'),
  }
}

/** How many cases stand in each stage. */
export async function figures(tx: Tx, institution: string) {
  const stages = await tx
    .selectFrom('transferCase')
    .select((select) => [
      'stage',
      select.fn.countAll<string>().as('count'),
      select.fn.count<string>('id').filterWhere('status', '=', 'suspended').as('suspended'),
    ])
    .where('institutionId', '=', institution)
    .where('procedure', '=', transferCase.id)
    .groupBy('stage')
    .execute()
  return stages
}

/** Receipts and payouts by month since a day. */
export async function months(tx: Tx, institution: string, since: string) {
  const receipts = tx
    .selectFrom('receipt')
    .select([sql<string>`left(received_on, 7)`.as('month'), sql<string>`sum(amount_fen)`.as('fen')])
    .where('institutionId', '=', institution)
    .where('receivedOn', '>=', since)
    // A ledger may know no more than the year; such income has no month.
    .where(sql<boolean>`length(received_on) >= 7`)
    .groupBy('month')
    .execute()
  const payouts = tx
    .selectFrom('payout')
    .select([
      sql<string>`to_char(paid_on, 'YYYY-MM')`.as('month'),
      sql<string>`sum(amount_fen)`.as('fen'),
    ])
    .where('institutionId', '=', institution)
    .where('paidOn', '>=', since)
    .groupBy('month')
    .execute()
  const [received, paid] = await Promise.all([receipts, payouts])
  return { receipts: received, payouts: paid }
}
