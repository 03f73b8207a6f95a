import { allocate, compare, type Fen, type Ratio, ratio, roundUp, sub } from '@yizhuan/kit'
import { type FenLimit, layersUnder } from './limits.ts'
import { type SplitLayer, type SplitRule, type Step, splitLayers, takenBy } from './rule.ts'

/** Who takes what of a distribution; the parts sum to its net income. */
export interface Split {
  readonly parts: Readonly<Record<SplitLayer | 'institution', bigint>>
  /** Within what the office takes. */
  readonly staff: bigint
  /** Limits that moved something: what the law took from where the rule would have put it. */
  readonly moved: readonly { readonly id: string; readonly fen: bigint }[]
}

type Parts = Record<SplitLayer | 'institution', bigint>

const receivers = [...splitLayers, 'institution'] as const

/**
 * Shares a net income out by a rule, within the limits of the law.
 *
 * Parts are whole fen by the method of largest remainder in the order of the layers, the institution last; a
 * cap then gives what is too much to the institution, and a floor takes what is lacking from the back.
 *
 * @param net     of this distribution; not negative.
 * @param before  what the deal had brought in distributions before, where the rule counts the deal so far.
 */
export function splitBy(
  rule: SplitRule,
  { net, before, limits }: { net: bigint; before: bigint; limits: readonly FenLimit[] },
): Split {
  const parts = rounded(rule, net, before)
  const moved = [
    ...limits.filter(({ bound }) => bound === 'ceiling').map((limit) => lower(parts, limit)),
    ...limits.filter(({ bound }) => bound === 'floor').map((limit) => raise(parts, limit)),
  ].filter(({ fen }) => fen > 0n)
  const staff = roundUp(sliceOf(rule, rule.staff, net, before))
  return { parts, staff: least(staff, parts.office), moved }
}

function rounded(rule: SplitRule, net: bigint, before: bigint): Parts {
  const exact = splitLayers.map((layer) => sliceOf(rule, rule.layers[layer] ?? [], net, before))
  const left = exact.reduce(sub, ratio(net))
  // A sum that falls due within a small receipt may be more than it: then it is shared in proportion.
  const rest = compare(left, ratio(0)) > 0 ? left : ratio(0)
  const { parts } =
    net === 0n ? { parts: [] as readonly Fen[] } : allocate(net as Fen, [...exact, rest])
  return Object.fromEntries(receivers.map((one, at) => [one, parts[at] ?? 0n])) as Parts
}

function sliceOf(rule: SplitRule, steps: readonly Step[], net: bigint, before: bigint): Ratio {
  if (rule.basis === 'each') return takenBy(steps, net)
  return sub(takenBy(steps, before + net), takenBy(steps, before))
}

function lower(parts: Parts, { id, fen }: FenLimit): { id: string; fen: bigint } {
  const layers = layersUnder[id] ?? []
  const over = sumOf(parts, layers) - fen
  if (layers.length === 0 || over <= 0n) return { id, fen: 0n }
  take(parts, layers.toReversed(), over)
  parts.institution += over
  return { id, fen: over }
}

function raise(parts: Parts, { id, fen, optional }: FenLimit): { id: string; fen: bigint } {
  const layers = layersUnder[id] ?? []
  const have = sumOf(parts, layers)
  const [first] = layers
  const lack = fen - have
  if (!first || lack <= 0n || (optional && have === 0n)) return { id, fen: 0n }
  const others = receivers.toReversed().filter((one) => !layers.some((layer) => layer === one))
  const got = take(parts, others, lack)
  parts[first] += got
  return { id, fen: got }
}

/** Takes an amount from some, the first first; as much as they have. */
function take(parts: Parts, from: readonly (SplitLayer | 'institution')[], amount: bigint): bigint {
  let left = amount
  for (const one of from) {
    const part = least(parts[one], left)
    parts[one] -= part
    left -= part
  }
  return amount - left
}

const sumOf = (parts: Parts, layers: readonly SplitLayer[]): bigint =>
  layers.reduce((sum, layer) => sum + parts[layer], 0n)

function least(one: bigint, other: bigint): bigint {
  if (one <= other) return one
  return other
}
