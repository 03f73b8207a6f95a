import { createHash } from 'node:crypto'
import { accept, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { FieldKeys } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { type Actor, holdRecords, lockHeads } from '../cases/index.ts'
import { isOfAwards } from './awards/award-order.queries.ts'
import { type Answer, changeBatch } from './batch.commands.ts'
import { lockBatch } from './batch.queries.ts'
import { blockedPlans } from './blocked.queries.ts'
import { casesToSend, fileLines, type PayLine, sendOrders, withheldWhole } from './file.queries.ts'
import { settleWhole } from './proof.commands.ts'

// The file for the bank. What it holds is settled once, in the transaction that says it was sent: whoever
// takes it again gets the same payments to the same accounts, and what was sent is in no later file.

/**
 * Sends what can be sent of an approved batch. Who has no account stays behind, and so does a case that got an
 * act since by which it cannot be paid now: the others do not wait for it.
 */
export async function makeFile(
  tx: Tx,
  clock: Clock,
  keys: FieldKeys,
  by: Actor,
  id: string,
): Promise<Answer<FileMade>> {
  if (await isOfAwards(tx, by.institution, id)) return refuse('file-of-awards', {})
  return sendBatch(tx, clock, keys, by, id)
}

/** Sends it, where whoever asks has looked at what is to be looked at of bonuses and awards. */
export async function sendBatch(
  tx: Tx,
  clock: Clock,
  keys: FieldKeys,
  by: Actor,
  id: string,
): Promise<Answer<FileMade>> {
  const { institution } = by
  const batch = await lockBatch(tx, institution, id)
  if (!batch) return refuse('no-such-batch', {})
  if (batch.state !== 'approved') return refuse('payout-not-approved', { state: batch.state })
  // Nobody records an act of these cases until they are sent.
  await lockHeads(tx, institution, await casesToSend(tx, institution, id))
  const blocked = await blockedPlans(tx, clock, by, batch, holdRecords)
  const without = blocked.map(({ caseId }) => caseId)
  const whole = await withheldWhole(tx, institution, id, without)
  const sent = await sendOrders(tx, institution, id, { today: clock.today(), without })
  if (sent.orders + whole.length === 0) {
    const [first] = blocked
    if (!first) return refuse('no-payment-to-send', {})
    const { zh, en } = first.problem.detail
    return refuse('plan-changed', { number: first.number, why: `${zh} / ${en}` })
  }

  // From here on they are sent.
  const behind = blocked.map((one) => one.number).join('、')
  const left = { ...(behind && { leftBehind: behind }) }
  if (whole.length > 0) await settleWhole(tx, clock, by, id, whole)
  if (sent.orders > 0) await keepFile(tx, clock, keys, by, id, sent, left)
  const number = sent.orders > 0 ? sent.number : null
  return accept({ number, orders: sent.orders, settled: whole.length, leftOut: blocked.length })
}

/** The file that was made, if anything is in it, and how many payments need none. */
export interface FileMade {
  readonly number: number | null
  readonly orders: number
  readonly settled: number
  readonly leftOut: number
}

/** Keeps of a file what shows whether one that turns up is this one. */
async function keepFile(
  tx: Tx,
  clock: Clock,
  keys: FieldKeys,
  by: Actor,
  id: string,
  { number, orders, totalFen }: Awaited<ReturnType<typeof sendOrders>>,
  left: object,
): Promise<void> {
  const { institution } = by
  const lines = await fileLines(tx, institution, id, number)
  const digest = digestOf(keys, lines)
  await tx
    .insertInto('payoutFile')
    .values({
      ...{ institutionId: institution, batchId: id, number, digest, orders, totalFen },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  const told = { fileMade: number, orders, sentFen: totalFen, digest, ...left }
  await changeBatch(tx, clock, by, id, {}, told)
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

/**
 * What the file says of each payment, whatever its columns are called: one fen changed is another digest, of what
 * is paid as of what is withheld.
 */
function digestOf(keys: FieldKeys, lines: readonly PayLine[]): string {
  const hash = createHash('sha256')
  // Who is paid by many plans has one account, sealed once: it is opened once.
  const accounts = new Map<string, string | null>()
  for (const line of lines) {
    const { reference, name, way, bankName, amountFen, projectNumber, projectAccount, ...one } =
      line
    const sealed = `${one.personId} ${one.accountSealed}`
    const known = accounts.get(sealed)
    const account = known === undefined ? opened(keys, line).account : known
    accounts.set(sealed, account)
    const tax = one.withheldFen === null ? [] : [one.withheldFen]
    const project = projectNumber === null ? [] : [{ projectNumber, projectAccount }]
    const paid = [reference, name, way, bankName, account, amountFen, one.caseNumber, ...tax]
    const said = [...paid, ...project]
    hash.update(`${JSON.stringify(said)}\n`)
  }
  return hash.digest('hex')
}
