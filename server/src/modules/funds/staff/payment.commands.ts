import { type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import { yuanCell } from '../../../platform/csv.ts'
import type { Tx } from '../../../platform/database.ts'
import { fileNotStored } from '../../../platform/files.queries.ts'
import { newId } from '../../../platform/ids.ts'
import type { Author } from '../../../platform/register.ts'
import { noteHandPayments, noteHandReturn } from '../../cases/index.ts'
import { post, takeBack } from '../../journal/index.ts'
import { batchThatPaid, placesUnderWay } from '../../payouts/index.ts'
import { lastOf, paidInFullOn, type paymentEnds, turnToPay } from '../bonus/bonus.ts'
import { awardPosting, recordedOf } from './posting.ts'
import { type AwardRefusals, change, lockedAward, lockedPurse } from './staff.commands.ts'
import { linesOf, paymentsOf } from './staff.queries.ts'
import type { PayAwardWire, ReturnAwardWire } from './staff.wire.ts'

type Done = Promise<Outcome<{ seq: number }, AwardRefusals>>

/** Records that lines of an award were paid: those to persons stand among the payments without a batch. */
export async function payAward(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { places, paidOn, reference, files }: z.output<typeof PayAwardWire>,
): Done {
  const { institution } = by
  const award = await lockedAward(tx, institution, id)
  if (!award) return refuse('no-such-award', {})
  if (award.state !== 'approved') return refuse('award-not-approved', {})
  const today = clock.today()
  if (paidOn > today) return refuse('award-paid-in-future', { today })
  const approvedOn = award.approvedOn ?? award.proposedOn
  if (paidOn < approvedOn) return refuse('award-paid-before-approved', { approvedOn })
  const twice = places.find((place, at) => places.indexOf(place) < at)
  if (twice !== undefined) return refuse('award-line-twice', { place: `${twice}` })
  const lines = await linesOf(tx, institution, id)
  const payments = await paymentsOf(tx, institution, id)
  const shut = places.find(
    (place) =>
      !lines.some((line) => line.place === place) || turnToPay(payments, place) === undefined,
  )
  if (shut !== undefined) return refuse('award-line-not-open', { place: `${shut}` })
  const ordered = await placesUnderWay(tx, institution, { source: 'staff_award', id })
  const twofold = places.find((place) => ordered.has(place))
  if (twofold !== undefined) return refuse('award-line-in-batch', { place: `${twofold}` })
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('award-file-not-stored', { name: lost.name })
  const { free } = await lockedPurse(tx, institution)
  if (free < 0n) return refuse('staff-purse-short', { free: `${free}` })

  // From here on they are paid.
  const told = places.map((place) => ({ place, onDay: paidOn }))
  return recordAwardPaid(tx, clock, by, award, { told, reference, files })
}

type StoredAward = NonNullable<Awaited<ReturnType<typeof lockedAward>>>

/** What was paid of an award, each line on its day. */
interface PaidLines {
  readonly told: readonly { readonly place: number; readonly onDay: string }[]
  readonly reference: string
  readonly files: z.output<typeof PayAwardWire>['files']
}

/** Records lines as paid that are open; whoever calls has looked at that and holds the award. */
export async function recordAwardPaid(
  tx: Tx,
  clock: Clock,
  by: Author,
  award: StoredAward,
  { told, reference, files }: PaidLines,
): Done {
  const { institution } = by
  const { id } = award
  const lines = await linesOf(tx, institution, id)
  const payments = await paymentsOf(tx, institution, id)
  const paid = lines.flatMap((line) => {
    const of = told.find(({ place }) => place === line.place)
    const turn = turnToPay(payments, line.place) ?? 1
    const kind = 'paid' as const
    return of ? [{ ...line, id: newId(), turn, kind, onDay: of.onDay, reference }] : []
  })
  const made = { madeAt: clock.now(), madeBy: by.person, madeName: by.name }
  await insertMany(
    tx,
    'staffAwardPayment',
    paid.map(({ name: _name, personId: _person, purpose: _purpose, ...payment }) => ({
      ...{ institutionId: institution, awardId: id, ...payment, ...made },
      files,
    })),
  )
  await noteHandPayments(
    tx,
    institution,
    paid
      .filter(({ purpose }) => purpose === 'reward')
      .map(({ place, turn, name, personId, amountFen, onDay }) => ({
        ...{ source: 'staff_award' as const, record: id, caseId: null, seq: turn, line: place },
        ...{ title: award.title, name, person: personId, amountFen, proof: reference },
        paidOn: onDay,
      })),
  )
  await post(
    tx,
    clock,
    institution,
    paid.map((payment) => awardPosting(award, payment)),
  )
  const inFull = paidInFullOn([...payments, ...paid], lines.length)
  const paidLines = paid.map(
    ({ name, amountFen, onDay }) => `${name} ${yuanCell(amountFen)} ${onDay}`,
  )
  return change(tx, clock, by, id, {
    fields: inFull === null ? {} : { state: 'paid', paidOn: inFull },
    beside: [{ field: 'paid', from: null, to: paidLines }],
    ...{ reason: reference, action: 'paid' },
  })
}

/** Records that a payment came back, or was entered by mistake: both entries stay, and the line is open again. */
export async function returnAward(
  tx: Tx,
  clock: Clock,
  by: Author,
  { award: id, payment: paymentId }: { readonly award: string; readonly payment: string },
  { kind, returnedOn, reason }: z.output<typeof ReturnAwardWire>,
): Done {
  const { institution } = by
  const award = await lockedAward(tx, institution, id)
  if (!award) return refuse('no-such-award', {})
  const today = clock.today()
  const payments = await paymentsOf(tx, institution, id)
  const payment = payments.find((one) => one.id === paymentId)
  if (payment?.kind !== 'paid' || lastOf(payments, payment.place)?.id !== paymentId) {
    return refuse('no-such-award-payment', {})
  }
  if (returnedOn > today) return refuse('award-returned-in-future', { today })
  if (returnedOn < payment.onDay) {
    return refuse('award-returned-before-paid', { paidOn: payment.onDay })
  }
  const batch = await batchThatPaid(tx, institution, { source: 'staff_award', id }, payment)
  if (batch) return refuse('award-paid-in-batch', {})

  // From here on it came back.
  return recordAwardBack(tx, clock, by, award, { payment, kind, on: returnedOn, reason })
}

/** How a payment ended. */
interface EndedPayment {
  readonly payment: Awaited<ReturnType<typeof paymentsOf>>[number]
  readonly kind: (typeof paymentEnds)[number]
  readonly on: string
  readonly reason: string
}

/** Records that a payment that stands came back; whoever calls has looked at that and holds the award. */
export async function recordAwardBack(
  tx: Tx,
  clock: Clock,
  by: Author,
  award: StoredAward,
  { payment, kind, on: returnedOn, reason }: EndedPayment,
): Done {
  const { institution } = by
  const { id } = award
  const { place, turn, amountFen, id: paymentId } = payment
  await insertMany(tx, 'staffAwardPayment', [
    {
      ...{ institutionId: institution, id: newId(), awardId: id, place, turn, amountFen },
      ...{ kind, onDay: returnedOn, reference: reason, files: [] },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    },
  ])
  const lines = await linesOf(tx, institution, id)
  const name = lines.find((line) => line.place === place)?.name ?? ''
  const back = { name, amountFen, on: returnedOn, proof: reason, by }
  const paid = { seq: turn, line: place }
  await noteHandReturn(tx, clock, { institution, record: id, ...back, payment: paid })
  const recorded = { ...recordedOf(award, paymentId), seq: 1, reference: reason }
  await takeBack(tx, clock, institution, returnedOn, [recorded])
  return change(tx, clock, by, id, {
    fields: { state: 'approved', paidOn: null },
    beside: [{ field: kind, from: null, to: `${name} ${yuanCell(amountFen)} ${returnedOn}` }],
    ...{ reason, action: kind },
  })
}
