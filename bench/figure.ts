import type { Ground, GroundSize } from './ground.ts'

/** One measured number, with what it is held against. */
export interface Figure {
  /** What was done, as a reader of the table knows it. */
  readonly what: string
  readonly unit: 'per s' | 'ms' | 'µs' | 'MB' | 'kB'
  readonly value: number
  /** The same work by the barest code that can do it, measured in turns with ours. */
  readonly floor?: number
  /** Ours to the floor, per pair of turns: the middle one, and the lowest and highest. */
  readonly ratio?: number
  readonly spread?: readonly [number, number]
  /** What the floor costs the processors, of server and PostgreSQL, to what ours does. */
  readonly cpu?: number
  readonly target?: Target
}

/** What a figure should reach: a part of the floor, or a number of its own unit. */
export type Target =
  | { readonly ratio: number }
  | { readonly atLeast: number }
  | { readonly atMost: number }

/** What a benchmark is given. Each `bench/<name>.bench.ts` exports `run(bench)`. */
export interface Bench {
  /** The long run: 100,000 achievements, longer turns. */
  readonly full: boolean
  /** Among a million achievements: what is asked one after the other, for how long one waits. */
  readonly million: boolean
  /**
   * PostgreSQL with seeded data, our server and the floor's; made at the first call, then shared.
   *
   * @param size  where what is measured does not depend on how much is there.
   */
  ground(size?: GroundSize): Promise<Ground>
}

/** What a file `<name>.bench.ts` exports as `run`. */
export type Run = (bench: Bench) => Promise<readonly Figure[]>

/** Whether a figure reaches its target; undefined where there is none. */
export function isReached({ value, ratio, target }: Figure): boolean | undefined {
  if (!target) return undefined
  if ('ratio' in target) return ratio !== undefined && ratio >= target.ratio
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  if (low === undefined || high === undefined) throw new TypeError('No number has no middle.')
  return (low + high) / 2
}

/** The figures as a Markdown table. */
export function table(figures: readonly (Figure & { readonly bench: string })[]): string {
  const rows = figures.map((figure) => [
    figure.bench,
    figure.what,
    `${shown(figure.value)} ${figure.unit}`,
    figure.floor === undefined ? '' : `${shown(figure.floor)} ${figure.unit}`,
    figure.ratio === undefined ? '' : figure.ratio.toFixed(2),
    figure.spread === undefined ? '' : figure.spread.map((one) => one.toFixed(2)).join('–'),
    figure.cpu === undefined ? '' : figure.cpu.toFixed(2),
    targetText(figure),
  ])
  const all = [['benchmark', 'what', 'ours', 'floor', 'ratio', 'spread', 'cpu', 'target'], ...rows]
  const widths = (all[0] ?? []).map((_, column) =>
    Math.max(...all.map((row) => width(row[column] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join(' | ')} |`
  const rule = line(widths.map((wide) => '-'.repeat(wide)))
  const [head = [], ...body] = all
  return [line(head), rule, ...body.map(line)].join('\n')
}

function targetText(figure: Figure): string {
  const { target } = figure
  if (!target) return ''
  const text =
    'ratio' in target
      ? `≥ ${target.ratio.toFixed(2)}`
      : 'atLeast' in target
        ? `≥ ${target.atLeast}`
        : `≤ ${target.atMost}`
  return `${text} ${isReached(figure) ? '✓' : '✗'}`
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}

/** Chinese characters take two places of a terminal. */
function width(text: string): number {
  return [...text].reduce((total, one) => total + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0)
}
