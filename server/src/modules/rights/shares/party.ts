import {
  accept,
  add,
  allocate,
  compare,
  type Day,
  type Fen,
  type Outcome,
  parseRatio,
  ratio,
  ratioText,
  refuse,
} from '@yizhuan/kit'

// Who owns a right with the house, and who bears what of its fees.

/** The house itself, another owner, or somebody who bears fees by a licence. */
export const partyRoles = ['own', 'owner', 'licensee'] as const
export type PartyRole = (typeof partyRoles)[number]

/** One of those who own a right or bear its fees. */
export interface Party {
  readonly name: string
  readonly role: PartyRole
  /** What it owns; of a licensee nothing. */
  readonly title: string | null
  /** What it bears of the fees. */
  readonly cost: string
  /** Through what year the office reduces its fees. */
  readonly reducedUntil: number | null
}

/** Who owns and bears from a day on, until the next set begins. */
export interface PartySet {
  readonly from: string
  readonly parties: readonly Party[]
}

/** Why parties are not recorded; `at` counts from nothing. */
export interface PartyRefusals {
  'party-named-twice': { readonly at: string; readonly name: string }
  'own-party-once': Record<string, never>
  'licensee-owns-nothing': { readonly at: string; readonly name: string }
  'titles-must-total-one': { readonly sum: string }
  'costs-must-total-one': { readonly sum: string }
  'parties-in-future': { readonly today: string }
}

/** Whether parties can stand: the house once among them, the title whole, and the fees whole. */
export function decideParties(
  { from, parties }: PartySet,
  today: string,
): Outcome<true, PartyRefusals> {
  if (from > today) return refuse('parties-in-future', { today })
  const names = parties.map(({ name }) => name)
  const twice = names.findIndex((name, at) => names.indexOf(name) < at)
  if (twice >= 0) return refuse('party-named-twice', { at: `${twice}`, name: names[twice] ?? '' })
  if (parties.filter(({ role }) => role === 'own').length !== 1) return refuse('own-party-once', {})
  const owning = parties.findIndex(({ role, title }) => role === 'licensee' && title !== null)
  if (owning >= 0) {
    return refuse('licensee-owns-nothing', { at: `${owning}`, name: names[owning] ?? '' })
  }
  const titles = sumOf(parties.map(({ title }) => title ?? '0%'))
  if (compare(titles, ratio(1)) !== 0) {
    return refuse('titles-must-total-one', { sum: ratioText(titles) })
  }
  const costs = sumOf(parties.map(({ cost }) => cost))
  return compare(costs, ratio(1)) === 0
    ? accept(true)
    : refuse('costs-must-total-one', { sum: ratioText(costs) })
}

const sumOf = (shares: readonly string[]) =>
  shares.map((share) => parseRatio(share, 'parties.share')).reduce(add, ratio(0))

/** The set that holds on a day; sets in the order of their days, those of one day as they were recorded. */
export function partiesOn(sets: readonly PartySet[], day: string): readonly Party[] {
  return sets.findLast(({ from }) => from <= day)?.parties ?? []
}

/**
 * How many own a right since the newest set, and through what year the fees of all of them are reduced, from day to
 * day. Where nothing was ever said of reductions the event of the docket stands alone; a later set that says nothing
 * leaves each owner as they stood, and who comes to own then has no reduction until one is recorded anew.
 */
export function ownersIn(sets: readonly PartySet[]) {
  const newest = sets.at(-1)
  if (!newest) return {}
  // Of what was recorded for one day the newest holds, and only what holds is carried on.
  const holding = sets.filter(({ from }, at) => sets[at + 1]?.from !== from)
  let standing: ReadonlyMap<string, number | null> | undefined
  const qualified = holding.map((set) => {
    const owners = owning(set)
    const isTold = owners.some(({ reducedUntil }) => reducedUntil !== null)
    const before = standing
    const yearOf = (owner: Party) => {
      if (isTold) return owner.reducedUntil
      return before ? (before.get(ownerKey(owner)) ?? null) : Number.POSITIVE_INFINITY
    }
    standing = new Map(owners.map((owner) => [ownerKey(owner), yearOf(owner)]))
    const years = [...standing.values()]
    const known = years.filter((year) => year !== null)
    return {
      from: set.from as Day,
      until: known.length < years.length ? null : Math.min(...known),
      ...(!isTold && { isUntold: true as const }),
    }
  })
  return { ownersTold: owning(newest).length, ownersFrom: newest.from as Day, qualified }
}

