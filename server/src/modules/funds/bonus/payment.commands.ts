import { type Day, fen, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import { yuanCell } from '../../../platform/csv.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockKnownChain } from '../../../platform/evidence.ts'
import { fileNotStored } from '../../../platform/files.queries.ts'
import { newId } from '../../../platform/ids.ts'
import { type Author, chainOf } from '../../../platform/register.ts'
import { nameHandPayments, noteHandPayments, noteHandReturn } from '../../cases/index.ts'
import { post, takeBack } from '../../journal/index.ts'
import { batchThatPaid, placesUnderWay } from '../../payouts/index.ts'
import { recordEvent, rightRegister, standingEvents, strikeEvent } from '../../rights/index.ts'
import { type BonusRefusals, change, lockedBonus } from './bonus.commands.ts'
import { paymentsOf, type StoredBonus, sharesOf } from './bonus.queries.ts'
import { lastOf, paidInFullOn, type paymentEnds, turnToPay } from './bonus.ts'
import type { PayBonusWire, ReturnBonusWire } from './bonus.wire.ts'
import { bonusPosting, recordedOf } from './posting.ts'

/** Records that shares of a bonus were paid. With the last one, the docket learns that it is settled. */
export async function payBonus(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { places, paidOn, reference, files }: z.output<typeof PayBonusWire>,
): Promise<Outcome<{ seq: number }, BonusRefusals>> {
  const { institution } = by
  const bonus = await lockedBonus(tx, institution, id)
  if (!bonus) return refuse('no-such-bonus', {})
  if (bonus.state !== 'approved') return refuse('bonus-not-approved', {})
  const today = clock.today()
  if (paidOn > today) return refuse('bonus-paid-in-future', { today })
  if (paidOn < bonus.grantedOn) {
    return refuse('bonus-paid-before-grant', { grantedOn: bonus.grantedOn })
  }
  const twice = places.find((place, at) => places.indexOf(place) < at)
  if (twice !== undefined) return refuse('share-named-twice', { place: `${twice}` })
  const shares = await sharesOf(tx, institution, id)
  const payments = await paymentsOf(tx, institution, id)
  const shut = places.find(
    (place) =>
      !shares.some((share) => share.place === place) || turnToPay(payments, place) === undefined,
  )
  if (shut !== undefined) return refuse('share-not-open', { place: `${shut}` })
  const ordered = await placesUnderWay(tx, institution, { source: 'grant_bonus', id })
  const twofold = places.find((place) => ordered.has(place))
  if (twofold !== undefined) return refuse('share-in-batch', { place: `${twofold}` })
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('bonus-file-not-stored', { name: lost.name })

  // From here on they are paid.
  const told = places.map((place) => ({ place, onDay: paidOn }))
  return recordBonusPaid(tx, clock, by, bonus, { told, reference, files })
}

/** What was paid of a bonus, each share on its day. */
interface PaidShares {
  readonly told: readonly {
    readonly place: number
    readonly onDay: string
    /** Who got it, where a batch says so: the name of a share may mean somebody else by now. */
    readonly person?: string | undefined
  }[]
  readonly reference: string
  readonly files: z.output<typeof PayBonusWire>['files']
}

/** Records shares as paid that are open; whoever calls has looked at that and holds the bonus. */
export async function recordBonusPaid(
  tx: Tx,
  clock: Clock,
  by: Author,
  bonus: StoredBonus,
  { told, reference, files }: PaidShares,
): Promise<Outcome<{ seq: number }, BonusRefusals>> {
  const { institution } = by
  const { id } = bonus
  const shares = await sharesOf(tx, institution, id)
  const payments = await paymentsOf(tx, institution, id)
  const made = { madeAt: clock.now(), madeBy: by.person, madeName: by.name }
  const paid = told.map(({ place, onDay, person }) => {
    const share = shares.find((one) => one.place === place)
    const turn = turnToPay(payments, place) ?? 1
    return {
      ...{ id: newId(), place, turn, kind: 'paid' as const, onDay, reference },
      ...{ amountFen: share?.amountFen ?? '0', name: share?.name ?? '' },
      person: person ?? share?.personId ?? null,
    }
  })
  await insertMany(
    tx,
    'grantBonusPayment',
    paid.map(({ name: _name, person: _person, ...payment }) => ({
      ...{ institutionId: institution, bonusId: id, ...payment, ...made },
      files,
    })),
  )
  await noteHandPayments(
    tx,
    institution,
    paid.map(({ place, turn, name, person, amountFen, onDay }) => ({
      ...{ source: 'grant_bonus' as const, record: id, caseId: null, seq: turn, line: place },
      ...{ title: bonus.rightTitle, name, person, amountFen, paidOn: onDay, proof: reference },
    })),
  )
  await nameHandPayments(tx, institution, id)
  await post(
    tx,
    clock,
    institution,
    paid.map((payment) => bonusPosting(bonus, payment)),
  )
  const inFull = paidInFullOn([...payments, ...paid], shares.length)
  const eventId = inFull === null ? null : await settle(tx, clock, by, bonus, inFull, reference)
  const lines = paid.map(({ name, amountFen, onDay }) => `${name} ${yuanCell(amountFen)} ${onDay}`)
  return change(tx, clock, by, id, {
    fields: inFull === null ? {} : { state: 'paid', paidOn: inFull, eventId },
    beside: [{ field: 'paid', from: null, to: lines }],
    ...{ reason: reference, action: 'paid' },
  })
}

/**
 * Records that a payment came back, or was entered by mistake: both entries stay, the share is open again,
 * and the docket counts again.
 */
export async function returnBonus(
  tx: Tx,
  clock: Clock,
  by: Author,
  { bonus: id, payment: paymentId }: { readonly bonus: string; readonly payment: string },
  { kind, returnedOn, reason }: z.output<typeof ReturnBonusWire>,
): Promise<Outcome<{ seq: number }, BonusRefusals>> {
  const { institution } = by
  const bonus = await lockedBonus(tx, institution, id)
  if (!bonus) return refuse('no-such-bonus', {})
  const today = clock.today()
  const payments = await paymentsOf(tx, institution, id)
  const payment = payments.find((one) => one.id === paymentId)
  if (payment?.kind !== 'paid' || lastOf(payments, payment.place)?.id !== paymentId) {
    return refuse('no-such-payment', {})
  }
  if (returnedOn > today) return refuse('bonus-returned-in-future', { today })
  if (returnedOn < payment.onDay) return refuse('returned-before-paid', { paidOn: payment.onDay })
  const batch = await batchThatPaid(tx, institution, { source: 'grant_bonus', id }, payment)
  if (batch) return refuse('share-paid-in-batch', {})

  // From here on it came back.
  return recordBonusBack(tx, clock, by, bonus, { payment, kind, on: returnedOn, reason })
}

/** How a payment ended. */
interface EndedPayment {
  readonly payment: Awaited<ReturnType<typeof paymentsOf>>[number]
  readonly kind: (typeof paymentEnds)[number]
  readonly on: string
  readonly reason: string
}

/** Records that a payment that stands came back; whoever calls has looked at that and holds the bonus. */
export async function recordBonusBack(
  tx: Tx,
  clock: Clock,
  by: Author,
  bonus: StoredBonus,
  { payment, kind, on: returnedOn, reason }: EndedPayment,
): Promise<Outcome<{ seq: number }, BonusRefusals>> {
  const { institution } = by
  const { id } = bonus
  const { place, turn, amountFen, id: paymentId } = payment
  await insertMany(tx, 'grantBonusPayment', [
    {
      ...{ institutionId: institution, id: newId(), bonusId: id, place, turn, amountFen },
      ...{ kind, onDay: returnedOn, reference: reason, files: [] },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    },
  ])
  const shares = await sharesOf(tx, institution, id)
  const name = shares.find((one) => one.place === place)?.name ?? ''
  const back = { name, amountFen, on: returnedOn, proof: reason, by }
  const paid = { seq: turn, line: place }
  await noteHandReturn(tx, clock, { institution, record: id, ...back, payment: paid })
  const recorded = { ...recordedOf(bonus, paymentId), seq: 1, reference: reason }
  await takeBack(tx, clock, institution, returnedOn, [recorded])
  // Whoever told the docket that it was paid, the share is open again.
  for (const event of await standingEvents(tx, institution, bonus.rightId, 'inventorBonusPaid')) {
    await strikeEvent(tx, clock, by, bonus.rightId, { event, reason })
  }
  return change(tx, clock, by, id, {
    fields: { state: 'approved', paidOn: null, eventId: null },
    beside: [{ field: kind, from: null, to: `${name} ${yuanCell(amountFen)} ${returnedOn}` }],
    ...{ reason, action: kind },
  })
}

/** Tells the docket that the bonus is paid. @returns the event; none where somebody told it before. */
async function settle(
  tx: Tx,
  clock: Clock,
  by: Author,
  { rightId, amountFen }: StoredBonus,
  on: string,
  source: string,
): Promise<string | null> {
  await lockKnownChain(tx, { institution: by.institution, name: chainOf(rightRegister, rightId) })
  const event = {
    ...{ kind: 'inventorBonusPaid' as const, on: on as Day, source },
    fen: fen(BigInt(amountFen)),
  }
  // What was paid was paid, also for a patent that was lost or sold meanwhile.
  const recorded = await recordEvent(tx, clock, by, rightId, { event, despite: source })
  if (recorded.kind === 'accepted') return recorded.value.id
  if (recorded.refusal.code === 'event-recorded-already') return null
  throw new TypeError(`The docket did not take the bonus: ${recorded.refusal.code}`)
}
