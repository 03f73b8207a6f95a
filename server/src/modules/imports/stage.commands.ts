import type { FieldKeys } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import { ahead, inFlight } from '../../platform/in-flight.ts'
import { candidateMaker, type ReadRow } from './candidates.ts'
import type { Decided } from './decision.ts'
import type { Counts } from './import.table.ts'
import { loadKnown } from './known.ts'
import { withNamesakes, withUnits } from './namesakes.queries.ts'
import { type Known, planRows, type Taken } from './plan.ts'
import type { Read } from './read-workbook.ts'
import type { Piece } from './reading.ts'
import { clearPreview, keepProblems, keepRows } from './row.queries.ts'
import type { Tell } from './teller.ts'
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
  tell: Tell,
): Promise<Counts> {
  await clearPreview(tx, institution, id)
  const tally = new Tally(read.tables.map(({ table }) => table))
  const brought = await withUnits(tx, institution, read.brought)
  const toCandidate = candidateMaker(keys, decided)
  async function* known(): AsyncGenerator<KnownPiece> {
    for await (const piece of ahead(read.pieces())) {
      if (piece.kind === 'problems') yield piece
      else {
        const lines = await withNamesakes(tx, institution, piece.lines, brought)
        const rows = lines.map(toCandidate)
        yield { kind: 'rows', rows, known: await loadKnown(tx, keys, institution, rows) }
      }
    }
  }
  const total = read.tables.reduce((sum, { counts }) => sum + counts.dataRows, 0)
  const taken: Taken = new Map()
  let [rows, problems] = [0, 0]
  // Up to the first wait each piece is worked on in its turn: rows are decided by those before them.
  await inFlight(piecesAtOnce, ahead(known()), async (piece) => {
    tell('comparing', rows, total)
    if (piece.kind === 'rows') {
      const planned = planRows(piece.rows, piece.known, taken)
      for (const row of planned) tally.addRow(row)
      const first = rows + 1
      rows += planned.length
      const shown = planned.map((row, at) => shownRow(row, keys, id, first + at))
      await keepRows(tx, institution, id, shown)
    } else {
      const shown = piece.problems.map((problem) => shownProblem(problem, decided))
      for (const problem of shown) tally.addProblem(problem)
      const first = problems + 1
      problems += shown.length
      await keepProblems(tx, institution, id, first, shown)
    }
  })
  return tally.counts
}

/** While the database writes one, the others are put together. */
const piecesAtOnce = 3

/** A piece, its rows with what the registers know of them. */
type KnownPiece =
  | { readonly kind: 'rows'; readonly rows: readonly ReadRow[]; readonly known: Known }
  | Extract<Piece, { kind: 'problems' }>
