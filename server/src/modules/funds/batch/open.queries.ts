import type { Tx } from '../../../platform/database.ts'
import { type AwardRecord, type NewAwardOrder, placesUnderWay } from '../../payouts/index.ts'
import { paymentsOf as bonusPayments, sharesOf, storedBonus } from '../bonus/bonus.queries.ts'
import { turnToPay } from '../bonus/bonus.ts'
import { paymentsOf as awardPayments, linesOf, storedAward } from '../staff/staff.queries.ts'

/**
 * What a batch can pay of a bonus or award that was approved: what is open and in no batch. It does not reach who gives
 * training, and whom a share tells by the name alone.
 */
export async function openOf(
  tx: Tx,
  institution: string,
  of: AwardRecord,
): Promise<readonly NewAwardOrder[]> {
  const known =
    of.source === 'grant_bonus'
      ? await bonusLines(tx, institution, of.id)
      : await awardLines(tx, institution, of.id)
  if (!known) return []
  const ordered = await placesUnderWay(tx, institution, of)
  const open = known.lines.flatMap(({ turn, ...line }) =>
    turn === undefined || ordered.has(line.place) ? [] : [{ ...line, turn }],
  )
  return open.flatMap(({ person, ...line }): NewAwardOrder[] =>
    person === null
      ? []
      : [{ source: of.source, record: of.id, title: known.title, person, ...line }],
  )
}

async function bonusLines(tx: Tx, institution: string, id: string) {
  const bonus = await storedBonus(tx, institution, id)
  if (bonus?.state !== 'approved') return undefined
  const shares = await sharesOf(tx, institution, id)
  const payments = await bonusPayments(tx, institution, id)
  return { title: bonus.rightTitle, lines: shares.map(lineWith(payments)) }
}

async function awardLines(tx: Tx, institution: string, id: string) {
  const award = await storedAward(tx, institution, id)
  if (award?.state !== 'approved') return undefined
  const payments = await awardPayments(tx, institution, id)
  const lines = await linesOf(tx, institution, id)
  return { title: award.title, lines: lines.map(lineWith(payments)) }
}

interface Part {
  readonly place: number
  readonly name: string
  readonly personId: string | null
  readonly amountFen: string
}

/** Nobody is found by a name alone: to an account would go the money of somebody outside who bears the same. */
const lineWith =
  (payments: Parameters<typeof turnToPay>[0]) =>
  ({ place, name, personId: person, amountFen }: Part) => ({
    ...{ place, name, person, amountFen, turn: turnToPay(payments, place) },
  })

/** Bonuses and awards that are approved and not paid in full, in one order for everybody. */
export async function approvedRecords(
  tx: Tx,
  institution: string,
): Promise<readonly AwardRecord[]> {
  const [bonuses, awards] = await Promise.all([
    tx
      .selectFrom('grantBonus')
      .select('id')
      .where('institutionId', '=', institution)
      .where('state', '=', 'approved')
      .execute(),
    tx
      .selectFrom('staffAward')
      .select('id')
      .where('institutionId', '=', institution)
      .where('state', '=', 'approved')
      .execute(),
  ])
  return [
    ...bonuses.map(({ id }) => ({ source: 'grant_bonus' as const, id })),
    ...awards.map(({ id }) => ({ source: 'staff_award' as const, id })),
  ].toSorted((one, other) => (one.id < other.id ? -1 : 1))
}
