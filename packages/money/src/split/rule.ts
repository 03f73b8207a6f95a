import { add, compare, InputError, mul, parseRatio, type Ratio, ratio, sub } from '@yizhuan/kit'

// How a house shares net income out by its own rule: to each layer a share, or a fixed sum, step by step of
// the amount. What no layer takes stays with the institution.

/** Who takes a part by a rule, in the order in which a fen left over by rounding is given. */
export const splitLayers = ['contributors', 'department', 'office', 'company'] as const
export type SplitLayer = (typeof splitLayers)[number]

/** From above an amount on: a share of what is above it, up to the next step, and a sum once. */
export interface Step {
  readonly above: bigint
  readonly share: Ratio
  readonly fixed: bigint
}

/** Whether the steps count the net income of one distribution, or that of the deal so far. */
export const splitBases = ['each', 'total'] as const
export type SplitBasis = (typeof splitBases)[number]

export interface SplitRule {
  readonly basis: SplitBasis
  readonly layers: Readonly<Partial<Record<SplitLayer, readonly Step[]>>>
  /** Of what the office takes: the part of its dedicated staff, as a part of the net income. */
  readonly staff: readonly Step[]
}

/** A rule as it is written down: amounts in fen and shares as texts. */
export interface WrittenSplit {
  readonly basis: SplitBasis
  readonly layers: readonly { readonly layer: SplitLayer; readonly steps: readonly WrittenStep[] }[]
  readonly staff: readonly WrittenStep[]
}

export interface WrittenStep {
  readonly above: string
  readonly share: string | null
  readonly fixed: string | null
}

/** Reads a rule; the first thing that is wrong is named by its field. @throws {InputError} */
export function readSplit({ basis, layers, staff }: WrittenSplit): SplitRule {
  const read = layers.map(({ layer, steps }, at) => {
    if (layers.findIndex((one) => one.layer === layer) !== at)
      throw wrong(`layers[${at}].layer`, 'layer-twice', '同一层级写了两次', 'A layer stands twice')
    return [layer, readSteps(steps, `layers[${at}].steps`)] as const
  })
  const rule = {
    basis,
    layers: Object.fromEntries(read),
    staff: readSteps(staff, 'staff'),
  }
  mustStayWithin(rule)
  return rule
}

function readSteps(steps: readonly WrittenStep[], field: string): readonly Step[] {
  return steps.map(({ above, share, fixed }, at) => {
    const place = `${field}[${at}]`
    const before = steps[at - 1]
    const from = BigInt(above)
    if (before === undefined ? from !== 0n : from <= BigInt(before.above))
      throw wrong(
        `${place}.above`,
        'steps-in-order',
        '第一档须从 0 起，以后各档依次增大',
        'The first step begins at nought, and each later one above the one before',
      )
    const part = parseRatio(share ?? '0', `${place}.share`)
    if (part.n < 0n || compare(part, ratio(1)) > 0)
      throw wrong(`${place}.share`, 'share-of-whole', '比例须在 0 至 100% 之间', 'From 0 to 100%')
    return { above: from, share: part, fixed: BigInt(fixed ?? '0') }
  })
}

/** Nobody can be given more than there is, and the staff no more than the office. */
function mustStayWithin(rule: SplitRule): void {
  const taken = Object.values(rule.layers)
  const over = exceeds(taken, [whole])
  if (over !== undefined)
    throw wrong(
      'layers',
      'more-than-whole',
      `净收入超过 ${over} 分处，各层级合计超过净收入`,
      `Above ${over} fen the layers take more than the net income`,
    )
  if (exceeds([rule.staff], [rule.layers.office ?? []]) !== undefined)
    throw wrong(
      'staff',
      'staff-above-office',
      '专职人员部分超过转化部门部分',
      'The staff would take more than the office',
    )
}

const whole: readonly Step[] = [{ above: 0n, share: ratio(1), fixed: 0n }]

/** What steps come to of a net income; exact. A sum that begins above an amount is not owed at it. */
export function takenBy(steps: readonly Step[], net: bigint): Ratio {
  return steps.reduce((sum, { above, share, fixed }, at) => {
    if (net <= above) return sum
    const next = steps[at + 1]?.above
    const end = next === undefined || net < next ? net : next
    return add(sum, add(mul(share, ratio(end - above)), ratio(fixed)))
  }, ratio(0))
}

/** What several layers take together. */
export const takenTogether = (all: readonly (readonly Step[])[], net: bigint): Ratio =>
  all.map((steps) => takenBy(steps, net)).reduce(add, ratio(0))

/**
 * The net income from which on some steps take more than others, in whole fen; undefined when they never do.
 *
 * Between two steps both are straight lines: what holds at either end of each holds between them.
 */
export function exceeds(
  these: readonly (readonly Step[])[],
  those: readonly (readonly Step[])[],
): bigint | undefined {
  const steps = [...these, ...those].flat()
  const points = [...new Set([0n, ...steps.map(({ above }) => above)])].toSorted(ascending)
  for (const [at, point] of points.entries()) {
    // Just above a point every sum that begins there is owed, and next to nothing of a share.
    const gap = sub(justAbove(those, point), justAbove(these, point))
    if (gap.n < 0n) return point
    const next = points[at + 1]
    const slope = sub(shareAbove(those, point), shareAbove(these, point))
    if (next === undefined) return slope.n < 0n ? crossing(point, gap, slope) : undefined
    if (compare(takenTogether(those, next), takenTogether(these, next)) < 0)
      return crossing(point, gap, slope)
  }
  return undefined
}

/** The last whole fen up to which a gap that closes is not below nought. */
const crossing = (point: bigint, gap: Ratio, slope: Ratio): bigint =>
  point + (gap.n * slope.d) / (gap.d * -slope.n)

function justAbove(all: readonly (readonly Step[])[], point: bigint): Ratio {
  const begins = all.flat().filter(({ above }) => above === point)
  return begins.reduce((sum, { fixed }) => add(sum, ratio(fixed)), takenTogether(all, point))
}

function shareAbove(all: readonly (readonly Step[])[], point: bigint): Ratio {
  return all
    .map((steps) => steps.findLast(({ above }) => above <= point)?.share ?? ratio(0))
    .reduce(add, ratio(0))
}

const ascending = (one: bigint, other: bigint) => (one < other ? -1 : one > other ? 1 : 0)

const wrong = (field: string, code: string, zh: string, en: string) =>
  new InputError(field, code, { zh, en })
