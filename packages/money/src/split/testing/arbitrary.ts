import { InputError, ratio } from '@yizhuan/kit'
import fc from 'fast-check'
import { limitsBroken, type ShareLimit } from '../limits.ts'
import { readSplit, type SplitRule, splitLayers, type WrittenSplit } from '../rule.ts'

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n })
const percent = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((n) => `${n}/10000`)

const steps = (most: number) =>
  fc
    .array(
      fc.record({
        above: amount,
        share: percent(most),
        fixed: fc.integer({ min: 0, max: 10_000 }),
      }),
      { maxLength: 4 },
    )
    .map((given) => {
      const byStart = new Map(given.map((one) => [one.above, one]))
      const sorted = [...byStart.values()].toSorted((a, b) => (a.above < b.above ? -1 : 1))
      return sorted.map(({ above, share, fixed }, at) => ({
        above: at === 0 ? '0' : `${above}`,
        share,
        fixed: at === 0 ? null : `${fixed}`,
      }))
    })

const most = { contributors: 76, department: 7, office: 9, company: 8 } as const

/** A rule as a house may write it; a few take more than there is. */
const anyWritten: fc.Arbitrary<WrittenSplit> = fc
  .record({
    basis: fc.constantFrom('each' as const, 'total' as const),
    layers: fc.tuple(
      ...splitLayers.map((layer) => steps(most[layer]).map((one) => ({ layer, steps: one }))),
    ),
    hasStaff: fc.boolean(),
  })
  .map(({ basis, layers, hasStaff }) => ({
    basis,
    layers: layers.filter(({ steps: some }) => some.length > 0),
    staff: hasStaff ? (layers.find(({ layer }) => layer === 'office')?.steps ?? []) : [],
  }))

/** A rule that can be read. */
export const anyRule: fc.Arbitrary<SplitRule> = anyWritten
  .map((written) => {
    try {
      return readSplit(written)
    } catch (error) {
      if (error instanceof InputError) return undefined
      throw error
    }
  })
  .filter((rule) => rule !== undefined)

export const anyNet = fc.oneof(
  fc.bigInt({ min: 0n, max: 300n }),
  fc.bigInt({ min: 0n, max: 10n ** 13n }),
)

/** A floor, a cap beside it, and a floor of what may go without: whatever shares a law sets. */
export const anyLimits = fc
  .tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000))
  .map(([least, most, some]): readonly [floor: ShareLimit, cap: ShareLimit, least: ShareLimit] => [
    { id: 'contributors', bound: 'floor', share: ratio(least, 1000) },
    { id: 'tto', bound: 'ceiling', share: ratio(most, 1000) },
    { id: 'tto', bound: 'floor', share: ratio(some, 1000), optional: true },
  ])

/** Limits of examples; no law is asked here. */
export const floorOf70: ShareLimit = { id: 'contributors', bound: 'floor', share: ratio(7, 10) }
export const capOf15: ShareLimit = { id: 'tto', bound: 'ceiling', share: ratio(15, 100) }
export const broken = (rule: SplitRule, limit: ShareLimit) => limitsBroken(rule, [limit])[0]
