import { groupBy, type Outcome } from '@yizhuan/kit'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Task } from '../../../platform/jobs.ts'
import type { Context } from '../../../platform/module.ts'
import type { Author } from '../../../platform/register.ts'
import { sayHandTaxes } from '../../cases/index.ts'
import { proofOfAwards, settleProof, type TurnedAward } from '../../payouts/index.ts'
import { lockedBonus } from '../bonus/bonus.commands.ts'
import { paymentsOf as bonusPayments } from '../bonus/bonus.queries.ts'
import { recordBonusBack, recordBonusPaid } from '../bonus/payment.commands.ts'
import { recordAwardBack, recordAwardPaid } from '../staff/payment.commands.ts'
import { lockedAward } from '../staff/staff.commands.ts'
import { paymentsOf as awardPayments } from '../staff/staff.queries.ts'
import { holdRecord } from './batch.commands.ts'

// What the bank said of bonuses and awards is written as if it had been entered by hand: in the register, the books,
// the docket, the month of its tax and the statement of its person. All of it in one transaction, or nothing; done
// again it finds nothing told.

/** Writes what a proof said of the payments of some bonuses and awards. */
export function settleAwards({ clock }: Pick<Context, 'clock'>): Task {
  return async (tx, { institution, payload }) => {
    const known = await proofOfAwards(tx, institution, String(payload['proof']))
    if (!known) return
    const { by, batch, proof } = known
    const document = `${batch.title} ${proof.document}`.slice(0, 200)
    await settleProof(tx, clock, known, payload['cases'] as readonly string[], {
      hold: (source, id) => holdRecord(tx, institution, { source, id }),
      write: async (turned) => {
        for (const one of groupBy(turned, ({ record }) => record).values()) {
          await writeRecord(tx, clock, by, one, document)
        }
      },
    })
  }
}

async function writeRecord(
  tx: Tx,
  clock: Clock,
  by: Author,
  turned: readonly TurnedAward[],
  document: string,
): Promise<void> {
  const [first] = turned
  if (!first) return
  const { source, record } = first
  const paid = turned.filter(({ outcome }) => outcome === 'paid')
  if (paid.length > 0) {
    const told = paid.map(({ place, person, on: onDay }) => ({ place, person, onDay }))
    written(await recordPaid(tx, clock, by, first, { told, reference: document, files: [] }))
    await sayHandTaxes(tx, clock, by, { record, turns: paid, document })
  }
  // What never left the house did not come back.
  for (const one of turned.filter(({ outcome, wasPaid }) => outcome === 'returned' && wasPaid)) {
    const reason = (one.reason ?? document).slice(0, 200)
    const back = { kind: 'returned' as const, on: one.on, reason }
    written(await recordBack(tx, clock, by, source, one, back))
  }
}

async function recordPaid(
  tx: Tx,
  clock: Clock,
  by: Author,
  { source, record }: TurnedAward,
  paid: Parameters<typeof recordBonusPaid>[4],
) {
  if (source === 'grant_bonus') {
    const bonus = stored(await lockedBonus(tx, by.institution, record))
    return recordBonusPaid(tx, clock, by, bonus, paid)
  }
  const award = stored(await lockedAward(tx, by.institution, record))
  return recordAwardPaid(tx, clock, by, award, paid)
}

async function recordBack(
  tx: Tx,
  clock: Clock,
  by: Author,
  source: TurnedAward['source'],
  { record, place, turn }: TurnedAward,
  back: Omit<Parameters<typeof recordBonusBack>[4], 'payment'>,
) {
  const { institution } = by
  const isIt = (one: { readonly place: number; readonly turn: number; readonly kind: string }) =>
    one.place === place && one.turn === turn && one.kind === 'paid'
  if (source === 'grant_bonus') {
    const bonus = stored(await lockedBonus(tx, institution, record))
    const payment = stored((await bonusPayments(tx, institution, record)).find(isIt))
    return recordBonusBack(tx, clock, by, bonus, { ...back, payment })
  }
  const award = stored(await lockedAward(tx, institution, record))
  const payment = stored((await awardPayments(tx, institution, record)).find(isIt))
  return recordAwardBack(tx, clock, by, award, { ...back, payment })
}

function stored<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new TypeError('A payment is of no bonus or award.')
  return row
}

/** The money moved: nothing stands in the way of writing that. */
function written(outcome: Outcome<unknown, never> | { readonly kind: string }): void {
  if (outcome.kind !== 'accepted') throw new TypeError('What was paid could not be recorded.')
}