const owning = ({ parties }: PartySet) => parties.filter(({ role }) => role !== 'licensee')

/** The house is the same by whatever name it was written. */
const ownerKey = ({ role, name }: Party) => (role === 'own' ? 'own' : `owner/${name}`)

/** What of a fee each party bears: the parts sum to it. */
export function borneBy(parties: readonly Party[], paid: Fen): readonly Fen[] {
  if (parties.length === 0) return []
  return allocate(
    paid,
    parties.map(({ cost }) => parseRatio(cost)),
  ).parts
}

/** A fee of a right that was paid. */
export interface PaidFee {
  readonly event: string
  readonly on: string
  readonly fen: Fen
}

/** A claim on somebody for a fee, or what came of it. */
export interface CostEntry {
  readonly event: string
  readonly party: string
  readonly kind: 'claimed' | 'received'
  readonly fen: bigint
}

/** To be claimed, claimed and waiting, settled, or more was claimed than is owed. */
export const costStates = ['open', 'claimed', 'settled', 'over'] as const
export type CostState = (typeof costStates)[number]

/** What one party owes of one paid fee. */
export interface CostShare {
  readonly event: string
  readonly party: string
  readonly role: PartyRole | null
  readonly share: string | null
  readonly owed: bigint
  readonly claimed: bigint
  readonly received: bigint
  readonly state: CostState
}

/**
 * What others owe of the fees that were paid, and what became of it. Whoever was claimed and is no party any more
 * owes nothing and stands there still.
 *
 * @param entries  those that were not taken back.
 */
export function costShares(
  sets: readonly PartySet[],
  fees: readonly PaidFee[],
  entries: readonly CostEntry[],
): readonly CostShare[] {
  return fees.flatMap(({ event, on, fen }) => {
    const parties = partiesOn(sets, on)
    const parts = borneBy(parties, fen)
    const own = entries.filter((one) => one.event === event)
    const others = parties.flatMap((party, at) =>
      party.role === 'own' || parts[at] === 0n
        ? []
        : [{ ...party, owed: parts[at] ?? 0n, share: party.cost as string | null }],
    )
    const gone = [...new Set(own.map(({ party }) => party))]
      .filter((name) => !others.some((one) => one.name === name))
      .map((name) => ({ name, role: null, owed: 0n, share: null }))
    return [...others, ...gone].map(({ name, role, owed, share }) => {
      const sum = (kind: CostEntry['kind']) =>
        own
          .filter((one) => one.party === name && one.kind === kind)
          .reduce((all, one) => all + one.fen, 0n)
      const [claimed, received] = [sum('claimed'), sum('received')]
      const state = stateOf({ owed, claimed, received })
      return { event, party: name, role, share, owed, claimed, received, state }
    })
  })
}

function stateOf({ owed, claimed, received }: Pick<CostShare, 'owed' | 'claimed' | 'received'>) {
  if (claimed > owed) return 'over'
  if (claimed < owed) return 'open'
  return received < claimed ? 'claimed' : 'settled'
}

/** Why a claim or a receipt is not recorded. */
export interface CostRefusals {
  'cost-in-future': { readonly today: string }
  'cost-before-fee': { readonly on: string }
  'no-such-share': { readonly party: string }
  'claim-beyond-share': { readonly left: string }
  'receipt-beyond-claim': { readonly left: string }
}

/** Whether a claim or a receipt fits what is owed, claimed and received. */
export function decideCost(
  share: CostShare | undefined,
  entry: { readonly party: string; readonly kind: CostEntry['kind']; readonly fen: bigint },
): Outcome<true, CostRefusals> {
  if (!share) return refuse('no-such-share', { party: entry.party })
  const left =
    entry.kind === 'claimed' ? share.owed - share.claimed : share.claimed - share.received
  if (entry.fen <= left) return accept(true)
  const facts = { left: `${left > 0n ? left : 0n}` }
  return entry.kind === 'claimed'
    ? refuse('claim-beyond-share', facts)
    : refuse('receipt-beyond-claim', facts)
}
