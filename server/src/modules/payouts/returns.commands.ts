import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { type Actor, type HeldCase, holdRecords, performAct } from '../cases/index.ts'
import { isOnRecord, type ProofFile, payoutHolder, referenceOf } from './payout.ts'
import type { TurnedOrder } from './settle.queries.ts'

// Once a case has taken an act on a plan, its record is told what befalls the plan's payments: what came back,
// and what was made again. So nobody is asked to give back what never reached them, and what the record says is
// owed is what is paid again.

interface Told {
  readonly held: ReadonlyMap<string, HeldCase>
  readonly turned: readonly TurnedOrder[]
  readonly source: { readonly document: string; readonly file: ProofFile | null }
}

/** Tells the records what befell payments of plans they know. @returns the records as they are then. */
export async function recordReturns(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { held, turned, source }: Told,
): Promise<ReadonlyMap<string, HeldCase>> {
  const { institution } = actor
  // What never left the house did not come back.
  const told = turned.filter(
    ({ planState, outcome, wasPaid }) => isOnRecord(planState) && (outcome === 'paid' || wasPaid),
  )
  if (told.length === 0) return held
  // The bank's word is recorded whoever took it in, as the money moved.
  const by = { ...actor, roles: [...actor.roles, 'system'] }
  for (const one of told) {
    const desk = held.get(one.caseId)?.desk
    if (!desk) throw new TypeError(`The record of case ${one.caseId} is not held.`)
    const outcome = await performAct(tx, desk, by, one.caseId, orderOf(one, source))
    if (outcome.kind === 'refused')
      throw new TypeError(`A payment that turned was refused: ${JSON.stringify(outcome)}`)
  }
  const cases = [...new Set(told.map(({ caseId }) => caseId))]
  return new Map([...held, ...(await holdRecords(tx, clock, institution, cases))])
}

function orderOf(
  { name, way, amountFen, setOffFen, outcome, on, reason, batchId, number }: TurnedOrder,
  { document, file }: Told['source'],
) {
  const isBack = outcome === 'returned'
  // What was set off of its tax is settled already.
  const amount = isBack ? `${BigInt(amountFen) - BigInt(setOffFen)}` : amountFen
  return {
    type: isBack ? 'paymentReturned' : 'paymentRepeated',
    on,
    data: {
      ...{ name, award: way === 'equity' ? 'equity' : 'cash', amount, proof: document },
      ...(isBack && reason !== null && { reason }),
    },
    files: file ? [{ name: file.name, sha256: file.sha256, size: file.size }] : [],
    byHolder: { holder: payoutHolder, data: { reference: referenceOf(batchId, number) } },
  }
}
