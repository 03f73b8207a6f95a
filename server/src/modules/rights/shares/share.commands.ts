import { accept, type Day, type Outcome, refuse, yearOf } from '@yizhuan/kit'
import type { Clock } from '../../../platform/clock.ts'
import type { Caller, Tx } from '../../../platform/database.ts'
import { lockKnownChain } from '../../../platform/evidence.ts'
import { fileNotStored } from '../../../platform/files.queries.ts'
import { newId } from '../../../platform/ids.ts'
import { once } from '../../../platform/once.ts'
import { type DayRefusals, unpassedDay } from '../../../platform/passed-day.ts'
import { amendRecord, chainOf, recordOf } from '../../../platform/register.ts'
import { post, takeBack } from '../../journal/index.ts'
import { countDockets } from '../docket/count.commands.ts'
import { type FileRef, insertFiles } from '../docket/file.commands.ts'
import { rightRegister } from '../right.table.ts'
import {
  type CostEntry,
  type CostRefusals,
  decideCost,
  decideParties,
  type Party,
  type PartyRefusals,
} from './party.ts'
import { shareOfFee } from './posting.ts'
import { costsOf } from './share.queries.ts'
import './share.table.ts'
import type { CostShareWire } from './share.wire.ts'

/** Why parties, claims or receipts are not recorded. */
export interface ShareRefusals extends PartyRefusals, CostRefusals, DayRefusals {
  'reduced-before-start': { readonly at: string; readonly name: string }
  'no-such-right': Record<string, never>
  'file-not-stored': { readonly name: string }
  'no-such-entry': Record<string, never>
  'entry-taken-back': Record<string, never>
  'receipts-first': { readonly received: string }
}

/** Who owns a right and bears its fees from a day on, as somebody records it. */
export interface NewParties {
  readonly id?: string | undefined
  readonly from: string
  readonly parties: readonly Party[]
  readonly basis: string
  readonly files: readonly FileRef[]
}

/** Records who owns a right and who bears its fees from a day on; what held before stands for the days before. */
export function recordParties(
  tx: Tx,
  clock: Clock,
  by: Caller,
  right: string,
  { id: sent, ...told }: NewParties,
): Promise<Outcome<{ id: string }, ShareRefusals>> {
  const order = { id: sent, what: 'right-parties', order: { right, ...told } }
  return once<{ id: string }, ShareRefusals>(tx, clock, by, order, async () => {
    const { institution } = by
    await lockKnownChain(tx, { institution, name: chainOf(rightRegister, right) })
    if (!(await recordOf(tx, rightRegister, institution, right))) return refuse('no-such-right', {})
    const { from, parties, basis, files } = told
    const decided = decideParties(told, clock.today())
    if (decided.kind === 'refused') return decided
    const unpassed = unpassedDay({ from }, clock.today())
    if (unpassed) return unpassed
    const at = parties.findIndex(({ reducedUntil }) => isBefore(reducedUntil, from))
    if (at >= 0)
      return refuse('reduced-before-start', { at: `${at}`, name: parties[at]?.name ?? '' })
    const lost = await fileNotStored(tx, institution, files)
    if (lost) return refuse('file-not-stored', { name: lost.name })

    // From here on the parties are recorded.
    const id = newId()
    await tx
      .insertInto('rightPartySet')
      .values({
        ...{ institutionId: institution, id, rightId: right, fromDay: from, basis },
        parties: JSON.stringify(parties),
        ...{ recordedAt: clock.now(), recordedBy: by.person, recordedName: by.name },
      })
      .execute()
    await insertFiles(tx, clock, by, { right, event: null }, files)
    await amendRecord(tx, rightRegister, clock, by, right, {
      fields: {},
      beside: [
        { field: 'parties', from: null, to: { from, parties } },
        ...files.map(({ name, sha256 }) => ({ field: 'file', from: null, to: { name, sha256 } })),
      ],
      reason: basis,
    })
    // How many own it, and whether all of them are reduced, says what a fee costs.
    await countDockets(tx, clock, institution, [right])
    return accept({ id })
  })
}

/** Whether a year was over before a day. */
const isBefore = (year: number | null, day: string) => year !== null && year < yearOf(day as Day)

/** A claim on somebody for a fee that was paid, or what came of it. */
export interface NewCost {
  readonly id?: string | undefined
  readonly right: string
  readonly event: string
  readonly party: string
  readonly kind: CostEntry['kind']
  /** In fen, above nought. */
  readonly fen: string
  readonly on: string
  /** The letter of the claim, or the voucher of the receipt. */
  readonly document: string
}

