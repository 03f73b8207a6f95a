import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import { sumKnown } from '../../platform/totals.ts'
import '../contracts/index.ts'
import '../proceeds/index.ts'
import '../rights/index.ts'
import { fieldColumns } from './registration.table.ts'
import type {
  RegistrationFilterWire,
  RegistrationPageWire,
  RegistrationQueryWire,
} from './registration.wire.ts'

const verified = sql<string>`coalesce((
  select sum(income_verification.amount_fen)::text from income_verification
  where income_verification.institution_id = registration.institution_id
    and income_verification.registration_id = registration.id
    and income_verification.state = 'verified'), '0')`

/** What an attempt recognises is unknown only once it is registered: before, there is nothing to know. */
const unknownTotals = sql<{ amountFen: number; recognisedFen: number }>`json_build_object(
  'amountFen', count(*) filter (where registration.amount_fen is null)::int,
  'recognisedFen', count(*) filter (where registration.recognised_fen is null
    and registration.state in ('registered', 'changed'))::int)`

/** A page of the register, the newest contracts first; its first page also says what is found in all. */
export async function listRegistrations(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: RegistrationQueryWire,
): Promise<RegistrationPageWire> {
  let query = ordered(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('registration', cursor))
  const rows = await query.limit(limit + 1).execute()
  const page = pageOf(rows, limit, ({ datedOn: _place, ...line }) => line)
  if (cursor !== undefined) return page
  const totals = await found(tx, institution, filter)
    .select([
      sql<number>`count(*)::int`.as('count'),
      sumKnown('registration.amountFen').as('amountFen'),
      sql<string>`coalesce(sum(registration.recognised_fen), 0)::text`.as('recognisedFen'),
      sql<string>`coalesce(sum(${verified}::bigint), 0)::text`.as('verifiedFen'),
      unknownTotals.as('unknown'),
    ])
    .executeTakeFirstOrThrow()
  return { ...page, totals }
}

/** Every attempt that a filter finds, with all fields, for an export. */
export function allRegistrations(tx: Tx, institution: string, filter: RegistrationFilterWire) {
  return ordered(tx, institution, filter)
    .select(fieldColumns.map((column) => `registration.${column}` as const))
    .stream(500)
}

/** What befell the attempts that a filter finds, each attempt's in its order, for an export. */
export function allEvents(tx: Tx, institution: string, filter: RegistrationFilterWire) {
  return found(tx, institution, filter)
    .innerJoin('registrationEvent as event', (join) =>
      join
        .onRef('event.institutionId', '=', 'registration.institutionId')
        .onRef('event.registrationId', '=', 'registration.id'),
    )
    .select(['contract.number as contractNumber', 'registration.title', 'registration.attempt'])
    .select(['event.step', 'event.onDay', 'event.words', 'event.files', 'event.actSeq'])
    .select(['event.madeName', 'event.madeAt'])
    .orderBy('registration.datedOn', 'desc')
    .orderBy('registration.id', 'desc')
    .orderBy('event.seq')
    .stream(500)
}

function ordered(tx: Tx, institution: string, filter: RegistrationFilterWire) {
  return found(tx, institution, filter)
    .select([
      'registration.id',
      'registration.contractId',
      'contract.number as contractNumber',
      'registration.attempt',
      'registration.state',
      'registration.title',
      'registration.kind',
      'registration.buyerName',
      'registration.signedOn',
      'registration.amountFen',
      'registration.recognisedFen',
      'registration.number',
      'registration.decidedOn',
      verified.as('verifiedFen'),
      'registration.datedOn',
    ])
    .orderBy('registration.datedOn', 'desc')
    .orderBy('registration.id', 'desc')
}

