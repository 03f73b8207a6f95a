import { compare, mul, ratio } from '@yizhuan/kit'
import fc from 'fast-check'
import { layersUnder, limitOf, type ShareLimit } from '../limits.ts'
import { type SplitLayer, type SplitRule, splitLayers, takenBy, takenTogether } from '../rule.ts'
import { type Split, splitBy } from '../split.ts'
import { anyLimits, anyNet, anyRule, broken } from './arbitrary.ts'

type Parts = Split['parts']
const all = [...splitLayers, 'institution'] as const

const sum = (parts: Parts, layers: readonly (keyof Parts)[] = all) =>
  layers.reduce((total, layer) => total + parts[layer], 0n)
const under = (id: string) => layersUnder[id] ?? []

/** Shares out under a floor and a cap, or without limits. */
const shared = (rule: SplitRule, net: bigint, before = 0n, limits: readonly ShareLimit[] = []) =>
  splitBy(rule, { net, before, limits: limits.map((limit) => limitOf(limit, net)) })

/** What holds of every split, said once and run a few times by day, many times by night. */
export const splitLaws: Readonly<Record<string, (runs: number) => void>> = {
  'parts sum to the net income, and none is below nought': (numRuns) =>
    fc.assert(
      fc.property(anyRule, anyNet, anyNet, anyLimits, (rule, net, before, limits) => {
        const { parts, staff } = shared(rule, net, before, limits.slice(0, 2))
        const isWhole = sum(parts) === net && all.every((one) => parts[one] >= 0n)
        return isWhole && staff >= 0n && staff <= parts.office
      }),
      { numRuns },
    ),
  'nobody is below a floor or above a cap': (numRuns) =>
    fc.assert(
      fc.property(anyRule, anyNet, anyNet, anyLimits, (rule, net, before, [floor, cap, least]) => {
        const { parts } = shared(rule, net, before, [floor, cap])
        const office = sum(shared(rule, net, before, [least]).parts, under('tto'))
        const fenOf = (limit: ShareLimit) => limitOf(limit, net).fen
        return (
          parts.contributors >= fenOf(floor) &&
          sum(parts, under('tto')) <= fenOf(cap) &&
          (office === 0n || office >= fenOf(least))
        )
      }),
      { numRuns },
    ),
  'without limits each part is its exact share, less than a fen apart': (numRuns) =>
    fc.assert(
      fc.property(anyRule, anyNet, (rule, net) => {
        const { parts } = shared({ ...rule, basis: 'each' }, net)
        return splitLayers.every((layer) => {
          const exact = takenBy(rule.layers[layer] ?? [], net)
          const part = parts[layer]
          return compare(ratio(part - 1n), exact) < 0 && compare(exact, ratio(part + 1n)) < 0
        })
      }),
      { numRuns },
    ),
  'whoever shares out more gives nobody less, but for the fen of rounding': (numRuns) =>
    fc.assert(
      fc.property(anyRule, anyNet, anyNet, (rule, net, more) => {
        const each = { ...rule, basis: 'each' as const }
        const [less, high] = [shared(each, net), shared(each, net + more)]
        return splitLayers.every((layer) => high.parts[layer] >= less.parts[layer] - 1n)
      }),
      { numRuns },
    ),
  'by the deal so far, receipt by receipt comes to what one receipt does, but for rounding': (
    numRuns,
  ) =>
    fc.assert(
      fc.property(anyRule, fc.array(anyNet, { minLength: 1, maxLength: 6 }), (rule, nets) => {
        const total = { ...rule, basis: 'total' as const, layers: withoutSums(rule) }
        let before = 0n
        const had = new Map<string, bigint>()
        for (const net of nets) {
          const { parts } = shared(total, net, before)
          for (const one of all) had.set(one, (had.get(one) ?? 0n) + parts[one])
          before += net
        }
        const once = shared(total, before).parts
        const apart = (one: keyof Parts) => (had.get(one) ?? 0n) - once[one]
        return all.every((one) => size(apart(one)) <= BigInt(nets.length + 1))
      }),
      { numRuns },
    ),
  'a rule that keeps a limit keeps it of every amount, and one that breaks it breaks it there': (
    numRuns,
  ) =>
    fc.assert(
      fc.property(
        anyRule,
        anyLimits.chain((limits) => fc.constantFrom(...limits)),
        anyNet,
        (given, limit, net) => {
          const rule = { ...given, basis: 'each' as const }
          const where = broken(rule, limit)
          if (where !== undefined) return !isKept(rule, limit, where.above + 1n)
          return net === 0n || isKept(rule, limit, net)
        },
      ),
      { numRuns },
    ),
}

function withoutSums({ layers }: SplitRule): SplitRule['layers'] {
  return Object.fromEntries(
    Object.entries(layers).map(([layer, steps]) => [
      layer,
      steps.map((step) => ({ ...step, fixed: 0n })),
    ]),
  )
}

/** Whether what layers take of an amount, exactly, is within a limit. */
function isKept({ layers }: SplitRule, limit: ShareLimit, net: bigint): boolean {
  const taken = under(limit.id).map((layer: SplitLayer) => layers[layer] ?? [])
  const isNothing = taken.flat().every(({ share, fixed }) => share.n === 0n && fixed === 0n)
  if (limit.optional && isNothing) return true
  const order = compare(takenTogether(taken, net), mul(limit.share, ratio(net)))
  return limit.bound === 'floor' ? order >= 0 : order <= 0
}

const size = (amount: bigint) => (amount < 0n ? -amount : amount)
