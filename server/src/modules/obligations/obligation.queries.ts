import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import '../contracts/index.ts'
import { fieldColumns } from './obligation.table.ts'
import { overSince, stateOn } from './obligation.ts'
import type { ObligationFilterWire, ObligationWire } from './obligation.wire.ts'

/** What a filter finds, the earliest due first; a contract has some dozens at most. */
export async function obligationsOf(
  tx: Tx,
  institution: string,
  { contract, kind, obligor, state, q }: ObligationFilterWire,
  today: Day,
): Promise<ObligationWire[]> {
  let query = lines(tx, institution)
  if (contract !== undefined) query = query.where('obligation.contractId', '=', contract)
  if (kind !== undefined) query = query.where('obligation.kind', '=', kind)
  if (obligor !== undefined) query = query.where('obligation.obligor', '=', obligor)
  if (q !== undefined) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((where) =>
      where.or([
        where('obligation.title', 'ilike', like),
        isFoundBy('obligation.contractId', institution, 'contract', q),
      ]),
    )
  }
  const found = (await query.execute()).map((row) => lineOf(row, today))
  return found.filter((one) => state === undefined || one.state === state)
}

/** One of them. */
export async function obligationOf(
  tx: Tx,
  institution: string,
  id: string,
  today: Day,
): Promise<ObligationWire | undefined> {
  const row = await lines(tx, institution).where('obligation.id', '=', id).executeTakeFirst()
  return row && lineOf(row, today)
}

/** Those nobody said an outcome of that are owed, and due up to a day. */
export async function openUpTo(
  tx: Tx,
  institution: string,
  until: Day,
  contract: string | undefined,
): Promise<ObligationWire[]> {
  let query = lines(tx, institution)
    .where('obligation.outcome', 'is', null)
    .where('obligation.dueOn', '<=', until)
  if (contract !== undefined) query = query.where('obligation.contractId', '=', contract)
  const open = (await query.execute()).map((row) => lineOf(row, until))
  return open.filter(({ state }) => state !== 'ended')
}

// A contract that is hidden from whoever asks hides what it obliges to.
function lines(tx: Tx, institution: string) {
  return tx
    .selectFrom('obligation')
    .innerJoin('contract', (on) =>
      on
        .onRef('contract.institutionId', '=', 'obligation.institutionId')
        .onRef('contract.id', '=', 'obligation.contractId'),
    )
    .where('obligation.institutionId', '=', institution)
    .select(['obligation.id', ...fieldColumns.map((column) => `obligation.${column}` as const)])
    .select([
      'contract.number as contractNumber',
      'contract.title as contractTitle',
      'contract.counterparty',
      'contract.status',
      'contract.terminatedOn',
    ])
    .orderBy('obligation.dueOn')
    .orderBy('obligation.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

function lineOf({ status, terminatedOn, ...row }: Row, today: Day): ObligationWire {
  const over = overSince(status, terminatedOn)
  return { ...row, files: [...row.files], state: stateOn({ ...row, over }, today) }
}
