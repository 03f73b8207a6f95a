import { accept, type Fen, type Outcome, refuse } from '@yizhuan/kit'
import { approvalRule } from '@yizhuan/law'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { chainOf } from '../../platform/register.ts'
import { registrationLists } from '../../platform/registration-lists.ts'
import { profileOf } from '../institutions/index.ts'
import { linkLoneRefunds, lockReceiptsOf } from '../receivables/index.ts'
import { lockContract } from './registration.commands.ts'
import { contractBeneath, eventsOf, storedRegistration } from './registration.queries.ts'
import type { RegistrationRefusals } from './registration.refusals.ts'
import { registrationRegister } from './registration.table.ts'
import { isInForce } from './registration.ts'
import type { NewVerificationWire, VerifiedWire } from './registration.wire.ts'
import { standingSteps } from './standing.ts'
import { incomeOf, verificationOf, verificationsOf } from './verification.queries.ts'

// Technology income that the registrar verifies, and the slip by which rewards are paid of it. A receipt
// stands on one list that is not void; the database holds that, and that no list counts more than came.

type Done<Value> = Promise<Outcome<Value, RegistrationRefusals>>

/** Draws up what was earned of a registered contract, receipt by receipt, and who is rewarded of it. */
export async function drawVerification(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  { lines, rewards, remark }: z.output<typeof NewVerificationWire>,
): Done<{ id: string }> {
  const { institution } = by
  const known = await storedRegistration(tx, institution, id)
  // Receipts are held before the contract, as whoever links or matches them does.
  if (known) await lockReceiptsOf(tx, institution, known.contractId)
  const stored = await lockedRegistration(tx, institution, id)
  if (!stored) return refuse('no-such-registration', {})
  if (!isInForce(stored.state)) return refuse('contract-not-registered', { state: stored.state })
  const { receipts, left, most, waiting, links } = await incomeOf(
    tx,
    institution,
    stored.contractId,
  )
  for (const [at, { receipt, fen }] of lines.entries()) {
    const found = receipts.find((one) => one.id === receipt)
    const isTwice = lines.findIndex((one) => one.receipt === receipt) < at
    if (!found) return refuse('receipt-of-another', { at: `${at}` })
    if (isTwice || found.verificationId !== null) return refuse('verified-already', { at: `${at}` })
    const stays = left.get(receipt) ?? 0n
    if (BigInt(fen) > stays) {
      return refuse('verified-above-received', { at: `${at}`, left: `${stays}` })
    }
  }
  const amount = sumOf(lines)
  if (amount > most) {
    return refuse('verified-above-refunds', { left: `${most}`, waiting: `${waiting}` })
  }
  const reward = sumOf(rewards)
  if (reward > amount) return refuse('rewards-above-income', { amount: `${amount}` })

  // From here on it is drawn up.
  const today = clock.today()
  await linkLoneRefunds(tx, clock, by, stored.contractId, links)
  const rule = approvalRule(registrationLists(), {
    ...{ province: (await profileOf(tx, institution)).province, day: today },
    amount: await amountOf(tx, institution, stored),
  })
  const before = await verificationsOf(tx, institution, id)
  const verification = newId()
  await tx
    .insertInto('incomeVerification')
    .values({
      ...{ institutionId: institution, id: verification, registrationId: id },
      ...{ seq: (before[0]?.seq ?? 0) + 1, state: rule ? 'to_approve' : 'drawn' },
      ...{ drawnOn: today, amountFen: `${amount}`, rewards: JSON.stringify(rewards) },
      ...{ rewardFen: `${reward}`, remark, approvalRule: rule?.source ?? null, files: '[]' },
      ...{ drawnBy: by.person, drawnName: by.name },
    })
    .execute()
  await tx
    .insertInto('incomeVerificationLine')
    .values(
      lines.map(({ receipt, fen }) => ({
        ...{ institutionId: institution, verificationId: verification, receiptId: receipt, fen },
      })),
    )
    .execute()
  await tell(tx, clock, by, id, 'incomeDrawn', {
    ...{ verifiedFen: `${amount}`, rewardFen: `${reward}`, receipts: lines.length },
  })
  return accept({ id: verification })
}

/** What a contract comes to by its form and by the register, whichever is more; null where neither says. */
async function amountOf(
  tx: Tx,
  institution: string,
  { contractId, amountFen }: { readonly contractId: string; readonly amountFen: string | null },
): Promise<Fen | null> {
  const contract = await contractBeneath(tx, institution, contractId)
  const said = [amountFen, contract?.amountFen ?? null].flatMap((one) =>
    one === null ? [] : [BigInt(one) as Fen],
  )
  return said.find((one) => said.every((other) => one >= other)) ?? null
}

