import type { FieldKeys } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import { candidateMaker } from './candidates.ts'
import type { Decided } from './decision.ts'
import type { Counts } from './import.table.ts'
import { loadKnown } from './known.ts'
import { planRows, type Taken } from './plan.ts'
import type { Read } from './read-workbook.ts'
import { clearPreview, keepProblems, keepRows } from './row.queries.ts'
import { shownProblem, shownRow, Tally } from './view.ts'

/**
 * Compares what was read with the registers, piece by piece, and keeps it as the preview of a draft in
 * place of what was kept before.
 *
 * @returns how its rows and problems stand.
 */
export async function stageReading(
  tx: Tx,
  { keys }: { readonly keys: FieldKeys },
  institution: string,
  id: string,
  read: Read,
  decided: Decided,
): Promise<Counts> {
  await clearPreview(tx, institution, id)
  const tally = new Tally(read.tables.map(({ table }) => table))
  const toCandidate = candidateMaker(keys, decided)
  const taken: Taken = new Map()
  let [rows, problems] = [0, 0]
  for await (const piece of read.pieces()) {
    if (piece.kind === 'rows') {
      const candidates = piece.lines.map(toCandidate)
      const known = await loadKnown(tx, keys, institution, candidates)
      const planned = planRows(candidates, known, taken)
      for (const row of planned) tally.addRow(row)
      const first = rows + 1
      rows += planned.length
      const shown = planned.map((row, at) => shownRow(row, keys, id, first + at))
      await keepRows(tx, institution, id, shown)
    } else {
      const shown = piece.problems.map((problem) => shownProblem(problem, decided))
      for (const problem of shown) tally.addProblem(problem)
      await keepProblems(tx, institution, id, problems + 1, shown)
      problems += shown.length
    }
  }
  return tally.counts
}