function found(
  tx: Tx,
  institution: string,
  { q, state, kind, contract, signedFrom, signedTo }: RegistrationFilterWire,
) {
  let query = tx
    .selectFrom('registration')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'registration.institutionId')
        .onRef('contract.id', '=', 'registration.contractId'),
    )
    .where('registration.institutionId', '=', institution)
  if (state !== undefined) query = query.where('registration.state', '=', state)
  if (kind !== undefined) query = query.where('registration.kind', '=', kind)
  if (contract !== undefined) query = query.where('registration.contractId', '=', contract)
  if (signedFrom !== undefined) query = query.where('registration.datedOn', '>=', signedFrom)
  if (signedTo !== undefined) query = query.where('registration.datedOn', '<=', signedTo)
  if (q !== undefined) {
    query = query.where(({ or, eb }) =>
      or([
        isFoundBy('registration.contractId', institution, 'contract', q),
        eb('registration.number', '=', q),
      ]),
    )
  }
  return query
}

/** One attempt as stored, for those who may read its contract: that of a closed case few may. */
export function storedRegistration(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('registration')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'registration.institutionId')
        .onRef('contract.id', '=', 'registration.contractId'),
    )
    .select(['registration.id', 'registration.contractId', 'registration.attempt'])
    .select(fieldColumns.map((column) => `registration.${column}` as const))
    .where('registration.institutionId', '=', institution)
    .where('registration.id', '=', id)
    .executeTakeFirst()
}

/** The attempts of a contract, the first one first. */
export function attemptsOf(tx: Tx, institution: string, contract: string) {
  return tx
    .selectFrom('registration')
    .select(['id', 'contractId', 'attempt', ...fieldColumns])
    .where('institutionId', '=', institution)
    .where('contractId', '=', contract)
    .orderBy('attempt')
    .execute()
}

/** What the form of the last attempt says a case's contract comes to, or as it would be drawn. */
export async function amountOnForm(tx: Tx, institution: string, caseId: string) {
  const contract = await contractOfCase(tx, institution, caseId)
  if (!contract) return null
  const last = (await attemptsOf(tx, institution, contract.id)).at(-1)
  return last ? last.amountFen : contract.amountFen
}

/** What befell an attempt, in its order. */
export function eventsOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('registrationEvent')
    .select(['seq', 'step', 'onDay', 'words', 'files', 'caseId', 'actSeq', 'madeAt', 'madeName'])
    .where('institutionId', '=', institution)
    .where('registrationId', '=', id)
    .orderBy('seq')
    .execute()
}

/** A contract as far as its registration asks. */
export function contractBeneath(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('contract')
    .leftJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'contract.institutionId')
        .onRef('transferCase.id', '=', 'contract.caseId'),
    )
    .select([
      'contract.id',
      'contract.kind',
      'contract.number',
      'contract.title',
      'contract.mode',
      'contract.counterparty',
      'contract.counterpartyUscc',
      'contract.parties',
      'contract.others as holders',
      'contract.amountFen',
      'contract.signedOn',
      'contract.termFrom',
      'contract.termTo',
      'contract.registration',
      'contract.registrationNo',
      'contract.registeredOn',
      'contract.caseId',
      'transferCase.number as caseNumber',
    ])
    .where('contract.institutionId', '=', institution)
    .where('contract.id', '=', id)
    .executeTakeFirst()
}

/** The contract that a case signed. */
export async function contractOfCase(tx: Tx, institution: string, caseId: string) {
  const row = await tx
    .selectFrom('contract')
    .select('id')
    .where('institutionId', '=', institution)
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  return row && contractBeneath(tx, institution, row.id)
}

/** The kinds of the rights that the achievements of a contract have. */
export async function rightKindsOf(
  tx: Tx,
  institution: string,
  contract: string,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('contractAchievement')
    .innerJoin('ipRight', (join) =>
      join
        .onRef('ipRight.institutionId', '=', 'contractAchievement.institutionId')
        .onRef('ipRight.achievementId', '=', 'contractAchievement.achievementId'),
    )
    .select('ipRight.kind')
    .where('contractAchievement.institutionId', '=', institution)
    .where('contractAchievement.contractId', '=', contract)
    .distinct()
    .execute()
  return rows.map(({ kind }) => kind)
}
