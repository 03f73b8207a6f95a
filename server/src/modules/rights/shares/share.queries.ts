import { type EventKind, eventKinds, eventRules } from '@yizhuan/docket'
import { fen, groupBy } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { isFoundBy } from '../../../platform/found-by.ts'
import '../right.table.ts'
import { costShares, type PartySet } from './party.ts'
import './share.table.ts'
import type { CostFilterWire, CostListWire, CostShareWire } from './share.wire.ts'

/** The events by which a fee was paid. */
export const payments: readonly EventKind[] = eventKinds.filter((kind) => {
  const { takes = [], needs = [] } = eventRules[kind] as {
    takes?: readonly string[]
    needs?: readonly string[]
  }
  return takes.includes('fen') || needs.includes('fen')
})

/** A set as it is recorded. */
export interface RecordedSet extends PartySet {
  readonly id: string
  readonly rightId: string
  readonly basis: string
  readonly recordedAt: Date
  readonly recordedName: string
}

/** Every set of some rights, in the order of their days; of all rights where none is named. */
export async function partySets(
  tx: Tx,
  institution: string,
  rights?: readonly string[],
): Promise<readonly RecordedSet[]> {
  let query = tx
    .selectFrom('rightPartySet')
    .select(['id', 'rightId', 'fromDay as from', 'parties', 'basis'])
    .select(['recordedAt', 'recordedName'])
    .where('institutionId', '=', institution)
  if (rights) query = query.where('rightId', '=', sql<string>`any(${[...rights]}::uuid[])`)
  return await query.orderBy('fromDay').orderBy('id').execute()
}

/** What others owe of the fees that a filter finds, the newest payment first. */
export async function listCosts(
  tx: Tx,
  institution: string,
  { q, state, party }: CostFilterWire,
): Promise<CostListWire> {
  let owned = tx
    .selectFrom('rightPartySet')
    .innerJoin('ipRight', (join) =>
      join
        .onRef('ipRight.institutionId', '=', 'rightPartySet.institutionId')
        .onRef('ipRight.id', '=', 'rightPartySet.rightId'),
    )
    .select('ipRight.id')
    .distinct()
    .where('rightPartySet.institutionId', '=', institution)
    .where('ipRight.institutionId', '=', institution)
  if (q !== undefined) owned = owned.where(isFoundBy('ipRight.id', institution, 'right', q))
  const ids = (await owned.execute()).map(({ id }) => id)
  const all = await costsOf(tx, institution, ids)
  const items = all.filter(
    (one) =>
      (state === undefined || one.state === state) && (party === undefined || one.party === party),
  )
  const sum = (of: (one: CostShareWire) => string) =>
    `${items.reduce((total, one) => total + BigInt(of(one)), 0n)}`
  return {
    items,
    owedFen: sum(({ owedFen }) => owedFen),
    claimedFen: sum(({ claimedFen }) => claimedFen),
    receivedFen: sum(({ receivedFen }) => receivedFen),
    parties: [...new Set(all.map((one) => one.party))].toSorted((a, b) => (a < b ? -1 : 1)),
  }
}

/** What others owe of the paid fees of some rights, the newest payment first. */
export async function costsOf(
  tx: Tx,
  institution: string,
  rights: readonly string[],
): Promise<CostShareWire[]> {
  if (rights.length === 0) return []
  const [sets, fees, entries] = await Promise.all([
    partySets(tx, institution, rights),
    feesPaid(tx, institution, rights),
    entriesOf(tx, institution, rights),
  ])
  const setsBy = groupBy(sets, ({ rightId }) => rightId)
  const entriesBy = groupBy(entries, ({ event }) => event)
  return fees.flatMap((fee) => {
    const made = entriesBy.get(fee.event) ?? []
    const counting = made
      .filter(({ takenBack }) => takenBack === null)
      .map((one) => ({ ...one, fen: BigInt(one.fen) }))
    // A payment that was struck is none: nobody owes a part of it, and what was claimed for it stands out.
    const paid = fen(fee.isStruck ? 0n : BigInt(fee.fen))
    const shares = costShares(
      setsBy.get(fee.right) ?? [],
      [{ event: fee.event, on: fee.on, fen: paid }],
      counting,
    )
    const { isStruck: _struck, ...told } = fee
    return shares.map(({ share, role, state, party, owed, claimed, received }) => ({
      ...told,
      ...{ party, role, share, state, owedFen: `${owed}`, claimedFen: `${claimed}` },
      ...{ receivedFen: `${received}`, outstandingFen: `${claimed - received}` },
      entries: made
        .filter((one) => one.party === party)
        .map(({ event: _event, party: _party, ...entry }) => entry),
    }))
  })
}

/** The fees of rights that were paid, the newest first; struck ones where somebody was claimed for them. */
async function feesPaid(tx: Tx, institution: string, rights: readonly string[]) {
  const { rows } = await sql<{
    right: string
    number: string | null
    rightTitle: string
    event: string
    fee: EventKind
    year: number | null
    on: string
    fen: string
    isStruck: boolean
  }>`
    select ip_right.id as right, ip_right.number, ip_right.title as "rightTitle", event.id as event,
      event.kind as fee, (event.told->>'year')::int as year, event.on_day::text as on,
      event.told->>'fen' as fen,
      exists (select from right_event strike where strike.institution_id = ${institution}
        and strike.strikes = event.id) as "isStruck"
    from right_event event
    join ip_right on ip_right.institution_id = ${institution} and ip_right.id = event.right_id
    where event.institution_id = ${institution} and event.kind = any(${[...payments]}::text[])
      and event.right_id = any(${[...rights]}::uuid[]) and event.told->>'fen' is not null
    order by event.on_day desc, event.id desc`.execute(tx)
  return rows
}

/** Claims and receipts of rights, with who took one back and why. */
async function entriesOf(tx: Tx, institution: string, rights: readonly string[]) {
  const rows = await tx
    .selectFrom('rightCostEntry')
    .select(['id', 'eventId', 'party', 'kind', 'fen', 'onDay', 'document', 'reverses'])
    .select('recordedName')
    .where('institutionId', '=', institution)
    .where('rightId', '=', sql<string>`any(${[...rights]}::uuid[])`)
    .orderBy('onDay')
    .orderBy('id')
    .execute()
  const back = new Map(rows.map((row) => [row.reverses, row]))
  return rows
    .filter(({ reverses }) => reverses === null)
    .map(({ id, eventId, party, kind, fen: amount, onDay, document, recordedName }) => {
      const by = back.get(id)
      return {
        ...{ id, event: eventId, party, kind, fen: `${amount}`, on: onDay, document, recordedName },
        takenBack: by ? { name: by.recordedName, on: by.onDay, reason: by.document } : null,
      }
    })
}
