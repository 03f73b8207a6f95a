import { mul, type Ratio, ratio, roundDown, roundUp } from '@yizhuan/kit'
import { exceeds, type SplitLayer, type SplitRule, type Step } from './rule.ts'

// Floors and caps on what layers take: a rule of a house is held against those of the law before it counts.

/** The layers that a floor or cap of the law is about, by the name it has there. */
export const layersUnder: Readonly<Record<string, readonly SplitLayer[]>> = {
  contributors: ['contributors'],
  tto: ['office', 'company'],
}

/** A floor or cap as a share of the net income. */
export interface ShareLimit {
  readonly id: string
  readonly bound: 'floor' | 'ceiling'
  readonly share: Ratio
  /** Nothing may be taken instead. */
  readonly optional?: boolean | undefined
}

/** A floor or cap of the law on one distribution: whole fen, rounded by the law. */
export interface FenLimit {
  readonly id: string
  readonly bound: 'floor' | 'ceiling'
  readonly fen: bigint
  readonly optional?: boolean | undefined
}

/** A limit as it is of one net income: a floor is rounded up, a cap down. */
export function limitOf({ id, bound, share, optional }: ShareLimit, net: bigint): FenLimit {
  const exact = mul(share, ratio(net))
  return { id, bound, optional, fen: bound === 'floor' ? roundUp(exact) : roundDown(exact) }
}

/** Where a rule breaks a limit: from above that net income on. */
export interface LimitBroken {
  readonly id: string
  readonly above: bigint
}

/** The limits that a rule breaks, each from the least amount on. */
export function limitsBroken(
  rule: SplitRule,
  limits: readonly ShareLimit[],
): readonly LimitBroken[] {
  return limits.flatMap(({ id, bound, share, optional }) => {
    const layers = layersUnder[id]
    if (!layers) return []
    const taken = layers.map((layer) => rule.layers[layer] ?? [])
    if (optional && taken.flat().every(isNothing)) return []
    const limit: readonly Step[] = [{ above: 0n, share, fixed: 0n }]
    // By the deal so far every single step is held as well: a distribution may lie within one of them.
    const step = rule.basis === 'total' ? wrongStep(taken, share, bound) : undefined
    const above = bound === 'floor' ? exceeds([limit], taken) : exceeds(taken, [limit])
    const least = [above, step].filter((one) => one !== undefined).toSorted(ascending)[0]
    return least === undefined ? [] : [{ id, above: least }]
  })
}

const isNothing = ({ share, fixed }: Step) => share.n === 0n && fixed === 0n

/** The first amount above which the shares alone are below a floor or over a cap. */
function wrongStep(
  taken: readonly (readonly Step[])[],
  share: Ratio,
  bound: ShareLimit['bound'],
): bigint | undefined {
  const points = [0n, ...taken.flat().map(({ above }) => above)].toSorted(ascending)
  return points.find((point) => {
    const at = taken.map((steps) => within(steps, point))
    const limit: readonly Step[] = [{ above: 0n, share, fixed: 0n }]
    return (bound === 'floor' ? exceeds([limit], at) : exceeds(at, [limit])) !== undefined
  })
}

/** Steps as if the one in force above an amount were the only one, without sums. */
function within(steps: readonly Step[], point: bigint): readonly Step[] {
  const step = steps.findLast(({ above }) => above <= point)
  return step ? [{ ...step, above: 0n, fixed: 0n }] : []
}

const ascending = (one: bigint, other: bigint) => (one < other ? -1 : one > other ? 1 : 0)
