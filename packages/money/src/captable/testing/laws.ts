import { add, compare, mul, type Outcome, type Ratio, ratio, sub } from '@yizhuan/kit'
import fc from 'fast-check'
import {
  afterCancel,
  afterMove,
  afterRound,
  type CapFaults,
  type CapTable,
  capitalAfter,
  divided,
  heldBy,
  isWhole,
  type Round,
} from '../captable.ts'
import { carriedOver, ownCost } from '../result.ts'

// A slow calculator beside the fractions: the company is cut into units that are counted one holder at a
// time. New units are issued at the price of the old ones, so what anybody owns is a number of units.

type Units = readonly { readonly holder: string; readonly units: bigint }[]

/** What may befall the units: an issue at so much each, a hand-over, a giving back. */
type Step =
  | { readonly kind: 'issue'; readonly at: number; readonly units: bigint; readonly price: bigint }
  | { readonly kind: 'move'; readonly at: number; readonly to: number; readonly units: bigint }
  | { readonly kind: 'cancel'; readonly at: number; readonly units: bigint }

const names = ['医院', '公司', '甲', '乙', '资方'] as const
const nameAt = (at: number) => names[at % names.length] ?? ''

const formation = fc
  .array(fc.bigInt(1n, 1000n), { minLength: 1, maxLength: names.length })
  .map((all): Units => all.map((units, at) => ({ holder: nameAt(at), units })))

const at = fc.nat(names.length - 1)
const units = fc.bigInt(1n, 1500n)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('issue' as const), at, units, price: fc.bigInt(1n, 90_000n) }),
  fc.record({ kind: fc.constant('move' as const), at, to: at, units }),
  fc.record({ kind: fc.constant('cancel' as const), at, units }),
)
const life = fc.record({ formed: formation, steps: fc.array(step, { maxLength: 8 }) })

const total = (all: Units) => all.reduce((sum, one) => sum + one.units, 0n)
const unitsOf = (all: Units, holder: string) =>
  all.find((one) => one.holder === holder)?.units ?? 0n

function given(all: Units, holder: string, more: bigint): Units {
  const has = all.some((one) => one.holder === holder)
  const next = has
    ? all.map((one) => (one.holder === holder ? { holder, units: one.units + more } : one))
    : [...all, { holder, units: more }]
  return next.filter((one) => one.units > 0n)
}

/** The same step counted in units; undefined where it cannot be. */
function counted(all: Units, one: Step): Units | undefined {
  const holder = nameAt(one.at)
  if (one.kind === 'issue') return given(all, holder, one.units)
  if (unitsOf(all, holder) < one.units) return undefined
  const left = given(all, holder, -one.units)
  if (one.kind === 'cancel') return left.length === 0 ? undefined : left
  return nameAt(one.to) === holder ? undefined : given(left, nameAt(one.to), one.units)
}

/** The step in fractions of the company, of which the units before are the whole. */
function told(table: CapTable, all: Units, one: Step): Outcome<CapTable, CapFaults> {
  const from = nameAt(one.at)
  const share = ratio(one.units, total(all))
  switch (one.kind) {
    case 'issue': {
      const money = [{ holder: from, fen: one.units * one.price }]
      return afterRound(table, { preMoney: total(all) * one.price, money })
    }
    case 'move':
      return afterMove(table, { from, to: nameAt(one.to), share })
    case 'cancel':
      return afterCancel(table, { from, share })
  }
}

const inShares = (all: Units): CapTable =>
  all.map((one) => ({ holder: one.holder, share: ratio(one.units, total(all)) }))

/** Both calculators side by side through a life; what one refuses the other refuses. */
function lived({ formed, steps }: { formed: Units; steps: readonly Step[] }) {
  let [all, table] = [formed, inShares(formed)]
  const states = [{ all, table }]
  for (const one of steps) {
    const next = counted(all, one)
    const outcome = told(table, all, one)
    if ((next === undefined) !== (outcome.kind === 'refused')) return undefined
    if (next === undefined || outcome.kind === 'refused') continue
    ;[all, table] = [next, outcome.value]
    states.push({ all, table })
  }
  return states
}

const isSame = (one: CapTable, other: CapTable) =>
  one.length === other.length &&
  one.every(
    ({ holder, share }) =>
      compare(
        share,
        heldBy(other, (name) => name === holder),
      ) === 0,
  )

const acceptedOf = (outcome: Outcome<CapTable, CapFaults>) =>
  outcome.kind === 'accepted' ? outcome.value : undefined

const money = fc.uniqueArray(
  fc.record({ at, fen: fc.bigInt(1n, 900_000_000n) }).map((one) => ({
    holder: nameAt(one.at),
    fen: one.fen,
  })),
  { selector: ({ holder }) => holder, minLength: 1, maxLength: 4 },
)
const round: fc.Arbitrary<Round> = fc.record({ preMoney: fc.bigInt(1n, 9_000_000_000n), money })

