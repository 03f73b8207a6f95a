import type { Day } from '@yizhuan/kit'

/** What was to arrive and what has arrived, added up to the end of a day, in fen. */
export interface CurvePoint {
  readonly on: Day
  readonly expected: bigint
  readonly received: bigint
}

/** The cumulative curve of a contract: a point for every day on which something falls due or arrives. */
export function curveOf(
  expected: readonly { readonly on: Day; readonly fen: bigint }[],
  received: readonly { readonly on: Day; readonly fen: bigint }[],
): readonly CurvePoint[] {
  const days = [...new Set([...expected, ...received].map(({ on }) => on))].toSorted()
  const upTo = (lines: typeof expected, day: Day) =>
    lines.reduce((sum, { on, fen }) => (on <= day ? sum + fen : sum), 0n)
  return days.map((on) => ({
    on,
    expected: upTo(expected, on),
    received: upTo(received, on),
  }))
}
