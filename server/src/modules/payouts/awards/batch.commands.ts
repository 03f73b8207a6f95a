import { accept, refuse } from '@yizhuan/kit'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { type Author, enterRecords } from '../../../platform/register.ts'
import { type Answer, changeBatch, type NewBatch } from '../batch.commands.ts'
import {
  afterParts,
  type BatchRow,
  joinBatch,
  lockBatch,
  lockMaking,
  standingOfBatch,
} from '../batch.queries.ts'
import { type AwardSource, batchRegister } from '../payout.table.ts'
import { proofOf } from '../proof.commands.ts'
import { awardsTold, noteAwardsDone, type TurnedAward, turnAwards } from './award-order.queries.ts'

// Bonuses and awards are paid by the batches that pay plans: approved by somebody else, sent, proved. What a payment
// means in its bonus or award, the module that keeps them records.

/** One line of a bonus or award to be paid. */
export interface NewAwardOrder {
  readonly source: AwardSource
  readonly record: string
  readonly place: number
  readonly turn: number
  readonly title: string
  readonly person: string
  readonly name: string
  readonly amountFen: string
}

/** The batch that somebody made of this id before, if they did: a second click is the same batch. */
export async function madeBefore(
  tx: Tx,
  by: Author,
  id: string,
): Promise<Answer<{ id: string } | undefined>> {
  await lockMaking(tx, id)
  const known = await lockBatch(tx, by.institution, id)
  if (!known) return accept(undefined)
  return known.madeBy === by.person ? accept({ id }) : refuse('batch-of-another', {})
}

/** Puts payments into a batch of their own, which waits for its approval at once. */
export async function makeAwardBatch(
  tx: Tx,
  clock: Clock,
  by: Author,
  { id, title, payOn, way }: Pick<NewBatch, 'id' | 'title' | 'payOn' | 'way'>,
  orders: readonly NewAwardOrder[],
): Promise<Answer<{ id: string }>> {
  const today = clock.today()
  if (payOn < today) return refuse('pay-day-past', { today })
  if (orders.length === 0) return refuse('nothing-to-pay', {})

  // From here on the batch is made.
  const { institution } = by
  const chosen = new Set(orders.map(({ record }) => record)).size
  const fields = {
    ...{ title, way, payOn, state: 'made', chosen, treatment: {} },
    ...{ madeBy: by.person, madeName: by.name, madeOn: today },
    ...{ decidedBy: null, decidedName: null, decidedOn: null, remark: null },
  }
  await enterRecords(tx, batchRegister, by, clock.now(), [{ id, fields }])
  await tx
    .updateTable('payoutBatch')
    .set({ gathered: chosen, orders: orders.length })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
  await insertMany(
    tx,
    'awardOrder',
    orders.map(({ record, person, ...one }, at) => ({
      ...{ institutionId: institution, batchId: id, number: at + 1, state: 'ordered', way },
      ...{ ...one, recordId: record, personId: person },
    })),
  )
  return accept({ id })
}

/** What a proof said, while it is written. */
export interface AwardProof {
  readonly by: Author
  readonly batch: BatchRow
  readonly proof: { readonly id: string; readonly document: string }
}

/** A proof and its batch, which nobody gives up meanwhile; none where they are gone. */
export async function proofOfAwards(
  tx: Tx,
  institution: string,
  id: string,
): Promise<AwardProof | undefined> {
  const proof = await proofOf(tx, institution, id)
  const batch = proof && (await joinBatch(tx, institution, proof.batchId))
  if (!proof || !batch) return undefined
  const { takenBy: person, takenName: name } = proof
  return { by: { institution, person, name }, batch, proof }
}

/**
 * Writes what a proof said of some bonuses and awards, all of it or nothing. Done again it finds nothing told.
 *
 * @param hold  holds the bonuses and awards, in the order they are given.
 * @param write  records what turned.
 */
export async function settleProof(
  tx: Tx,
  clock: Clock,
  { by, batch, proof }: AwardProof,
  records: readonly string[],
  { hold, write }: Writing,
): Promise<void> {
  const { institution } = by
  for (const { source, id } of await awardsTold(tx, institution, proof.id, records)) {
    await hold(source, id)
  }
  const turned = await turnAwards(tx, institution, proof.id, records)
  if (turned.length > 0) await write(turned)
  const now = await afterParts(tx, institution, batch.id)
  if (!(await noteAwardsDone(tx, institution, proof.id))) return
  const { ordered, sent } = await standingOfBatch(tx, institution, batch.id)
  if (ordered + sent === 0 && now?.state !== 'settled') {
    await changeBatch(tx, clock, by, batch.id, { state: 'settled' })
  }
}

interface Writing {
  readonly hold: (source: AwardSource, id: string) => Promise<unknown>
  readonly write: (turned: readonly TurnedAward[]) => Promise<void>
}