/** What holds of every table of holders, said once and run a few times by day, many times by night. */
export const captableLaws: Readonly<Record<string, (runs: number) => void>> = {
  'the parts are the whole after whatever befell them': (numRuns) =>
    check(
      fc.property(life, (one) => lived(one)?.every(({ table }) => isWhole(table)) === true),
      numRuns,
    ),
  'the fractions are what a slow calculator counts unit by unit': (numRuns) =>
    check(
      fc.property(
        life,
        (one) => lived(one)?.every(({ all, table }) => isSame(table, inShares(all))) === true,
      ),
      numRuns,
    ),
  'in a round nobody of before loses worth, and new money buys its worth': (numRuns) =>
    check(
      fc.property(formation, round, (formed, asked) => {
        const before = inShares(formed)
        const after = acceptedOf(afterRound(before, asked)) ?? []
        const post = asked.money.reduce((sum, { fen }) => sum + fen, asked.preMoney)
        return names.every((name) => {
          const is = (holder: string) => holder === name
          const put = asked.money.find(({ holder }) => is(holder))?.fen ?? 0n
          const had = mul(heldBy(before, is), ratio(asked.preMoney))
          return compare(mul(heldBy(after, is), ratio(post)), add(had, ratio(put))) === 0
        })
      }),
      numRuns,
    ),
  'it is one in which order the investors of a round stand, and whether one comes after the other':
    (numRuns) =>
      check(
        fc.property(formation, round, (formed, asked) => {
          const before = inShares(formed)
          const once = acceptedOf(afterRound(before, asked))
          const turned = acceptedOf(
            afterRound(before, { ...asked, money: asked.money.toReversed() }),
          )
          let [table, worth] = [before, asked.preMoney]
          for (const one of asked.money) {
            table = acceptedOf(afterRound(table, { preMoney: worth, money: [one] })) ?? []
            worth += one.fen
          }
          return once !== undefined && isSame(once, turned ?? []) && isSame(once, table)
        }),
        numRuns,
      ),
  'what moves away and back again leaves everything as it was': (numRuns) =>
    check(
      fc.property(formation, fc.integer({ min: 1, max: 100 }), (formed, part) => {
        const before = inShares(formed)
        const first = before[0]
        if (!first) return false
        const share = mul(first.share, ratio(part, 100))
        const gone = acceptedOf(afterMove(before, { from: first.holder, to: '来者', share })) ?? []
        const back = acceptedOf(afterMove(gone, { from: '来者', to: first.holder, share })) ?? []
        return isWhole(gone) && isSame(before, back)
      }),
      numRuns,
    ),
  'the capital of everybody of before stays what it was when others put in more': (numRuns) =>
    check(
      fc.property(formation, fc.bigInt(1n, 900_000n), round, (formed, capital, asked) => {
        const before = inShares(formed)
        const after = acceptedOf(afterRound(before, asked)) ?? []
        const grown = capitalAfter(ratio(capital), asked)
        const news = new Set(asked.money.map(({ holder }) => holder))
        return before
          .filter(({ holder }) => !news.has(holder))
          .every(({ holder, share }) => {
            const now = heldBy(after, (name) => name === holder)
            return compare(mul(now, grown), mul(share, ratio(capital))) === 0
          })
      }),
      numRuns,
    ),
  'what is divided among the holders is what there was, none off by a fen': (numRuns) =>
    check(
      fc.property(formation, fc.bigInt(0n, 900_000_000n), (formed, amount) => {
        const table = inShares(formed)
        const parts = divided(table, amount)
        const isNear = parts.every(({ fen }, line) => {
          const exact = mul(table[line]?.share ?? ratio(0), ratio(amount))
          const off = sub(ratio(fen), exact)
          return compare(off, ratio(1)) < 0 && compare(off, ratio(-1)) > 0
        })
        return isNear && parts.reduce((sum, { fen }) => sum + fen, 0n) === amount
      }),
      numRuns,
    ),
  'of what equity had cost nothing is lost and nothing left over when all of it is given up': (
    numRuns,
  ) =>
    check(
      fc.property(fc.bigInt(0n, 900_000_000n), parts, money, (value, falling, given) => {
        const own = falling[0] ?? ratio(0)
        const cost = ownCost(value, own, add(own, ratio(7, 100)))
        const steps = falling.flatMap((before, line) => {
          const fen = given[line % given.length]?.fen ?? 0n
          return [
            { before, after: before, bought: fen },
            { before, after: before, writtenDown: fen / 3n },
            { before, after: falling[line + 1] ?? ratio(0) },
          ]
        })
        const found = carriedOver(cost, steps)
        const bought = steps.reduce((sum, one) => sum + (one.bought ?? 0n), cost)
        const gone = found.reduce((sum, one) => sum + one.basis + one.writtenDown, 0n)
        return found.every(({ left }) => left >= 0n) && gone === bought && found.at(-1)?.left === 0n
      }),
      numRuns,
    ),
}

/** Own parts that fall, the largest first. */
const parts: fc.Arbitrary<readonly Ratio[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 93 }), { minLength: 1, maxLength: 5 })
  .map((all) => all.toSorted((a, b) => b - a).map((part) => ratio(part, 100)))

function check(property: fc.IProperty<unknown>, numRuns: number): void {
  fc.assert(property as fc.IPropertyWithHooks<unknown>, { numRuns })
}
