import { type Lang, timeInChina } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import { systemPerson, type Tx } from '../../platform/database.ts'
import { problemBody } from '../../platform/problem.ts'
import { type ToldProblem, tellProblem, toldProblem } from '../../platform/told-problem.ts'
import { readRecords } from '../cases/index.ts'
import { isOfAwards } from './awards/award-order.queries.ts'
import { blockedPlans } from './blocked.queries.ts'
import { inBatch, overturned } from './fallen.queries.ts'
import { batchRow, batchSums, filesOf, proofsOf, stuckOf } from './payout.queries.ts'
import type { BatchState } from './payout.ts'
import type { PayoutBatchWire } from './payout.wire.ts'

/** One batch as its page shows it. */
export async function batchShown(
  tx: Tx,
  institution: string,
  id: string,
  { clock, lang = 'zh' }: { readonly clock: Clock; readonly lang?: Lang | undefined },
): Promise<PayoutBatchWire | undefined> {
  const [row, isAwards, sums, files, proofs, stuck, fallen] = await Promise.all([
    batchRow(tx, institution, id),
    isOfAwards(tx, institution, id),
    batchSums(tx, institution, id),
    filesOf(tx, institution, id),
    proofsOf(tx, institution, id),
    stuckOf(tx, institution, id),
    overturned(tx, institution, inBatch(institution, id)),
  ])
  if (!row) return undefined
  const reader = { institution, person: systemPerson, name: '', roles: ['finance'] }
  const blocked = mayStillSend.includes(row.state)
    ? await blockedPlans(tx, clock, reader, row, readRecords)
    : []
  const isFallen = ({ caseId }: { readonly caseId: string }) =>
    fallen.some((one) => one.caseId === caseId)
  const told = <Row extends { readonly caseId: string; readonly problem: ToldProblem | null }>(
    one: Row,
  ) => ({
    ...one,
    problem:
      one.problem &&
      problemBody(toldProblem(one.problem), lang, `/api/v1/cases/${one.caseId}/acts`),
  })
  return {
    ...row,
    ...sums,
    isOfAwards: isAwards,
    files: files.map(({ madeAt, ...file }) => ({ ...file, madeAt: timeInChina(madeAt) })),
    proofs: proofs.map(({ takenAt, ...proof }) => ({ ...proof, takenAt: timeInChina(takenAt) })),
    leftOut: stuck.leftOut.map(told),
    waiting: stuck.waiting.filter((one) => !isFallen(one)).map(told),
    blocked: blocked
      .filter((one) => !isFallen(one))
      .map(({ problem, ...one }) =>
        told({ ...one, plan: null, problem: tellProblem(problem) as ToldProblem }),
      ),
    fallen: [...fallen],
  }
}

const mayStillSend: readonly BatchState[] = ['made', 'approved']
