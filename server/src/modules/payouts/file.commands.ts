import { createHash } from 'node:crypto'
import { accept, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { FieldKeys } from '../../platform/crypto.ts'
import { csvHead, csvLine } from '../../platform/csv.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { type Actor, foreseeMany, holdRecords, toProblem } from '../cases/index.ts'
import { type Answer, changeBatch } from './batch.commands.ts'
import { lockBatch } from './batch.queries.ts'
import { changedPlans, fileLines, type PayLine, sendOrders } from './file.queries.ts'
import { payColumns } from './pay-file.ts'
import { payoutHolder } from './payout.ts'

// The file for the bank. What it holds is settled once, in the transaction that says it was sent: whoever
// takes it again gets the same payments to the same accounts, and what was sent is in no later file.

/** Sends what can be sent of an approved batch; who has no account stays behind. */
export async function makeFile(
  tx: Tx,
  clock: Clock,
  keys: FieldKeys,
  by: Actor,
  id: string,
): Promise<Answer<{ number: number; orders: number }>> {
  const { institution } = by
  const batch = await lockBatch(tx, institution, id)
  if (!batch) return refuse('no-such-batch', {})
  if (batch.state !== 'approved') return refuse('payout-not-approved', { state: batch.state })
  const changed = await changedPlans(tx, institution, id)
  const held = await holdRecords(
    tx,
    clock,
    institution,
    changed.map(({ caseId }) => caseId),
  )
  const acts = changed.map(({ caseId, lines, orderedAt }) => ({
    case: caseId,
    order: {
      type: 'paid' as const,
      data: { lines, proof: batch.title, ...batch.treatment },
      files: [],
      byHolder: { holder: payoutHolder, data: { orderedAt } },
    },
  }))
  // What was recorded since may forbid it: an objection, a change of the deal.
  const payer = { ...by, roles: [...new Set([...by.roles, 'finance'])] }
  for (const [caseId, found] of await foreseeMany(tx, institution, payer, held, acts)) {
    if (found.kind !== 'refused') continue
    const { number } = held.get(caseId) ?? { number: '' }
    const { detail } = toProblem(found)
    return refuse('plan-changed', { number, why: `${detail.zh} / ${detail.en}` })
  }
  const sent = await sendOrders(tx, institution, id, clock.today())
  if (sent.orders === 0) return refuse('no-payment-to-send', {})

  // From here on they are sent.
  const lines = await fileLines(tx, institution, id, sent.number)
  const digest = digestOf(keys, lines)
  const { number, orders, totalFen } = sent
  await tx
    .insertInto('payoutFile')
    .values({
      ...{ institutionId: institution, batchId: id, number, digest, orders, totalFen },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  const told = { fileMade: number, orders, sentFen: totalFen, digest }
  await changeBatch(tx, clock, by, id, {}, told)
  return accept({ number, orders })
}

/** The payments of a file with the accounts opened; who took it is told in the history of the batch. */
export async function openFile(
  tx: Tx,
  clock: Clock,
  keys: FieldKeys,
  by: Author,
  id: string,
  number: number,
): Promise<Answer<{ title: string; lines: readonly OpenLine[] }>> {
  const { institution } = by
  const batch = await lockBatch(tx, institution, id)
  const file = await tx
    .selectFrom('payoutFile')
    .select(['digest'])
    .where('institutionId', '=', institution)
    .where('batchId', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!batch || !file) return refuse('no-such-batch', {})
  const lines = await fileLines(tx, institution, id, number)
  if (digestOf(keys, lines) !== file.digest) return refuse('file-differs', {})

  // From here on the accounts are open to whoever asked.
  await changeBatch(tx, clock, by, id, {}, { fileTaken: number })
  return accept({ title: batch.title, lines: lines.map((line) => opened(keys, line)) })
}

/** A payment as the bank is told of it. */
export interface OpenLine extends Omit<PayLine, 'accountSealed' | 'personId'> {
  readonly account: string | null
}

function opened(keys: FieldKeys, { accountSealed, personId, ...line }: PayLine): OpenLine {
  const isOpen = accountSealed !== null && personId !== null
  return { ...line, account: isOpen ? keys.open(accountSealed, placeOf(personId)) : null }
}

/** The account is sealed in the order as the register of persons seals it. */
const placeOf = (person: string) => `person:bankAccount:${person}`

/** What the file says, as it would be written: one line changed is another digest. */
function digestOf(keys: FieldKeys, lines: readonly PayLine[]): string {
  const columns = payColumns('zh')
  const hash = createHash('sha256').update(csvHead(columns))
  for (const line of lines) hash.update(csvLine(columns, opened(keys, line)))
  return hash.digest('hex')
}
