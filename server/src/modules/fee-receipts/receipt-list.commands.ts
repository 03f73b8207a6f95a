import { buffer } from 'node:stream/consumers'
import { accept, groupBy, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import { insertMany } from '../../platform/bulk.ts'
import type { Clock } from '../../platform/clock.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../platform/database.ts'
import { lockKnownChain } from '../../platform/evidence.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import type { Context } from '../../platform/module.ts'
import { once } from '../../platform/once.ts'
import { amendRecord, chainOf, enterRecords } from '../../platform/register.ts'
import { readPlainRows } from '../imports/index.ts'
import {
  batchedFees,
  batchProblem,
  rightRegister,
  rightsByNumber,
  strikeEvent,
  takeReceipts,
} from '../rights/index.ts'
import { type MatchedLine, matched, numberIn } from './matching.ts'
import { paidLater, standingLines } from './receipt-list.queries.ts'
import { noColumns, noLines, notStored } from './receipt-list.refusals.ts'
import { receiptRegister } from './receipt-list.table.ts'
import { type ReceiptLine, receiptLines } from './receipt-list.ts'
import type {
  PreviewReceiptsWire,
  ReceiptPreviewWire,
  TakeReceiptsWire,
} from './receipt-list.wire.ts'

// A list of receipts is looked at first, line by line, and then taken by one act. The act reads the file once more
// and matches it anew: what somebody looked at decides nothing.

/** Why a list is not taken, or not taken back. */
export interface ReceiptRefusals {
  'nothing-to-take': { readonly differing: string }
  'no-such-receipt-list': Record<string, never>
  'receipts-undone': Record<string, never>
  'receipts-rested-on': { readonly title: string; readonly year: string }
}

type FileRef = z.output<typeof PreviewReceiptsWire>['file']

/** What every line of a list comes to. Nothing is written. */
export async function previewReceipts(
  context: Context,
  caller: Caller,
  file: FileRef,
): Promise<ReceiptPreviewWire> {
  const lines = await linesOf(context, caller, file)
  const today = context.clock.today()
  const found = await asReader(context.db, caller, (tx) =>
    lookedAt(tx, caller.institution, lines, today),
  )
  const counts: Partial<Record<MatchedLine['state'], number>> = {}
  for (const { state } of found) counts[state] = (counts[state] ?? 0) + 1
  return {
    counts,
    sumFen: sumOf(found.filter(({ state }) => state === 'matched')),
    differingFen: sumOf(found.filter(({ state }) => state === 'differs')),
    lines: found.map(({ line, state, right, fee, fault }) => ({
      ...{ sheet: line.sheet, row: line.row, number: right?.number ?? line.number },
      ...{ title: right?.title ?? null, fee: line.fee, year: line.year, typed: line.typed },
      ...{ fen: line.fen, expectedFen: fee?.fen ?? null },
      ...{ receipt: line.receipt, paidOn: line.paidOn, state },
      fault: fault && { ...fault },
    })),
  }
}

const sumOf = (lines: readonly MatchedLine[]) =>
  `${lines.reduce((sum, { line }) => sum + BigInt(line.fen ?? 0), 0n)}`

/** Takes what matches of a list; what does not stays out, as the preview said. */
export async function takeReceiptList(
  context: Context,
  caller: Caller,
  { id, file, withDiffering }: z.output<typeof TakeReceiptsWire>,
): Promise<Outcome<{ id: string; taken: number }, ReceiptRefusals>> {
  const { db, clock } = context
  const lines = await linesOf(context, caller, file)
  const order = { id, what: 'fee-receipts', order: { sha256: file.sha256, withDiffering } }
  return asCaller(db, caller, (tx) =>
    once(tx, clock, caller, order, async () => {
      const found = await lookedAt(tx, caller.institution, lines, clock.today())
      const chosen = found.filter(
        ({ state }) => state === 'matched' || (withDiffering && state === 'differs'),
      )
      const differing = found.filter(({ state }) => state === 'differs').length
      if (chosen.length === 0) return refuse('nothing-to-take', { differing: `${differing}` })
      return accept(await take(tx, clock, caller, file, chosen))
    }),
  )
}

/** One line that was chosen: it has all of what it needs, as it was looked at. */
const receiptIn = ({ line, fee }: MatchedLine) => ({
  right: fee?.right ?? '',
  batch: fee?.batch ?? '',
  year: fee?.year ?? 0,
  paidOn: line.paidOn ?? '',
  fen: line.fen ?? '',
  receipt: line.receipt,
  row: line.row,
})

async function take(
  tx: Tx,
  clock: Clock,
  by: Caller,
  file: FileRef,
  chosen: readonly MatchedLine[],
): Promise<{ id: string; taken: number }> {
  const receipts = chosen.map(receiptIn)
  const id = newId()
  const written: { eventId: string; line: (typeof receipts)[number] }[] = []
  const batches = [...groupBy(receipts, (one) => one.batch)]
  for (const [batch, ofBatch] of batches.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const byFee = new Map(ofBatch.map((one) => [`${one.right}/${one.year}`, one]))
    // The file stays with the list: it tells of the fees of every right, which not each of their readers may learn.
    const outcome = await takeReceipts(tx, clock, by, batch, ofBatch, { mayDiffer: true })
    // A no takes back what was written for the batches before: all of the list, or none.
    if (outcome.kind === 'refused') throw batchProblem(outcome.refusal)
    for (const { right, year, event } of outcome.value.events) {
      const line = byFee.get(`${right}/${year}`)
      if (line) written.push({ eventId: event, line })
    }
  }
  const sumFen = `${receipts.reduce((sum, { fen }) => sum + BigInt(fen), 0n)}`
  const fields = {
    ...{ name: file.name, sha256: file.sha256, size: `${file.size}` },
    ...{ lines: written.length, sumFen, state: 'taken' },
    ...{ takenOn: clock.today(), takenName: by.name },
    ...{ undoReason: null, undoneOn: null, undoneName: null },
  }
  await enterRecords(tx, receiptRegister, by, clock.now(), [{ id, fields }])
  await insertMany(
    tx,
    'feeReceiptLine',
    written.map(({ eventId, line }) => ({
      ...{ institutionId: by.institution, listId: id, eventId },
      ...{ rightId: line.right, batchId: line.batch, year: line.year, row: line.row },
      ...{ fen: line.fen, receipt: line.receipt, paidOn: line.paidOn },
    })),
  )
  return { id, taken: written.length }
}

/** Takes a whole list back: each of its payments is struck, and its fee waits for a receipt again. */
export async function undoReceipts(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  reason: string,
): Promise<Outcome<{ seq: number }, ReceiptRefusals>> {
  const { institution } = by
  const list = await tx
    .selectFrom('feeReceiptList')
    .select('id')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!list) return refuse('no-such-receipt-list', {})
  await lockKnownChain(tx, { institution, name: chainOf(receiptRegister, id) })
  const held = await tx
    .selectFrom('feeReceiptList')
    .select('state')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (held?.state !== 'taken') return refuse('receipts-undone', {})
  // Nobody strikes one of these payments meanwhile, nor pays a later year: what is read now stays so.
  const rights = (await standingLines(tx, institution, id)).map(({ rightId }) => rightId)
  for (const right of [...new Set(rights)].toSorted()) {
    await lockKnownChain(tx, { institution, name: chainOf(rightRegister, right) })
  }
  const later = await paidLater(tx, institution, id)
  if (later) return refuse('receipts-rested-on', { title: later.title, year: `${later.year}` })

  // From here on the list is taken back.
  for (const { eventId, rightId } of await standingLines(tx, institution, id)) {
    const struck = await strikeEvent(tx, clock, by, rightId, { event: eventId, reason })
    if (struck.kind === 'refused')
      throw new TypeError(`A payment that stood is ${struck.refusal.code}.`)
  }
  const undone = { undoReason: reason, undoneOn: clock.today(), undoneName: by.name }
  const amended = await amendRecord(tx, receiptRegister, clock, by, id, {
    fields: { state: 'undone', ...undone },
    reason,
  })
  return accept({ seq: amended?.seq ?? 0 })
}

/** The lines of a file that was stored before. @throws {Problem} where it was not, or holds no such list. */
async function linesOf(
  { db, files }: Context,
  caller: Caller,
  { name, sha256, size }: FileRef,
): Promise<readonly ReceiptLine[]> {
  const [stored] = await asReader(db, caller, (tx) => storedFiles(tx, caller.institution, [sha256]))
  const content = stored?.size === size ? await files.read(sha256) : undefined
  if (!content) throw notStored(name)
  const sheets = await readPlainRows({ name, bytes: await buffer(content) })
  const lines = receiptLines(sheets)
  if (!lines) throw noColumns()
  if (lines.length === 0) throw noLines()
  return lines
}

async function lookedAt(
  tx: Tx,
  institution: string,
  lines: readonly ReceiptLine[],
  today: string,
): Promise<readonly MatchedLine[]> {
  const bearers = await rightsByNumber(tx, institution, [...new Set(lines.map(numberIn))])
  // The office here took these fees: a right abroad may bear the same number, and is none of its.
  const rights = bearers.filter(({ country }) => country === null)
  const fees = await batchedFees(
    tx,
    institution,
    rights.map(({ id }) => id),
  )
  return matched(lines, rights, fees, today)
}
