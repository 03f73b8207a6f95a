import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import { sumKnown } from '../../platform/totals.ts'
import '../cases/index.ts'
import '../contracts/index.ts'
import '../proceeds/index.ts'
import { standingsByName } from '../interests/index.ts'
import { recognise } from './service-contract.ts'
import type {
  ServiceContractFilterWire,
  ServiceContractLineWire,
  ServiceContractPageWire,
  ServiceContractQueryWire,
} from './service-contract.wire.ts'

const receipts = sql`from receipt
  where receipt.institution_id = contract.institution_id and receipt.contract_id = contract.id`
/** What was told of the years before its case began is in the sum of the case, and of a ledger in its receipts. */
const received = sql<string>`coalesce(greatest((select sum(amount_fen)::bigint ${receipts}),
  nullif(transfer_case.received_fen, 0)), contract.stated_received_fen, 0)`
/** What a case paid as rewards by its acts; of a ledger what its receipts say. */
const rewarded = sql<string>`coalesce(transfer_case.distributed_fen,
  (select sum(reward_fen)::bigint ${receipts}), 0)`

/** How much of the sums nobody knows: contracts without an amount, receipts without one or without a reward. */
const unknownTotals = sql<Unknown>`json_build_object(
  'amountFen', count(*) filter (where contract.amount_fen is null)::int,
  'receivedFen', coalesce(sum((select count(*) filter (where amount_fen is null) ${receipts}))
    filter (where contract.stated_received_fen is null), 0)::int,
  'rewardedFen', coalesce(sum((select count(*) filter (where reward_fen is null) ${receipts}))
    filter (where transfer_case.distributed_fen is null), 0)::int)`
type Unknown = Record<'amountFen' | 'receivedFen' | 'rewardedFen', number>

/** Who does the work: the team of the case, else whoever a ledger names in charge. */
const opened = sql<{ team: { name: string }[]; related?: string } | null>`(
  select act.entry->'data' from act
  where act.institution_id = contract.institution_id and act.case_id = contract.case_id
    and act.type = 'serviceOpened' order by act.seq desc limit 1)`

/** A page of commissioned work, the newest first; its first page also has the sums of all that is found. */
export async function listServiceContracts(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: ServiceContractQueryWire,
  today: Day,
  seesTies: boolean,
): Promise<ServiceContractPageWire> {
  let query = ordered(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('contract', cursor))
  const rows = await query.limit(limit + 1).execute()
  const lines = await linesOf(tx, institution, rows, today, seesTies)
  const page = pageOf(rows, limit, ({ id }) => lines.get(id) as ServiceContractLineWire)
  if (cursor !== undefined) return page
  const totals = await found(tx, institution, filter)
    .select([
      sql<number>`count(*)::int`.as('count'),
      sumKnown('contract.amountFen').as('amountFen'),
      sql<string>`coalesce(sum(${received}), 0)::text`.as('receivedFen'),
      sql<string>`coalesce(sum(${rewarded}), 0)::text`.as('rewardedFen'),
      unknownTotals.as('unknown'),
    ])
    .executeTakeFirstOrThrow()
  return { ...page, totals }
}

/** Everything that a filter finds, for an export. */
export async function allServiceContracts(
  tx: Tx,
  institution: string,
  filter: ServiceContractFilterWire,
  today: Day,
  seesTies: boolean,
): Promise<readonly ServiceContractLineWire[]> {
  const rows = await ordered(tx, institution, filter).execute()
  const lines = await linesOf(tx, institution, rows, today, seesTies)
  return [...lines.values()]
}

function ordered(tx: Tx, institution: string, filter: ServiceContractFilterWire) {
  return found(tx, institution, filter)
    .select([
      'contract.id',
      'contract.kind',
      'contract.number',
      'contract.title',
      'contract.counterparty',
      'contract.counterpartyUscc',
      'contract.signedOn',
      'contract.status',
      'contract.registration',
      'contract.registrationNo',
      'contract.amountFen',
      'contract.lead',
      'contract.caseId',
      'contract.datedOn',
      received.as('receivedFen'),
      rewarded.as('rewardedFen'),
      opened.as('opened'),
    ])
    .orderBy('contract.datedOn', 'desc')
    .orderBy('contract.id', 'desc')
}

function found(
  tx: Tx,
  institution: string,
  { q, kind, registration, signedFrom, signedTo, caseId }: ServiceContractFilterWire,
) {
  let query = tx
    .selectFrom('contract')
    .leftJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'contract.institutionId')
        .onRef('transferCase.id', '=', 'contract.caseId'),
    )
    .where('contract.institutionId', '=', institution)
    .where('contract.kind', '<>', 'transfer')
  if (caseId !== undefined) query = query.where('contract.caseId', '=', caseId)
  if (kind !== undefined) query = query.where('contract.kind', '=', kind)
  if (registration === 'registered') query = query.where('contract.registration', '=', 'registered')
  if (registration === 'open') {
    query = query.where(sql<boolean>`contract.registration is distinct from 'registered'`)
  }
  if (signedFrom !== undefined) query = query.where('contract.datedOn', '>=', signedFrom)
  if (signedTo !== undefined) query = query.where('contract.datedOn', '<=', signedTo)
  if (q !== undefined) query = query.where(isFoundBy('contract.id', institution, 'contract', q))
  return query
}

type Row = Awaited<ReturnType<ReturnType<typeof ordered>['execute']>>[number]

const teamOf = ({ opened: said, lead }: Row): readonly string[] =>
  said?.team.map(({ name }) => name) ?? (lead === null ? [] : [lead])

async function linesOf(
  tx: Tx,
  institution: string,
  rows: readonly Row[],
  today: Day,
  seesTies: boolean,
): Promise<ReadonlyMap<string, ServiceContractLineWire>> {
  const names = [...new Set(rows.flatMap(teamOf))]
  const standings = seesTies ? await standingsByName(tx, institution, names, today) : undefined
  return new Map(
    rows.map((row): [string, ServiceContractLineWire] => {
      const { counterpartyUscc, datedOn: _d, opened: said, lead: _l, ...line } = row
      const team = [...teamOf(row)]
      // What people declared is for those who read declarations, and whether work counts tells of it.
      if (!standings) return [row.id, { ...line, team, recognition: null }]
      const { state, related, undeclared } = recognise({
        client: { name: row.counterparty, uscc: counterpartyUscc },
        ...{ team, standings, isDeclaredRelated: said?.related !== undefined },
      })
      const reasons = { related: related.map((one) => ({ ...one })), undeclared: [...undeclared] }
      return [row.id, { ...line, team, recognition: { state, ...reasons } }]
    }),
  )
}
