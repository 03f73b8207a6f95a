import { emptyProject, type ProjectPosition } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { isAfter, pageOf } from '../../../platform/keyset.ts'
import '../../achievements/index.ts'
import { fundColumns } from './fund.table.ts'
import { type Line, standingLines } from './fund.ts'
import type { FundFilterWire, FundLineWire, FundPageWire, FundQueryWire } from './fund.wire.ts'

/** A page of the register, the youngest first. */
export async function listFunds(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: FundQueryWire,
): Promise<FundPageWire> {
  let query = found(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('fund', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, ({ datedOn: _place, ...row }): FundLineWire => lineOf(row))
}

/** Every fund that a filter finds, for an export. */
export function allFunds(tx: Tx, institution: string, filter: FundFilterWire) {
  return found(tx, institution, filter)
    .select(['approvedBy', 'rule', 'byMilestone', 'remark'])
    .stream(500)
}

function found(tx: Tx, institution: string, { kind }: FundFilterWire) {
  const last = (
    column: string,
  ) => sql<string>`coalesce((select ${sql.ref(column)}::text from fund_entry as line
    where line.institution_id = fund.institution_id and line.fund_id = fund.id
    order by line.seq desc limit 1), '0')`
  let query = tx
    .selectFrom('fund')
    .select(['id', 'number', 'name', 'kind', 'foundedOn', 'datedOn'])
    .select([
      last('line.cash_fen').as('cashFen'),
      last('line.reserved_fen').as('reservedFen'),
      sql<number>`(select count(*)::int from fund_project as one
        where one.institution_id = fund.institution_id and one.fund_id = fund.id)`.as('projects'),
    ])
    .where('institutionId', '=', institution)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  return query.orderBy('datedOn', 'desc').orderBy('id', 'desc')
}

/** A fund with what is free in it: neither spent nor promised. */
export function lineOf(row: Omit<FundLineWire, 'freeFen'>): FundLineWire {
  return { ...row, freeFen: `${BigInt(row.cashFen) - BigInt(row.reservedFen)}` }
}

/** A fund as stored. */
export function storedFund(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('fund')
    .select(['id', ...fundColumns])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whether a fund bears a number. */
export async function isNumberUsed(tx: Tx, institution: string, number: string): Promise<boolean> {
  const row = await tx
    .selectFrom('fund')
    .select('id')
    .where('institutionId', '=', institution)
    .where('number', '=', number)
    .executeTakeFirst()
  return row !== undefined
}

/** The projects of a fund, the oldest first. */
export function projectsOf(tx: Tx, institution: string, fund: string) {
  return tx
    .selectFrom('fundProject')
    .leftJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'fundProject.institutionId')
        .onRef('achievement.id', '=', 'fundProject.achievementId'),
    )
    .select([
      'fundProject.id',
      'fundProject.title',
      'fundProject.lead',
      'fundProject.achievementId',
      'achievement.number as achievementNumber',
      'fundProject.stage',
      'fundProject.startedOn',
      'fundProject.milestones',
    ])
    .where('fundProject.institutionId', '=', institution)
    .where('fundProject.fundId', '=', fund)
    .orderBy('fundProject.startedOn')
    .orderBy('fundProject.id')
    .execute()
}

/** The ledger of a fund, line by line. */
export function entriesOf(tx: Tx, institution: string, fund: string) {
  return tx
    .selectFrom('fundEntry')
    .leftJoin('fundProject', (join) =>
      join
        .onRef('fundProject.institutionId', '=', 'fundEntry.institutionId')
        .onRef('fundProject.id', '=', 'fundEntry.projectId'),
    )
    .select([
      'fundEntry.seq',
      'fundEntry.id',
      'fundEntry.corrects',
      'fundEntry.kind',
      'fundEntry.projectId',
      'fundProject.title as project',
      'fundEntry.amountFen',
      'fundEntry.onDay',
      'fundEntry.party',
      'fundEntry.through',
      'fundEntry.milestone',
      'fundEntry.reference',
      'fundEntry.files',
      'fundEntry.cashFen',
      'fundEntry.reservedFen',
      'fundEntry.madeName',
    ])
    .where('fundEntry.institutionId', '=', institution)
    .where('fundEntry.fundId', '=', fund)
    .orderBy('fundEntry.seq')
    .execute()
}

/** Where a project stands by the lines of the ledger about it. */
export function positionOf(
  entries: readonly (Line & { readonly amountFen: string })[],
): ProjectPosition & { readonly committed: bigint } {
  let { reserved, outlay } = emptyProject
  let committed = 0n
  for (const { kind, amountFen } of standingLines(entries)) {
    const fen = BigInt(amountFen)
    if (kind === 'committed') [reserved, committed] = [reserved + fen, committed + fen]
    if (kind === 'released') [reserved, committed] = [reserved - fen, committed - fen]
    if (kind === 'drawn') [reserved, outlay] = [reserved - fen, outlay + fen]
    if (kind === 'returned') outlay -= fen
  }
  return { reserved, outlay, committed }
}
