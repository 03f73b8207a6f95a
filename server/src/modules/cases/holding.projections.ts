import { type ActsState, equityHolding, holdingOf } from '@yizhuan/procedures'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { makeFindable } from '../../platform/findable.ts'
import { isWithoutLaw } from '../policies/index.ts'
import { caseDesk } from './case.desk.ts'
import { entriesOf } from './case.queries.ts'
import { exitClockIn, heldByOf, holdingFoundBy, leftOnOf, writtenHolding } from './holding.ts'
import { type After, replayed, toEntries } from './procedure.ts'

/** Brings the list of holdings up to the record of a case, in the transaction that writes it. */
export async function projectHolding(
  tx: Tx,
  of: { readonly institution: string; readonly id: string; readonly number: string },
  { procedure, state, assessment }: After,
): Promise<void> {
  if (procedure.id !== equityHolding.id) return
  const told = holdingOf(state as ActsState)
  if (!told) throw new TypeError('A holding that nobody opened.')
  const received = told.dividendsReceived.reduce((sum, { fen }) => sum + BigInt(fen), 0n)
  const line = {
    company: told.company,
    uscc: told.creditCode,
    achievementId: told.achievementId,
    achievement: told.achievement,
    stage: told.stage,
    heldBy: heldByOf(told),
    formedOn: told.formedOn,
    valueFen: told.value,
    ownCostFen: told.ownCost,
    ownShare: told.ownShare,
    worthFen: told.worth,
    dividendsFen: `${received}`,
    listEntry: told.listEntry,
    marketOn: told.market?.on ?? null,
    leftOn: leftOnOf(told),
    exitClock: clockText(assessment),
    told: JSON.stringify(writtenHolding(told)),
    seq: state.seq,
  }
  const { institution, id, number } = of
  await tx
    .insertInto('holding')
    .values({ institutionId: institution, id, caseId: id, number, ...line })
    .onConflict((on) => on.columns(['institutionId', 'id']).doUpdateSet(line))
    .execute()
  await makeFindable(tx, institution, 'holding', [holdingFoundBy({ id, number, ...line })])
}

/** Sets the clock by which equity is to be left as the law has it now; a law may have changed since. */
export async function projectExitClock(
  tx: Tx,
  institution: string,
  id: string,
  { procedure, assessment }: After,
): Promise<void> {
  if (procedure.id !== equityHolding.id) return
  await tx
    .updateTable('holding')
    .set({ exitClock: clockText(assessment) })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}

function clockText(assessment: After['assessment']): string | null {
  const clock = exitClockIn(assessment)
  return clock && JSON.stringify(clock)
}

/** Puts on the list what was recorded before there was one. */
export async function fillHoldings(tx: Tx, clock: Clock, institution: string): Promise<void> {
  if (await isWithoutLaw(tx, institution)) return
  const cases = await tx
    .selectFrom('transferCase')
    .select(['id', 'number'])
    .where('institutionId', '=', institution)
    .where('procedure', '=', equityHolding.id)
    .execute()
  for (const { id, number } of cases) {
    const entries = toEntries(await entriesOf(tx, institution, id))
    const desk = await caseDesk(tx, clock, institution, id)
    await projectHolding(tx, { institution, id, number }, replayed(desk, entries, clock.today()))
  }
}
