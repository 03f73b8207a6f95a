import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import { yuanCell } from '../../../platform/csv.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockChain, lockKnownChain } from '../../../platform/evidence.ts'
import { fileNotStored } from '../../../platform/files.queries.ts'
import { newId } from '../../../platform/ids.ts'
import { type Author, amendRecord, chainOf, enterRecords } from '../../../platform/register.ts'
import { isPayee, placesUnderWay } from '../../payouts/index.ts'
import { lastOf } from '../bonus/bonus.ts'
import { givenOut, linesOf, namesOf, paymentsOf, staffParts, storedAward } from './staff.queries.ts'
import { type AwardFields, awardRegister } from './staff.table.ts'
import { decideLines, type LineRefusals, purseOf } from './staff.ts'
import type { ProposeAwardWire } from './staff.wire.ts'

/** Why an award is not proposed, decided or paid. */
export interface AwardRefusals extends LineRefusals {
  'no-such-award': Record<string, never>
  'award-person-unknown': { readonly place: string }
  'staff-purse-short': { readonly free: string }
  'award-file-not-stored': { readonly name: string }
  'award-not-proposed': Record<string, never>
  'approver-proposed-award': Record<string, never>
  'approver-receives-award': Record<string, never>
  'award-not-approved': Record<string, never>
  'award-partly-paid': Record<string, never>
  'award-paid-in-future': { readonly today: string }
  'award-paid-before-approved': { readonly approvedOn: string }
  'award-line-not-open': { readonly place: string }
  'award-line-twice': { readonly place: string }
  'no-such-award-payment': Record<string, never>
  'award-line-in-batch': { readonly place: string }
  'award-paid-in-batch': Record<string, never>
  'award-under-way': Record<string, never>
  'award-returned-in-future': { readonly today: string }
  'award-returned-before-paid': { readonly paidOn: string }
}

type Done<Value> = Promise<Outcome<Value, AwardRefusals>>

/** Proposes who has how much of the staff part; never more than the purse has free. */
export async function proposeAward(
  tx: Tx,
  clock: Clock,
  by: Author,
  { title, basis, lines, files }: z.output<typeof ProposeAwardWire>,
): Done<{ id: string }> {
  const { institution } = by
  const told = lines.map(({ fen, ...line }) => ({ ...line, fen: BigInt(fen) }))
  const sum = decideLines(told)
  if (sum.kind === 'refused') return sum
  const rewarded = told.flatMap(({ purpose, person }) =>
    purpose === 'reward' && person !== null ? [person] : [],
  )
  const names = await namesOf(tx, institution, rewarded)
  const unknown = told.findIndex(
    ({ purpose, person }) => purpose === 'reward' && !names.has(person ?? ''),
  )
  if (unknown >= 0) return refuse('award-person-unknown', { place: `${unknown + 1}` })
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('award-file-not-stored', { name: lost.name })
  // Of two who give out the same money, the second finds what is left.
  const purse = await lockedPurse(tx, institution)
  if (sum.value > purse.free) return refuse('staff-purse-short', { free: `${purse.free}` })

  // From here on it is proposed.
  const id = newId()
  const rows = told.map(({ purpose, person, name, fen }, at) => ({
    ...{ institutionId: institution, awardId: id, place: at + 1, purpose },
    personId: purpose === 'reward' ? person : null,
    name: (purpose === 'reward' ? names.get(person ?? '') : name) ?? '',
    amountFen: `${fen}`,
  }))
  const fields: AwardFields = {
    ...{ title, basis, files, amountFen: `${sum.value}`, state: 'proposed' },
    ...{ proposedOn: clock.today(), proposedBy: by.person, proposedName: by.name },
    ...{ approvedOn: null, approvedBy: null, approvedName: null },
    ...{ withdrawnFor: null, paidOn: null },
  }
  const beside = { lines: rows.map(({ name, amountFen }) => `${name} ${yuanCell(amountFen)}`) }
  await enterRecords(tx, awardRegister, by, clock.now(), [{ id, fields, beside }])
  await insertMany(tx, 'staffAwardLine', rows)
  return accept({ id })
}

/** Approves an award; neither who proposed it nor who receives of it. */
export async function approveAward(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  expectedSeq: number,
): Done<{ seq: number }> {
  const { institution } = by
  const award = await lockedAward(tx, institution, id)
  if (!award) return refuse('no-such-award', {})
  if (award.state !== 'proposed') return refuse('award-not-proposed', {})
  if (award.proposedBy === by.person) return refuse('approver-proposed-award', {})
  const lines = await linesOf(tx, institution, id)
  if (await isPayee(tx, by, lines)) return refuse('approver-receives-award', {})
  // A distribution may have been reversed since.
  const { free } = await lockedPurse(tx, institution)
  if (free < 0n) return refuse('staff-purse-short', { free: `${free}` })

  // From here on it is approved.
  const approved = { approvedOn: clock.today(), approvedBy: by.person, approvedName: by.name }
  return change(tx, clock, by, id, {
    fields: { ...approved, state: 'approved' },
    ...{ reason: '', expectedSeq, action: 'approved' },
  })
}

/** Withdraws an award of which nothing is paid: its money is free again. */
export async function withdrawAward(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { reason, expectedSeq }: { readonly reason: string; readonly expectedSeq: number },
): Done<{ seq: number }> {
  const award = await lockedAward(tx, by.institution, id)
  if (!award) return refuse('no-such-award', {})
  if (award.state === 'withdrawn') return refuse('award-not-proposed', {})
  const payments = await paymentsOf(tx, by.institution, id)
  const isPaid = payments.some(({ place }) => lastOf(payments, place)?.kind === 'paid')
  if (isPaid) return refuse('award-partly-paid', {})
  const ordered = await placesUnderWay(tx, by.institution, { source: 'staff_award', id })
  if (ordered.size > 0) return refuse('award-under-way', {})

  // From here on it is withdrawn.
  const fields = { state: 'withdrawn', withdrawnFor: reason }
  return change(tx, clock, by, id, { fields, reason, expectedSeq, action: 'withdrawn' })
}

/** How the purse stands, held until the transaction ends. */
export async function lockedPurse(tx: Tx, institution: string) {
  await lockChain(tx, { institution, name: 'staff-purse' })
  return purseOf(await staffParts(tx, institution), await givenOut(tx, institution))
}

/** An award, held until the transaction ends. */
export async function lockedAward(tx: Tx, institution: string, id: string) {
  await lockKnownChain(tx, { institution, name: chainOf(awardRegister, id) })
  return await storedAward(tx, institution, id)
}

/** Changes an award and tells its history. */
export async function change(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  amendment: Parameters<typeof amendRecord>[5],
): Done<{ seq: number }> {
  const amended = await amendRecord(tx, awardRegister, clock, by, id, amendment)
  return amended ? accept(amended) : refuse('no-such-award', {})
}
