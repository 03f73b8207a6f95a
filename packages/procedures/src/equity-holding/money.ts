// What the record of a holding says of money, act by act. Every act is held against what was said before
// it: what a correction, or a change entered late, moves of earlier figures is posted with it, in red where
// it is less. So the books are the holding's own figures, to the fen, whatever was put right since.
import { groupBy } from '@yizhuan/kit'
import type { MoneyEvent, PartAmount } from '@yizhuan/money'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import type { Act } from '../procedure/entry.ts'
import { actData } from './acts.ts'
import { dividendsIn } from './dividends.ts'
import { equityHolding } from './equity-holding.ts'
import { type Change, changesIn, costOf, isAllocated } from './events.ts'

const { all } = readers(actData)

/** The acts of a holding that may move money; of no other does its record need to be folded. */
export const holdingMoneyActs = [
  'holdingOpened',
  'openingCorrected',
  'formerEvent',
  'eventHandled',
  'dividendDeclared',
  'dividendReceived',
  'proceedsPaid',
  'entryStruck',
] as const

/** An event of money, the act it came of, and what shows it. */
export interface HoldingMoney {
  readonly seq: number
  readonly event: MoneyEvent
  readonly reference?: string
}

type Kind = MoneyEvent['kind']
type Sums = ReadonlyMap<Kind, ReadonlyMap<string, bigint>>

/** Every event of money of a holding, in the order of its record. */
export function holdingMoney(acts: readonly Act[]): readonly HoldingMoney[] {
  let state: ActsState | undefined
  let before: Sums = new Map()
  return acts.flatMap((act) => {
    state = equityHolding.evolve(state, act)
    if (!holdingMoneyActs.some((type) => type === act.type)) return []
    const now = sumsOf(state)
    const found = differences(before, now)
    before = now
    const reference = referenceOf(act)
    return found.map(({ kind, parts }) => ({
      seq: act.seq,
      event: { kind, on: act.on, parts },
      ...(reference !== undefined && { reference }),
    }))
  })
}

/** What shows it: the voucher, who bought the part, or why something was put right. */
function referenceOf({ data }: Act): string | undefined {
  const told = data['voucher'] ?? data['proof'] ?? data['counterparty'] ?? data['reason']
  return told === undefined ? undefined : String(told)
}

/** What moved in each kind of event, part by part; the same as before leaves nothing. */
function differences(before: Sums, now: Sums): readonly Pick<MoneyEvent, 'kind' | 'parts'>[] {
  const kinds = [...new Set([...before.keys(), ...now.keys()])]
  return kinds.flatMap((kind) => {
    const [was, is] = [before.get(kind), now.get(kind)]
    const names = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
    const moved = names.flatMap((name): [string, readonly PartAmount[]][] => {
      const fen = (is?.get(name) ?? 0n) - (was?.get(name) ?? 0n)
      return fen === 0n ? [] : [[name, [{ fen }]]]
    })
    return moved.length === 0 ? [] : [{ kind, parts: partsOf(kind, moved) }]
  })
}

/** What was paid to people is told apart by them. */
function partsOf(
  kind: Kind,
  moved: readonly (readonly [string, readonly PartAmount[]])[],
): MoneyEvent['parts'] {
  if (kind !== 'equityProceedsPaid') return Object.fromEntries(moved)
  return {
    paid: moved.flatMap(([payee, amounts]) =>
      amounts.map(({ fen }) => ({ fen, person: nameIn(payee) })),
    ),
  }
}

/** Who was paid: two of one name are two, where the register knows them. */
const payeeOf = ({
  name,
  person = '',
}: {
  readonly name: string
  readonly person?: string | undefined
}) => `${person} ${name}`
const nameIn = (payee: string) => payee.slice(payee.indexOf(' ') + 1)

/** All that a record says of money, summed by kind and part. */
function sumsOf(state: ActsState): Sums {
  const sums = new Map<Kind, Map<string, bigint>>()
  const say = (kind: Kind, parts: Readonly<Record<string, bigint>>) => {
    const known = sums.get(kind) ?? new Map<string, bigint>()
    for (const [part, fen] of Object.entries(parts)) known.set(part, (known.get(part) ?? 0n) + fen)
    sums.set(kind, known)
  }
  say('equityContributed', { contributed: costOf(state) })
  for (const change of changesIn(state)) {
    const { bought, carried } = change
    say('equityBought', { bought })
    say('equityWrittenDown', { writtenDown: carried.writtenDown })
    if (change.isGivenUp) say(...givenUp(change))
  }
  for (const { data } of all(state, 'proceedsPaid'))
    for (const line of data.lines)
      say('equityProceedsPaid', { [payeeOf(line)]: BigInt(line.amount) })
  sayDividends(state, say)
  return sums
}

type Say = (kind: Kind, parts: Readonly<Record<string, bigint>>) => void

/**
 * What a company declared is owed from that day on; what came for the year takes it off, the rest is income. What
 * came and names no year takes off what is left of any.
 */
function sayDividends(state: ActsState, say: Say): void {
  const declared = groupBy(dividendsIn(state), ({ year }) => yearIn(year))
  const received = groupBy(all(state, 'dividendReceived'), ({ data }) => yearIn(data.year ?? ''))
  const cameFor = (year: string) =>
    sumOf((received.get(year) ?? []).map(({ data }) => BigInt(data.amount)))
  let open = 0n
  for (const [year, dividends] of declared) {
    const parts = dividends.flatMap((one) => one.parts)
    const owed = sumOf(parts.filter(({ isHouse }) => isHouse).map(({ fen }) => fen))
    const came = cameFor(year)
    say('dividendDeclared', { declared: owed })
    const cleared = lesser(came, owed)
    open += owed - cleared
    if (owed === 0n) say('dividendReceived', { received: came })
    else say('dividendCleared', { cleared, beyond: came - cleared })
  }
  for (const year of received.keys()) {
    if (declared.has(year)) continue
    const came = cameFor(year)
    const cleared = year === '' ? lesser(came, open) : 0n
    say('dividendCleared', { cleared })
    say('dividendReceived', { received: came - cleared })
  }
}

/** A year as people write it: `2025`, `2025年`. */
const yearIn = (said: string) => /\d{4}/.exec(said)?.[0] ?? said.trim()

function lesser(one: bigint, other: bigint): bigint {
  if (one < other) return one
  return other
}

const sumOf = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n)

/** A part that was given up: its cost goes, and money comes for it, other equity, or none. */
function givenUp(change: Change): readonly [Kind, Readonly<Record<string, bigint>>] {
  const { price, costs, period } = change
  const { basis } = change.carried
  if (isAllocated(change)) return ['equityAllocated', { basis, costs }]
  // What comes for it is other equity: a holding of its own brings that in.
  if (period.matter === 'outward_investment') return ['equityReinvested', { basis, costs }]
  const kind = period.matter === 'liquidation' ? 'equityLiquidated' : 'equityDisposed'
  return [kind, { basis, price, costs }]
}
