import type { Lang } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { timeInChina } from '../../platform/export-note.ts'
import { problemBody } from '../../platform/problem.ts'
import { type ToldProblem, toldProblem } from '../../platform/told-problem.ts'
import { batchRow, batchSums, filesOf, proofsOf, stuckOf } from './payout.queries.ts'
import type { PayoutBatchWire } from './payout.wire.ts'

/** One batch as its page shows it. */
export async function batchShown(
  tx: Tx,
  institution: string,
  id: string,
  lang: Lang = 'zh',
): Promise<PayoutBatchWire | undefined> {
  const [row, sums, files, proofs, stuck] = await Promise.all([
    batchRow(tx, institution, id),
    batchSums(tx, institution, id),
    filesOf(tx, institution, id),
    proofsOf(tx, institution, id),
    stuckOf(tx, institution, id),
  ])
  if (!row) return undefined
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
    files: files.map(({ madeAt, ...file }) => ({ ...file, madeAt: timeInChina(madeAt) })),
    proofs: proofs.map(({ takenAt, ...proof }) => ({ ...proof, takenAt: timeInChina(takenAt) })),
    leftOut: stuck.leftOut.map(told),
    waiting: stuck.waiting.map(told),
  }
}
