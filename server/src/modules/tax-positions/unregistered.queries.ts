import type { Day, Fen } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import '../contracts/index.ts'
import '../registrations/index.ts'
import { taxPositions } from '../policies/index.ts'
import { type Beside, besideOf } from './beside.queries.ts'
import './position.table.ts'
import { contractTaxOf } from './position.view.ts'
import { atOnce, taxCasesOf } from './tax-case.queries.ts'
import { nationsLaw, type TaxCase } from './tax-case.ts'
import type {
  UnregisteredFilterWire,
  UnregisteredLineWire,
  UnregisteredPageWire,
  UnregisteredQueryWire,
} from './unregistered.wire.ts'

// Technology contracts that could be registered and are not. What hangs on the registration is said by the
// norms of the nation's pack that ask for it; by when, by the payouts that have not been made.

/** Whether a contract is registered, an attempt is at the registrar, or it was found to be none. */
const isSettled = sql<boolean>`(coalesce(contract.registration, '') in ('registered', 'not_technology')
  or exists (select from registration where registration.institution_id = contract.institution_id
    and registration.contract_id = contract.id
    and registration.state in ('submitted', 'text_received', 'in_review', 'registered', 'changed')))`

const waits = sql<boolean>`exists (select from receipt
  where receipt.institution_id = contract.institution_id and receipt.contract_id = contract.id
    and receipt.amount_fen > 0 and receipt.paid_on is null)`

function found(tx: Tx, institution: string, { waiting }: UnregisteredFilterWire) {
  let query = tx
    .selectFrom('contract')
    .where('contract.institutionId', '=', institution)
    .where(sql<boolean>`not ${isSettled}`)
    .where(sql<boolean>`coalesce(contract.status, '') <> 'not_effective'`)
  if (waiting === 'yes') query = query.where(waits)
  return query
}

function ordered(tx: Tx, institution: string, filter: UnregisteredFilterWire) {
  return found(tx, institution, filter)
    .select(['id', 'number', 'title', 'counterparty', 'kind', 'mode', 'signedOn', 'amountFen'])
    .select(['registration', 'datedOn'])
    .orderBy('datedOn', 'desc')
    .orderBy('id', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof ordered>['execute']>>[number]

/** A page of the contracts that could be registered, the newest first. */
export async function listUnregistered(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: UnregisteredQueryWire,
  today: Day,
): Promise<UnregisteredPageWire> {
  let query = ordered(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('contract', cursor))
  const rows = await query.limit(limit + 1).execute()
  const { items, nextCursor } = pageOf(rows, limit, (row) => row)
  const lines = await linesOf(tx, institution, items, today)
  const page = { items: [...lines], ...(nextCursor !== undefined && { nextCursor }) }
  if (cursor !== undefined) return page
  const { count } = await found(tx, institution, filter)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return { ...page, count }
}

/** Every such contract, for an export. */
export async function* allUnregistered(
  tx: Tx,
  institution: string,
  filter: UnregisteredFilterWire,
  today: Day,
): AsyncGenerator<UnregisteredLineWire> {
  const rows = await ordered(tx, institution, filter).execute()
  for (let from = 0; from < rows.length; from += atOnce) {
    yield* await linesOf(tx, institution, rows.slice(from, from + atOnce), today)
  }
}

async function linesOf(
  tx: Tx,
  institution: string,
  rows: readonly Row[],
  today: Day,
): Promise<readonly UnregisteredLineWire[]> {
  const ids = rows.map(({ id }) => id)
  const taxed = await taxCasesOf(tx, institution, ids, today)
  const beside = await besideOf(tx, institution, ids, today)
  return rows.map((row) => lineOf(row, taxed.get(row.id), beside, today))
}

function lineOf(
  { datedOn: _place, ...row }: Row,
  taxed: TaxCase | undefined,
  beside: Beside,
  today: Day,
): UnregisteredLineWire {
  if (!taxed) return { ...row, reliefs: [], waitingFen: '0', lastDay: null }
  const { positions, windows } = contractTaxOf(taxed, beside, today, 0n as Fen)
  const open = windows.filter(({ paidOn }) => paidOn === null)
  const days = open.flatMap(({ lastDay }) => lastDay ?? []).sort()
  return {
    ...row,
    reliefs: positions.flatMap(({ regime, title, estimate }) => {
      const cite = citeOfGate(regime)
      if (cite === undefined) return []
      const saves = estimate?.lines.reduce(
        (sum, line) => sum + BigInt(line.withoutFen) - BigInt(line.withFen),
        0n,
      )
      return [{ regime, title, cite, savesFen: saves === undefined ? null : `${saves}` }]
    }),
    waitingFen: `${open.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)}`,
    lastDay: days[0] ?? null,
  }
}

/** The article by which a relief asks for the registration; undefined where it does not. */
function citeOfGate(regime: UnregisteredLineWire['reliefs'][number]['regime']) {
  const { gates } = taxPositions().regimes[regime as 'cash_reward']
  const norm = nationsLaw().norms.find(
    ({ id, uses }) => gates.includes(id) && uses.facts.has('registeredOn'),
  )
  if (!norm) return undefined
  const [cite] = norm.cites
  return cite ? { source: cite.source, at: cite.at } : null
}
