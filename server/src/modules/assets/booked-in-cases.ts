import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { caseDesk, performAct, toProblem } from '../cases/index.ts'
import { ledgerCasesOf } from './sign.queries.ts'

/** A proposal that finance accepts. */
interface Accepted {
  readonly achievement: string
  readonly treatment: string
}

/**
 * What finance books of an achievement goes into the record of its case as well, by the same hand: the
 * register holds the amounts, the case that they were booked, where the law looks for it. A case whose
 * stage nobody decided yet waits for no booking, and the register stands alone.
 *
 * @throws {Problem} where the law of the case forbids the booking; then nothing is booked anywhere.
 */
export async function bookInCases(
  tx: Tx,
  clock: Clock,
  by: Caller,
  accepted: readonly Accepted[],
  voucher: string,
): Promise<void> {
  const { institution } = by
  for (const { achievement, treatment } of accepted) {
    const cases = await ledgerCasesOf(tx, institution, achievement)
    for (const { caseId } of cases.filter(({ status }) => status === 'open')) {
      const desk = await caseDesk(tx, clock, institution, caseId)
      const order = { type: 'booked', data: { treatment, voucher }, files: [] }
      const outcome = await performAct(tx, desk, by, caseId, order)
      if (outcome.kind === 'accepted' || outcome.code === 'not-possible') continue
      throw toProblem(outcome)
    }
  }
}
