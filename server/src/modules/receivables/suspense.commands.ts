import type { Clock } from '../../platform/clock.ts'
import { type Tx, withSightOfHouse } from '../../platform/database.ts'
import { monthOf, type Posting, post } from '../journal/index.ts'
import {
  heldReceipts,
  holdLines,
  lockHolds,
  looseReceipts,
  standingClaims,
} from './suspense.queries.ts'
import { stepTo, toHold } from './suspense.ts'

// Receipts that may be income twice are held when months are closed, and let go with what they paid. Each step is
// a line of its own; what stands is their sum.

interface Line {
  readonly receipt: string
  readonly part: 'transfer' | 'service'
  readonly fen: bigint
  readonly caseId: string | null
  readonly subject: string
}

/** How much would be held if the books were closed through a month now. */
export async function wouldHold(tx: Tx, institution: string, month: string): Promise<bigint> {
  const wanted = toHold(
    await looseReceipts(tx, institution, month),
    await standingClaims(tx, institution, month),
  )
  return [...wanted.values()].reduce((sum, fen) => sum + fen, 0n)
}

/**
 * Holds what may be income twice in the months that are closed, on their last day. Whoever calls it has the sight of
 * the house: a receipt of a closed case is held as any other.
 */
export async function holdLoose(
  tx: Tx,
  clock: Clock,
  institution: string,
  { month, on }: { readonly month: string; readonly on: string },
): Promise<void> {
  const receipts = await looseReceipts(tx, institution, month)
  const wanted = toHold(receipts, await standingClaims(tx, institution, month))
  const lines = receipts.flatMap(({ id: receipt, part, caseId, subject }): readonly Line[] => {
    const fen = wanted.get(receipt)
    return fen === undefined ? [] : [{ receipt, part, fen, caseId, subject }]
  })
  await write(tx, clock, institution, { on, isClosing: true }, lines)
}

/**
 * Lets go what is held no longer: it paid something, went back, or nothing is owed any more. Whatever of that is
 * recorded calls it, and it looks at the whole house, whoever records it.
 */
export async function letGo(tx: Tx, clock: Clock, institution: string, on: string): Promise<void> {
  await withSightOfHouse(tx, () => letGoIn(tx, clock, institution, on))
}

async function letGoIn(tx: Tx, clock: Clock, institution: string, on: string): Promise<void> {
  if ((await heldReceipts(tx, institution)).length === 0) return
  await lockHolds(tx, institution)
  // Somebody else may have let go while the lock was waited for.
  const held = await heldReceipts(tx, institution)
  const month = monthOf(clock.today())
  const ids = [...new Set(held.map(({ id }) => id))]
  const receipts = await looseReceipts(tx, institution, month, ids)
  const wanted = toHold(receipts, await standingClaims(tx, institution, month))
  const lines = ids.flatMap((receipt): readonly Line[] => {
    const own = held.filter(({ id }) => id === receipt)
    const most = own.reduce((sum, { fen }) => sum + fen, 0n)
    const known = receipts.find(({ id }) => id === receipt)
    const fen = wanted.get(receipt) ?? 0n
    if (!known || fen === 0n) return []
    const { part, caseId, subject } = known
    return [{ receipt, part, fen: fen < most ? fen : most, caseId, subject }]
  })
  await write(tx, clock, institution, { on, isClosing: false }, lines)
}

/** Brings what is held to what should be. */
async function write(
  tx: Tx,
  clock: Clock,
  institution: string,
  { on, isClosing }: { readonly on: string; readonly isClosing: boolean },
  wanted: readonly Line[],
): Promise<void> {
  const held = await heldReceipts(tx, institution)
  // Of months that were opened and are closed again only what was held by their end is theirs.
  const own = isClosing ? await heldReceipts(tx, institution, on) : held
  const keyOf = (receipt: string, part: string) => `${receipt}/${part}`
  const should = new Map(wanted.map((line) => [keyOf(line.receipt, line.part), line]))
  const stands = new Map(held.map((one) => [keyOf(one.id, one.part), one]))
  const stood = new Map(own.map((one) => [keyOf(one.id, one.part), one.fen]))
  const places = new Map(held.map(({ id, seq }) => [id, seq]))
  const steps = [...new Set([...stands.keys(), ...should.keys()])].flatMap((key) => {
    const [line, before] = [should.get(key), stands.get(key)]
    const fen = stepTo(line?.fen ?? 0n, { stood: stood.get(key) ?? 0n, stands: before?.fen ?? 0n })
    const known = line ?? (before && { ...before, receipt: before.id })
    if (!known || fen === 0n) return []
    const { receipt, part, caseId, subject } = known
    // Nothing is let go before it was held.
    const since = before?.since ?? on
    const onDay = isClosing || on > since ? on : since
    return [{ receipt, part, fen, caseId, subject, onDay }]
  })
  if (steps.length === 0) return
  for (const { receipt } of steps) {
    if (!places.has(receipt)) places.set(receipt, await lastPlace(tx, institution, receipt))
  }
  const rows = steps.map((step) => {
    const seq = (places.get(step.receipt) ?? 0) + 1
    places.set(step.receipt, seq)
    return { ...step, seq }
  })
  await tx
    .insertInto('receiptHold')
    .values(
      rows.map(({ receipt, fen, ...row }) => ({
        ...{ institutionId: institution, receiptId: receipt, madeAt: clock.now() },
        ...{ ...row, fen: `${fen}` },
      })),
    )
    .execute()
  await post(tx, clock, institution, rows.map(postingOf))
}

/** What was held once and let go has places of its own still. */
async function lastPlace(tx: Tx, institution: string, receipt: string): Promise<number> {
  const row = await tx
    .selectFrom('receiptHold')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('institutionId', '=', institution)
    .where('receiptId', '=', receipt)
    .executeTakeFirst()
  return Number(row?.seq ?? 0)
}

function postingOf(step: Line & { readonly seq: number; readonly onDay: string }): Posting {
  const { receipt, part, fen, caseId, subject, seq, onDay } = step
  return {
    event: { kind: 'receiptHeld', on: onDay, parts: { [part]: [{ fen }] } },
    of: {
      ...{ source: 'receipt_hold', id: receipt, seq, record: receipt, subject },
      ...(caseId !== null && { caseId }),
    },
  }
}

/** Everything that was held and let go: what the journal is made of anew. */
export async function heldMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const lines = await holdLines(tx, institution)
  return lines.map(({ receiptId: receipt, fen, ...line }) =>
    postingOf({ ...line, receipt, fen: BigInt(fen) }),
  )
}
