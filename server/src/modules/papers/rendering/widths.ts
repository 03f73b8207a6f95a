import type { ComposedBlock, Run } from '@yizhuan/procedures'

/** What a cell keeps free at its sides, in signs. */
const PADDING = 1.8

/** Columns are as wide as what they hold, within bounds: a short one stays narrow, a long one wraps. */
export function widthsOf({
  columns,
  rows,
  foot,
}: Extract<ComposedBlock, { is: 'rows' }>): readonly number[] {
  return columns.map((name, at) => {
    const cells = [...rows.map((row) => row[at]), foot[at]]
    const longest = Math.max(...cells.map(lengthOf), name.length)
    return Math.min(Math.max(longest, 3), 18) + PADDING
  })
}

/** Latin signs are half as wide as Chinese ones. */
function lengthOf(runs: readonly Run[] | undefined): number {
  const text = (runs ?? []).map((run) => run.text).join('')
  return [...text].reduce((width, sign) => width + (sign.charCodeAt(0) < 0x2000 ? 0.65 : 1), 0)
}