/** Records a claim for a paid fee or what came of one: money of the fee, no income of any case. */
export function recordCost(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { id: sent, ...told }: NewCost,
): Promise<Outcome<{ id: string }, ShareRefusals>> {
  const order = { id: sent, what: 'right-cost', order: told }
  return once<{ id: string }, ShareRefusals>(tx, clock, by, order, async () => {
    const { institution } = by
    const { right, event, party, kind, fen, on, document } = told
    await lockKnownChain(tx, { institution, name: chainOf(rightRegister, right) })
    const today = clock.today()
    if (on > today) return refuse('cost-in-future', { today })
    const shares = (await costsOf(tx, institution, [right])).filter((one) => one.event === event)
    const share = shares.find((one) => one.party === party)
    if (share && on < share.on) return refuse('cost-before-fee', { on: share.on })
    const entry = { party, kind, fen: BigInt(fen) }
    const decided = decideCost(share && countedAs(share), entry)
    if (decided.kind === 'refused') return decided

    // From here on it is recorded.
    const id = newId()
    await insertEntry(tx, clock, by, {
      ...{ id, rightId: right, eventId: event, party, kind, fen, onDay: on, document },
      reverses: null,
    })
    const booked = { id, rightId: right, party, kind, fen, onDay: on, document }
    await post(tx, clock, institution, [shareOfFee(booked)])
    await note(tx, clock, by, right, { from: null, to: { party, kind, on, fen } }, document)
    return accept({ id })
  })
}

/** Takes back an entry that was wrong; it stays readable, with who took it back and why. */
export async function takeBackCost(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  reason: string,
): Promise<Outcome<{ id: string }, ShareRefusals>> {
  const { institution } = by
  const found = await tx
    .selectFrom('rightCostEntry')
    .select(['rightId', 'eventId', 'party', 'kind', 'fen', 'onDay', 'reverses'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found || found.reverses !== null) return refuse('no-such-entry', {})
  const { rightId, eventId, party, kind, fen, onDay } = found
  await lockKnownChain(tx, { institution, name: chainOf(rightRegister, rightId) })
  const shares = await costsOf(tx, institution, [rightId])
  const share = shares.find((one) => one.event === eventId && one.party === party)
  const entry = share?.entries.find((one) => one.id === id)
  if (!share || !entry || entry.takenBack !== null) return refuse('entry-taken-back', {})
  // What came cannot be more than what was claimed: the receipt goes first.
  const left = BigInt(share.claimedFen) - BigInt(fen)
  if (kind === 'claimed' && BigInt(share.receivedFen) > left) {
    return refuse('receipts-first', { received: share.receivedFen })
  }

  // From here on it is taken back.
  const own = newId()
  await insertEntry(tx, clock, by, {
    ...{ id: own, rightId, eventId, party, kind, fen, onDay: clock.today(), document: reason },
    reverses: id,
  })
  const of = { source: 'fee_share' as const, id, seq: 1, record: rightId }
  const red = { ...of, subject: party, reference: reason }
  await takeBack(tx, clock, institution, clock.today(), [red])
  await note(tx, clock, by, rightId, { from: { party, kind, on: onDay, fen }, to: null }, reason)
  return accept({ id: own })
}

const countedAs = ({ owedFen, claimedFen, receivedFen, ...share }: CostShareWire) => ({
  ...share,
  ...{ owed: BigInt(owedFen), claimed: BigInt(claimedFen), received: BigInt(receivedFen) },
})

interface Entry {
  readonly id: string
  readonly rightId: string
  readonly eventId: string
  readonly party: string
  readonly kind: CostEntry['kind']
  readonly fen: string
  readonly onDay: string
  readonly document: string
  readonly reverses: string | null
}

async function insertEntry(tx: Tx, clock: Clock, by: Caller, entry: Entry): Promise<void> {
  await tx
    .insertInto('rightCostEntry')
    .values({
      ...{ institutionId: by.institution, ...entry },
      ...{ recordedAt: clock.now(), recordedBy: by.person, recordedName: by.name },
    })
    .execute()
}

async function note(
  tx: Tx,
  clock: Clock,
  by: Caller,
  right: string,
  change: { readonly from: unknown; readonly to: unknown },
  reason: string,
): Promise<void> {
  await amendRecord(tx, rightRegister, clock, by, right, {
    fields: {},
    beside: [{ field: 'cost', ...change }],
    reason,
  })
}