/** A second person approves a list, where the place asks for one. */
export async function approveVerification(
  tx: Tx,
  clock: Clock,
  by: Caller,
  of: { readonly registration: string; readonly verification: string },
): Done<{ id: string }> {
  const found = await lockedVerification(tx, by, of)
  if (!found) return refuse('no-such-verification', {})
  if (found.state !== 'to_approve') return refuse('nothing-to-approve', { state: found.state })
  if (found.drawnBy === by.person) return refuse('approved-by-drawer', {})
  const { state } = found.registration
  if (!isInForce(state)) return refuse('contract-not-registered', { state })

  // From here on it is approved.
  await setVerification(tx, by.institution, found.id, {
    ...{ state: 'drawn', approvedAt: clock.now(), approvedBy: by.person, approvedName: by.name },
  })
  await tell(tx, clock, by, of.registration, 'incomeApproved', { verifiedFen: found.amountFen })
  return accept({ id: found.id })
}

/** The registrar verified what was drawn up. */
export async function verifyIncome(
  tx: Tx,
  clock: Clock,
  by: Caller,
  of: { readonly registration: string; readonly verification: string },
  { on, number, files }: z.output<typeof VerifiedWire>,
): Done<{ id: string }> {
  const found = await lockedVerification(tx, by, of)
  if (!found) return refuse('no-such-verification', {})
  if (found.state === 'to_approve') return refuse('approval-missing', {})
  if (found.state !== 'drawn') return refuse('verification-done', { state: found.state })
  const { state, endedOn } = found.registration
  // What was verified before the contract ended was verified; a revocation leaves nothing to verify.
  const isLate = endedOn !== undefined && on > endedOn
  if (!isInForce(state) && (state !== 'terminated' || isLate)) {
    return refuse('contract-not-registered', { state })
  }
  const today = clock.today()
  if (on > today) return refuse('verified-in-future', { today })
  if (on < found.drawnOn) return refuse('verified-before-drawn', { on: found.drawnOn })
  const lost = await fileNotStored(tx, by.institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on it is verified.
  await setVerification(tx, by.institution, found.id, {
    ...{ state: 'verified', verifiedOn: on, number, files: JSON.stringify(files) },
  })
  await tell(tx, clock, by, of.registration, 'incomeVerified', {
    ...{ verifiedFen: found.amountFen, verifiedOn: on, number },
    files: files.map(({ sha256 }) => sha256),
  })
  return accept({ id: found.id })
}

/** A list that was withdrawn or rejected counts no more; its receipts may stand on another one. */
export async function voidVerification(
  tx: Tx,
  clock: Clock,
  by: Caller,
  of: { readonly registration: string; readonly verification: string },
  reason: string,
): Done<{ id: string }> {
  const found = await lockedVerification(tx, by, of)
  if (!found) return refuse('no-such-verification', {})
  if (found.state === 'void') return refuse('verification-done', { state: found.state })

  // From here on it is void.
  await setVerification(tx, by.institution, found.id, { state: 'void', voidReason: reason })
  await tx
    .updateTable('incomeVerificationLine')
    .set({ isVoid: true })
    .where('institutionId', '=', by.institution)
    .where('verificationId', '=', found.id)
    .execute()
  await tell(tx, clock, by, of.registration, 'incomeVoided', {
    ...{ verifiedFen: found.amountFen, reason },
  })
  return accept({ id: found.id })
}

const sumOf = (lines: readonly { readonly fen: string }[]) =>
  lines.reduce((sum, { fen }) => sum + BigInt(fen), 0n)

async function lockedRegistration(tx: Tx, institution: string, id: string) {
  const found = await storedRegistration(tx, institution, id)
  if (!found) return undefined
  await lockContract(tx, institution, found.contractId)
  return storedRegistration(tx, institution, id)
}

async function lockedVerification(
  tx: Tx,
  { institution }: Caller,
  of: { readonly registration: string; readonly verification: string },
) {
  const registration = await lockedRegistration(tx, institution, of.registration)
  if (!registration) return undefined
  const found = await verificationOf(tx, institution, of.verification)
  if (found?.registrationId !== of.registration) return undefined
  const events = await eventsOf(tx, institution, of.registration)
  const endedOn = standingSteps(events).findLast(({ step }) => step === 'terminated')?.onDay
  return { ...found, registration: { state: registration.state, endedOn } }
}

async function setVerification(
  tx: Tx,
  institution: string,
  id: string,
  given: {
    readonly state: 'drawn' | 'verified' | 'void'
    readonly approvedAt?: Date
    readonly approvedBy?: string
    readonly approvedName?: string
    readonly verifiedOn?: string
    readonly number?: string | null
    readonly files?: string
    readonly voidReason?: string
  },
): Promise<void> {
  await tx
    .updateTable('incomeVerification')
    .set(given)
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}

async function tell(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  action: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const name = chainOf(registrationRegister, id)
  await lockChain(tx, { institution: by.institution, name })
  await recordChange(tx, name, {
    ...{ action: `${registrationRegister.name}.${action}`, subject: id, data, at: clock.now(), by },
  })
}
