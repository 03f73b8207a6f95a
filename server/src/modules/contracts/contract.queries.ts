import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import { sumKnown, unknownIn } from '../../platform/totals.ts'
import '../achievements/index.ts'
import { isAmendmentStanding } from './amendment.queries.ts'
import { fieldColumns } from './contract.table.ts'
import type {
  ContractFilterWire,
  ContractPageWire,
  ContractQueryWire,
  ContractWire,
} from './contract.wire.ts'

/** The sum of a contract's receipts; without any, what its ledger says has arrived. */
const received = sql<string | null>`coalesce(
  (select sum(amount_fen)::bigint from receipt
    where receipt.institution_id = contract.institution_id and receipt.contract_id = contract.id),
  contract.stated_received_fen)`

/** How many of its receipts do not say what came in: what has arrived is at least the sum of the others. */
const receivedUnknown = sql<number>`(select count(*)::int from receipt
  where receipt.institution_id = contract.institution_id and receipt.contract_id = contract.id
    and receipt.amount_fen is null and contract.stated_received_fen is null)`

/** Signed and being performed, not paid in full, and nobody wrote down when it is paid: no receivable follows. */
export const isWithoutTerms = sql<boolean>`(contract.signed_on is not null
  and coalesce(contract.status, 'performing') = 'performing'
  and (coalesce(contract.amount_fen, 0) = 0 or coalesce(${received}, 0) < contract.amount_fen)
  and not exists (select from payment_terms
    where payment_terms.institution_id = contract.institution_id
      and payment_terms.contract_id = contract.id))`

const ofAmendments = sql`from contract_amendment as amended
  where amended.institution_id = contract.institution_id and amended.contract_id = contract.id
    and ${isAmendmentStanding}`
/** How often a contract was amended, and on which day last. */
const amendments = sql<number>`(select count(*)::int ${ofAmendments})`
const lastAmended = sql<string | null>`(select max(amended.on_day)::text ${ofAmendments})`

/** A page of the register, newest first; its first page also says what the filter finds in all. */
export async function listContracts(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: ContractQueryWire,
): Promise<ContractPageWire> {
  let query = ordered(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('contract', cursor))
  const rows = await query.limit(limit + 1).execute()
  const page = pageOf(rows, limit, ({ datedOn: _place, ...line }) => line)
  return cursor === undefined ? { ...page, totals: await totals(tx, institution, filter) } : page
}

/** Every contract that a filter finds, with all fields, for an export. */
export function allContracts(tx: Tx, institution: string, filter: ContractFilterWire) {
  return ordered(tx, institution, filter)
    .select(fieldColumns.map((column) => `contract.${column}` as const))
    .select([amendments.as('amendments'), lastAmended.as('lastAmendedOn')])
    .stream(500)
}

async function totals(tx: Tx, institution: string, filter: ContractFilterWire) {
  const row = await found(tx, institution, filter)
    .select([
      sql<number>`count(*)::int`.as('count'),
      sumKnown('contract.amountFen').as('amountFen'),
      unknownIn({ amountFen: 'contract.amountFen' }).as('unknown'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

function ordered(tx: Tx, institution: string, filter: ContractFilterWire) {
  return found(tx, institution, filter)
    .select([
      'contract.id',
      'contract.kind',
      'contract.number',
      'contract.title',
      'contract.counterparty',
      'contract.mode',
      'contract.exclusivity',
      'contract.amountFen',
      received.as('receivedFen'),
      receivedUnknown.as('receivedUnknown'),
      'contract.signedOn',
      'contract.status',
      'contract.registration',
      'contract.caseId',
      'transferCase.number as caseNumber',
      'contract.datedOn',
    ])
    .orderBy('contract.datedOn', 'desc')
    .orderBy('contract.id', 'desc')
}

function found(
  tx: Tx,
  institution: string,
  { q, kind, mode, status, achievement, patent, signedFrom, signedTo, terms }: ContractFilterWire,
) {
  let query = tx
    .selectFrom('contract')
    .leftJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'contract.institutionId')
        .onRef('transferCase.id', '=', 'contract.caseId'),
    )
    .where('contract.institutionId', '=', institution)
  if (kind !== undefined) query = query.where('contract.kind', '=', kind)
  if (mode !== undefined) query = query.where('contract.mode', '=', mode)
  if (status !== undefined) query = query.where('contract.status', '=', status)
  if (signedFrom !== undefined) query = query.where('contract.datedOn', '>=', signedFrom)
  if (signedTo !== undefined) query = query.where('contract.datedOn', '<=', signedTo)
  if (terms === 'none') query = query.where(isWithoutTerms)
  if (patent !== undefined) {
    query = query.where(sql<boolean>`${patent} = any(contract.patent_numbers)`)
  }
  if (achievement !== undefined) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('contractAchievement')
          .select('contractId')
          .where('contractAchievement.institutionId', '=', institution)
          .whereRef('contractAchievement.contractId', '=', 'contract.id')
          .where('contractAchievement.achievementId', '=', achievement),
      ),
    )
  }
  if (q !== undefined) {
    query = query.where((where) =>
      where.or([
        isFoundBy('contract.id', institution, 'contract', q),
        isFoundBy('contract.caseId', institution, 'case', q),
      ]),
    )
  }
  return query
}

