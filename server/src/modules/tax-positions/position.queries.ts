import { type Day, groupBy } from '@yizhuan/kit'
import { type DeferralChoice, deferralsIn } from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../cases/index.ts'
import '../contracts/index.ts'
import '../proceeds/index.ts'
import { ownLeft } from '../receivables/index.ts'
import '../registrations/index.ts'
import './position.table.ts'

/** Contracts as their positions on tax ask of them. */
export function contractsAsked(tx: Tx, institution: string, ids: readonly string[]) {
  return tx
    .selectFrom('contract')
    .select(['id', 'number', 'title', 'kind', 'mode', 'signedOn', 'caseId'])
    .select(['registration', 'registeredOn'])
    .where('institutionId', '=', institution)
    .where('id', '=', anyOf(ids))
    .execute()
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`

/** The contracts that may have positions on tax, the newest first. */
export function contractsTaxed(tx: Tx, institution: string) {
  return tx
    .selectFrom('contract')
    .select('id')
    .where('institutionId', '=', institution)
    .orderBy('datedOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The attempts to register contracts, of each the newest first. */
export function attemptsFor(tx: Tx, institution: string, contracts: readonly string[]) {
  return tx
    .selectFrom('registration')
    .select(['id', 'contractId', 'state', 'decidedOn'])
    .where('institutionId', '=', institution)
    .where('contractId', '=', anyOf(contracts))
    .orderBy('attempt', 'desc')
    .execute()
}

/** The receipts of contracts that brought money, the oldest first. */
export function receiptsTaxed(tx: Tx, institution: string, contracts: readonly string[]) {
  return tx
    .selectFrom('receipt')
    .select(['id', 'contractId', 'receivedOn', 'netFen', 'rewardFen', 'paidOn', 'split'])
    .select(sql<string>`(receipt.amount_fen - receipt.others_fen)::text`.as('amountFen'))
    .select(ownLeft.as('leftFen'))
    .where('institutionId', '=', institution)
    .where('contractId', '=', anyOf(contracts))
    .where('amountFen', '>', '0')
    .orderBy('receivedOn')
    .orderBy('id')
    .execute()
}

/** How those who are awarded equity by cases chose to be taxed. */
export async function deferralsOf(
  tx: Tx,
  institution: string,
  cases: readonly string[],
): Promise<ReadonlyMap<string, readonly DeferralChoice[]>> {
  if (cases.length === 0) return new Map()
  const { rows } = await sql<{
    caseId: string
    type: string
    entry: { seq: number; on: Day; data: object }
  }>`
    select case_id, type, entry from act
    where institution_id = ${institution} and case_id = any(${[...cases]}::uuid[])
      and type in ('deferralChosen', 'deferralFiled', 'deferralSettled', 'deferralTakenBack')
    order by case_id, seq`.execute(tx)
  const byCase = groupBy(rows, ({ caseId }) => caseId)
  return new Map(
    [...byCase].map(([id, own]) => {
      const acts = groupBy(own, ({ type }) => type)
      const told = [...acts].map(([type, all]) => [type, all.map(({ entry }) => entry)])
      return [id, [...deferralsIn({ acts: Object.fromEntries(told) }).values()]]
    }),
  )
}

/** The notice of a case that shows who is rewarded with what, from its day to the last day it was shown. */
export interface RewardNotice {
  readonly on: string
  /** None while it runs. */
  readonly endedOn: string | null
}

/** The newest notice of each plan that runs or ran to its end; one that was stopped or overtaken shows nothing. */
export async function rewardNotices(
  tx: Tx,
  institution: string,
  cases: readonly string[],
): Promise<ReadonlyMap<string, RewardNotice>> {
  if (cases.length === 0) return new Map()
  const { rows } = await sql<RewardNotice & { readonly caseId: string }>`
    select distinct on (notice.case_id) notice.case_id, notice.published_on as on,
      case when notice.state = 'ended' then (
        select entry -> 'data' ->> 'lastShownOn' from act
        where act.institution_id = notice.institution_id and act.case_id = notice.case_id
          and act.type = 'planNoticeCertified' and act.seq > notice.seq order by act.seq limit 1)
      end as ended_on
    from public_notice as notice
    where notice.institution_id = ${institution} and notice.case_id = any(${[...cases]}::uuid[])
      and notice.kind = 'plan' and notice.state in ('running', 'ended')
    order by notice.case_id, notice.seq desc`.execute(tx)
  return new Map(rows.map(({ caseId, ...notice }) => [caseId, notice]))
}

/** What went back of contracts, with the receipt it gave back where that is known. */
export function refundsTaxed(tx: Tx, institution: string, contracts: readonly string[]) {
  return tx
    .selectFrom('receipt')
    .select(['id', 'contractId', 'receivedOn'])
    .select(sql<string>`(receipt.others_fen - receipt.amount_fen)::text`.as('ownFen'))
    .select(
      sql<string | null>`(select link.receipt_id from receipt_refund as link
        where link.institution_id = receipt.institution_id and link.refund_id = receipt.id
        group by link.receipt_id having sum(link.fen) > 0)`.as('receipt'),
    )
    .where('institutionId', '=', institution)
    .where('contractId', '=', anyOf(contracts))
    .where('amountFen', '<', '0')
    .orderBy('receivedOn')
    .orderBy('id')
    .execute()
}

/** What was answered about contracts, of each in its order. */
export function answersOf(tx: Tx, institution: string, contracts: readonly string[]) {
  return tx
    .selectFrom('taxAnswer')
    .select(['contractId', 'regime', 'seq', 'fact', 'value'])
    .select(['words', 'files', 'madeAt', 'madeBy', 'madeName'])
    .where('institutionId', '=', institution)
    .where('contractId', '=', anyOf(contracts))
    .orderBy('regime')
    .orderBy('seq')
    .execute()
}

/**
 * Receipts of transfers whose reward is still to be paid, with their contract; only some where asked.
 *
 * What is another holder's or was given back has no reward: the amounts are what is left.
 */
export function unpaidRewards(
  tx: Tx,
  institution: string,
  { contract, until }: { readonly contract?: string | undefined; readonly until?: string } = {},
) {
  let query = tx
    .selectFrom('receipt')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'receipt.institutionId')
        .onRef('contract.id', '=', 'receipt.contractId'),
    )
    .select([
      'receipt.id',
      'receipt.receivedOn',
      ownLeft.as('leftFen'),
      sql<boolean>`refunds_waiting(contract.institution_id, contract.id) > 0`.as('isRefundOpen'),
      'contract.id as contractId',
      'contract.number as contractNumber',
      'contract.title as contractTitle',
    ])
    .where('receipt.institutionId', '=', institution)
    .where('contract.kind', '=', 'transfer')
    .where((where) =>
      where.or([
        where('contract.mode', 'in', ['assignment', 'license']),
        where('contract.mode', 'is', null),
      ]),
    )
    .where('receipt.paidOn', 'is', null)
    .where('receipt.amountFen', '>', '0')
    .where(sql<boolean>`receipt_own_left(receipt.institution_id, receipt.id) > 0`)
    .where(sql<boolean>`length(receipt.received_on) = 10`)
    .orderBy('receipt.receivedOn')
    .orderBy('receipt.id')
  if (contract !== undefined) query = query.where('contract.id', '=', contract)
  if (until !== undefined) query = query.where('receipt.receivedOn', '<=', until)
  return query.execute()
}

/** The contracts of which somebody decided not to claim a relief. */
export async function declinedContracts(
  tx: Tx,
  institution: string,
  regime: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ contractId: string }>`
    select contract_id from (
      select distinct on (contract_id) contract_id, value from tax_answer
      where institution_id = ${institution} and regime = ${regime} and fact = 'claimed'
      order by contract_id, seq desc) as newest
    where value = 'false'::jsonb
  `.execute(tx)
  return new Set(rows.map(({ contractId }) => contractId))
}

/** Whether the relief on cash rewards is claimed for cases, and its conditions confirmed. */
export interface ReliefClaim {
  readonly claimed: boolean
  readonly confirmed: boolean
}

/** What was decided of the relief on cash rewards of some cases; of the others nobody has decided. */
export async function reliefClaims(
  tx: Tx,
  institution: string,
  cases: readonly string[],
): Promise<ReadonlyMap<string, ReliefClaim>> {
  const { rows } = await sql<ReliefClaim & { readonly caseId: string }>`
    select contract.case_id, claim.value = 'true'::jsonb as claimed,
      coalesce(confirmed.value = 'true'::jsonb, false) as confirmed
    from contract
    cross join lateral (
      select value from tax_answer where institution_id = contract.institution_id
        and contract_id = contract.id and regime = 'cash_reward' and fact = 'claimed'
      order by seq desc limit 1) as claim
    left join lateral (
      select value from tax_answer where institution_id = contract.institution_id
        and contract_id = contract.id and regime = 'cash_reward' and fact = 'taxReliefConfirmed'
      order by seq desc limit 1) as confirmed on true
    where contract.institution_id = ${institution}
      and contract.case_id = any(${[...cases]}::uuid[])
  `.execute(tx)
  return new Map(rows.map(({ caseId, ...claim }) => [caseId, claim]))
}
