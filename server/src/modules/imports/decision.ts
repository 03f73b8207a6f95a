import type { Correction } from './correction.ts'

/** What a person decided about one place of a workbook; the latest decision of a place counts. */
export interface Decision {
  readonly kind: 'cell' | 'row' | 'problem'
  readonly sheet: string
  readonly row: number
  readonly column: string | null
  readonly code: string | null
  readonly choice: 'correct' | 'accept' | 'exclude' | 'undo'
  readonly value: string | null
  readonly by: string
  readonly at: string
}

/** All decisions of an import, folded: what holds now at each place. */
export interface Decided {
  readonly corrections: readonly Correction[]
  row(sheet: string, row: number): Decision | undefined
  problem(at: { sheet: string; row: number; column: string; code: string }): Decision | undefined
}

/** Folds decisions in their order. Pure. */
export function fold(decisions: readonly Decision[]): Decided {
  const cells = new Map<string, Decision>()
  const rows = new Map<string, Decision>()
  const problems = new Map<string, Decision>()
  for (const decision of decisions) {
    const { kind, sheet, row, column, code, choice } = decision
    const into = kind === 'cell' ? cells : kind === 'row' ? rows : problems
    const place = placeOf(sheet, row, column, code)
    if (choice === 'undo') into.delete(place)
    else into.set(place, decision)
  }
  return {
    corrections: [...cells.values()].map(({ sheet, row, column, value }) => ({
      sheet,
      row,
      column: column ?? '',
      value: value ?? '',
    })),
    // Asked of every row and problem; of most imports nothing is decided.
    row: (sheet, row) => (rows.size === 0 ? undefined : rows.get(placeOf(sheet, row, null, null))),
    problem: ({ sheet, row, column, code }) =>
      problems.size === 0 ? undefined : problems.get(placeOf(sheet, row, column, code)),
  }
}

function placeOf(sheet: string, row: number, column: string | null, code: string | null): string {
  return [sheet, row, column ?? '', code ?? ''].join('\n')
}