/** One contract, or undefined: of another institution's there is none. */
export async function contractOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<ContractWire | undefined> {
  const row = await ordered(tx, institution, {})
    .select(fieldColumns.map((column) => `contract.${column}` as const))
    .where('contract.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const achievements = await achievementsOf(tx, institution, id)
  const { departments, patentNumbers, ledgerAchievements, parties } = row
  return {
    ...row,
    parties: [...parties],
    departments: [...departments],
    patentNumbers: [...patentNumbers],
    ledgerAchievements: [...ledgerAchievements],
    achievements,
  }
}

/** The achievements a contract is about. */
export function achievementsOf(tx: Tx, institution: string, contract: string) {
  return tx
    .selectFrom('contractAchievement')
    .innerJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'contractAchievement.institutionId')
        .onRef('achievement.id', '=', 'contractAchievement.achievementId'),
    )
    .select(['achievement.id', 'achievement.number', 'achievement.title'])
    .where('contractAchievement.institutionId', '=', institution)
    .where('contractAchievement.contractId', '=', contract)
    .orderBy('achievement.number')
    .execute()
}

/** Of two who give out a number at once the second waits, and then finds it taken. */
export async function holdNumber(tx: Tx, institution: string, number: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('yizhuan contract'),
    hashtext(${institution} || ' ' || ${number}))`.execute(tx)
}

/** The contracts with these numbers. */
export async function contractsByNumber(tx: Tx, institution: string, numbers: readonly string[]) {
  if (numbers.length === 0) return []
  return await tx
    .selectFrom('contract')
    .select(['id', 'caseId', ...fieldColumns])
    .where('institutionId', '=', institution)
    .where('number', '=', sql<string>`any(${[...numbers]}::text[])`)
    .execute()
}

/** Nobody else records a certificate of this number until we are done. */
export async function holdCertificate(tx: Tx, institution: string, number: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('yizhuan certificate'),
    hashtext(${institution} || ' ' || ${certificateNumber(number)}))`.execute(tx)
}

const certificateNumber = (number: string) => number.trim().toUpperCase()

/** The contracts that a certificate of this number is of: a registrar gives each contract its own. */
export async function contractsRegisteredAs(tx: Tx, institution: string, number: string) {
  const told = certificateNumber(number)
  await holdCertificate(tx, institution, number)
  return await tx
    .selectFrom('contract')
    .select(['id', 'caseId', 'number', 'title'])
    .where('institutionId', '=', institution)
    .where(sql<string>`upper(btrim(registration_no))`, '=', told)
    .where('registration', '=', 'registered')
    .orderBy('id')
    .execute()
}

/** Contracts that name achievements which are there by now and not linked yet. */
export async function contractsToLink(tx: Tx, institution: string) {
  const { rows } = await sql<{ id: string; achievements: string[] }>`
    select contract.id, array_agg(achievement.id::text order by achievement.number) as achievements
    from contract
    join achievement on achievement.institution_id = contract.institution_id
      and achievement.number = any(contract.ledger_achievements)
    left join contract_achievement as link on link.institution_id = contract.institution_id
      and link.contract_id = contract.id and link.achievement_id = achievement.id
    where contract.institution_id = ${institution} and link.achievement_id is null
    group by contract.id
  `.execute(tx)
  return rows
}
