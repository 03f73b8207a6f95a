// What concluded deals of the house came to, told so that no price of one of them can be read from it: of few
// deals nothing, of more the quarter points and no ends, each only as a span on a coarse ladder, and nothing
// where a looser choice less this one would leave a few (whoever asks twice could subtract).
import { percent, type Ratio, ratio, roundDown } from '@yizhuan/kit'

/** A concluded deal of this house, as far as a later price is compared with it. */
export interface Deal {
  readonly year: string
  readonly mode: string | null
  readonly exclusivity: string | null
  /** The kinds of achievement it transferred. */
  readonly kinds: readonly string[]
  /** Its field of use, in words. */
  readonly field: string | null
  readonly totalFen: bigint | null
  readonly upfrontFen: bigint | null
  /** The first rate of its royalty. */
  readonly rate: Ratio | null
}

/** Which deals are compared. */
export interface Choice {
  readonly kind?: string | undefined
  readonly mode?: string | undefined
  readonly exclusivity?: string | undefined
  readonly field?: string | undefined
}

/** Below so many deals nothing is told, and no choice may differ from a looser one by fewer. */
export const fewestDeals = 5

/** How many deals there are is told in these steps. */
const countSteps = [100, 50, 20, 10, fewestDeals]

/** From the lower rung to the one above. */
export interface Span {
  readonly low: bigint
  readonly high: bigint
}

/** Between which rungs half of some values lie, and the middle one of them. */
export interface Spread {
  readonly low: bigint
  readonly middle: Span
  readonly high: bigint
}

const rungs = [10n, 15n, 20n, 30n, 50n, 70n, 100n]

/** The rungs about a value: at it or below, and above it. */
export function spanAbout(value: bigint): Span {
  let power = 1n
  while (power * 10n <= value) power *= 10n
  const steps = [0n, ...rungs.map((rung) => (rung * power) / 10n)]
  const low = steps.findLast((step) => step <= value) ?? 0n
  return { low, high: steps.find((step) => step > value) ?? low }
}

/** The spread of values; undefined of too few. Neither the least nor the greatest is told of. */
export function spreadOf(values: readonly bigint[]): Spread | undefined {
  if (values.length < fewestDeals) return undefined
  const sorted = values.toSorted((a, b) => Number(a > b) - Number(a < b))
  const last = sorted.length - 1
  const about = (at: number) => spanAbout(sorted[at] ?? 0n)
  return {
    low: about(Math.ceil(last / 4)).low,
    middle: about(Math.floor(last / 2)),
    high: about(Math.floor((3 * last) / 4)).high,
  }
}

/** What a benchmark tells of the deals that a choice leaves. */
export function benchmarkOf(deals: readonly Deal[], choice: Choice) {
  const chosen = deals.filter((deal) => isChosen(deal, choice))
  const wider = looserChoices(choice, deals).map((loose) =>
    deals.filter((deal) => isChosen(deal, loose)),
  )
  const spread = (
    figureOf: (deal: Deal) => bigint | null,
    text: (value: bigint) => string = String,
  ) => {
    const known = (some: readonly Deal[]) => some.filter((deal) => figureOf(deal) !== null)
    const own = known(chosen)
    if (wider.some((all) => isSubtractable(known(all).length - own.length))) return null
    const found = spreadOf(own.map((deal) => figureOf(deal) ?? 0n))
    if (!found) return null
    const { low, middle, high } = found
    return {
      ...{ low: text(low), high: text(high) },
      middle: { low: text(middle.low), high: text(middle.high) },
    }
  }
  const withheld = withheldBy(chosen, wider)
  const years = chosen.map(({ year }) => year).toSorted()
  const [from, to] = [years[0], years.at(-1)]
  return {
    atLeast: countSteps.find((step) => chosen.length >= step) ?? 0,
    withheld,
    upfront: withheld ? null : spread(({ upfrontFen }) => upfrontFen),
    total: withheld ? null : spread(({ totalFen }) => totalFen),
    rate: withheld
      ? null
      : spread(
          ({ rate }) => rate && millionths(rate),
          (value) => percent(ratio(value, MILLION)),
        ),
    // Whose deals they were is not told, nor which of them came to what.
    years: withheld || from === undefined || to === undefined ? null : { from, to },
  }
}

const MILLION = 1_000_000n
const millionths = ({ n, d }: Ratio): bigint => roundDown(ratio(n * MILLION, d))

/** Why nothing is told: too few are left, or a looser choice differs by too few. */
function withheldBy(
  chosen: readonly Deal[],
  wider: readonly (readonly Deal[])[],
): 'few' | 'apart' | null {
  if (chosen.length < fewestDeals) return 'few'
  return wider.some((all) => isSubtractable(all.length - chosen.length)) ? 'apart' : null
}

const isSubtractable = (left: number): boolean => left > 0 && left < fewestDeals

function isChosen(deal: Deal, { kind, mode, exclusivity, field }: Choice): boolean {
  return (
    (kind === undefined || deal.kinds.includes(kind)) &&
    (mode === undefined || deal.mode === mode) &&
    (exclusivity === undefined || deal.exclusivity === exclusivity) &&
    (field === undefined || (deal.field ?? '').toLowerCase().includes(field.toLowerCase()))
  )
}

/** Every choice that leaves out something of this one: a filter, or words of the field. */
function looserChoices(choice: Choice, deals: readonly Deal[]): readonly Choice[] {
  let loosened: readonly Choice[] = [choice]
  for (const filter of ['kind', 'mode', 'exclusivity'] as const) {
    if (choice[filter] !== undefined)
      loosened = loosened.flatMap((one) => [one, { ...one, [filter]: undefined }])
  }
  const fields = [undefined, ...looserWords(choice.field, deals)]
  return loosened.flatMap((one) => [one, ...fields.map((field) => ({ ...one, field }))])
}

/** Parts of the words that leave other fields than the whole of them; each set of fields once. */
function looserWords(words: string | undefined, deals: readonly Deal[]): readonly string[] {
  if (words === undefined) return []
  const fields = [...new Set(deals.map(({ field }) => (field ?? '').toLowerCase()))]
  const signs = [...words.toLowerCase()]
  const found = new Map<string, string>()
  for (const from of signs.keys()) {
    for (let to = from + 1; to <= signs.length; to += 1) {
      const part = signs.slice(from, to).join('')
      const left = fields.flatMap((field, at) => (field.includes(part) ? [at] : [])).join()
      if (!found.has(left)) found.set(left, part)
    }
  }
  return [...found.values()]
}
