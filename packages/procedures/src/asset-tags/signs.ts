// The tags of an achievement by what the registers and its cases show of it: rights obtained and lost,
// intentions, contracts, findings on the stage. Nobody types a tag; each can be opened to its signs.
import {
  type AssetEvent,
  type AssetStanding,
  type AssetTags,
  after,
  disclosed,
  type LossCause,
  tagsOf,
} from './tags.ts'

/** What a sign tells. `of` is the right, contract or intention, so that two who tell of one are heard once. */
export type Told =
  | { readonly what: 'right_obtained' | 'intended' | 'contract_signed'; readonly of: string }
  | { readonly what: 'intention_withdrawn' | 'contract_fell'; readonly of?: string }
  | {
      readonly what: 'right_lost'
      readonly of?: string
      readonly cause: LossCause
    }
  | {
      readonly what: 'stage_decided'
      readonly conditionsMet: boolean
      readonly inseparable: boolean
      readonly evidence: readonly { readonly kind: string; readonly document: string }[]
    }
  | {
      readonly what: 'development_ended'
      readonly assetFormed: boolean
      /** Where it was given up: why, after which evaluation and by which decision. */
      readonly reason?: string
      readonly evaluation?: string
      readonly approval?: string
    }

/** Something that happened to an achievement; the day is as precise as known, empty where nobody knows it. */
export type Sign<Source = unknown> = Told & { readonly on: string; readonly source: Source }

/** How an achievement stands on a day, and by which signs. */
export interface Tagged<Source = unknown> {
  readonly tags: AssetTags
  readonly standing: AssetStanding
  /** Undefined while development runs, or never began. */
  readonly assetFormed: boolean | undefined
  /** The day on which development ended. */
  readonly endedOn: string | undefined
  readonly grounds: Readonly<Record<'attribute' | 'stage' | 'conversion', readonly Sign<Source>[]>>
}

/** The articles the tags rest on: what they are called, and what decides on them. */
export const tagArticles = {
  attribute: ['sh-pilot-ledger#1-2/a5.p1', 'sh-pilot-ledger#1-2/a7.p2'],
  stage: ['sh-pilot-ledger#1-2/a8.p1.i2', 'sh-pilot-ledger#1-2/a9.p1'],
  conversion: ['sh-pilot-ledger#1-2/a7.p2'],
} as const

const bearing: Readonly<Record<Told['what'], readonly (keyof typeof tagArticles)[]>> = {
  right_obtained: ['attribute'],
  right_lost: ['attribute'],
  intended: ['conversion', 'stage'],
  intention_withdrawn: ['conversion', 'stage'],
  contract_signed: ['conversion', 'stage'],
  contract_fell: ['conversion', 'stage'],
  stage_decided: ['stage'],
  development_ended: ['stage'],
}

/** What of an achievement holds at a moment: the tags count each right, contract and intention once. */
interface Held {
  readonly rights: readonly string[]
  readonly contracts: readonly string[]
  readonly intentions: readonly string[]
}

/** How an achievement stood at the end of a day. */
export function taggedOn<Source>(signs: readonly Sign<Source>[], day: string): Tagged<Source> {
  const known = inOrder(signs.filter(({ on }) => on <= day))
  let held = nothing
  let standing = disclosed
  for (const sign of known) {
    standing = eventsOf(sign, held).reduce(after, standing)
    held = holding(held, sign)
  }
  // A later finding that the conditions are met begins development anew.
  const last = known.findLast(
    (sign) =>
      sign.what === 'development_ended' || (sign.what === 'stage_decided' && sign.conditionsMet),
  )
  const ended = last?.what === 'development_ended' ? last : undefined
  const bears = (tag: keyof typeof tagArticles) =>
    known.filter(({ what }) => bearing[what].includes(tag))
  return {
    standing,
    tags: tagsOf(standing),
    assetFormed: ended?.assetFormed,
    endedOn: ended?.on,
    grounds: {
      attribute: bears('attribute'),
      stage: bears('stage'),
      conversion: bears('conversion'),
    },
  }
}

/** The tags through a stretch of days that begins with `since`, the last one without an end. */
export interface TagPeriod {
  /** As precise as the sign that began it; empty where nobody knows its day. */
  readonly since: string
  readonly tags: AssetTags
}

/** How the tags became what they are: each stretch of days through which they stayed the same. */
export function tagPeriods(signs: readonly Sign[]): readonly TagPeriod[] {
  const days = [...new Set(signs.map(({ on }) => on))].toSorted()
  const periods: TagPeriod[] = []
  let before = untouched
  for (const since of days) {
    const { tags } = taggedOn(signs, since)
    if (!areSame(tags, before)) periods.push({ since, tags })
    before = tags
  }
  return periods
}

/** The tags of an achievement of which nothing was told. */
export const untouched: AssetTags = tagsOf(disclosed)

function areSame(one: AssetTags, other: AssetTags): boolean {
  const { attribute, stage, conversion, count } = one
  return (
    attribute === other.attribute &&
    stage === other.stage &&
    conversion === other.conversion &&
    count === other.count
  )
}

/** The rights, contracts and intentions that stand after signs in their order. */
export const heldIn = (signs: readonly Told[]): Held => signs.reduce(holding, nothing)

const nothing: Held = { rights: [], contracts: [], intentions: [] }

/** By their days; of one day, in the order in which they were told. */
function inOrder<Source>(signs: readonly Sign<Source>[]): readonly Sign<Source>[] {
  return signs.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

function holding(held: Held, sign: Told): Held {
  switch (sign.what) {
    case 'right_obtained':
      return { ...held, rights: withOne(held.rights, sign.of) }
    case 'right_lost':
      return { ...held, rights: without(held.rights, sign.of) }
    case 'contract_signed':
      return { ...held, contracts: withOne(held.contracts, sign.of) }
    case 'contract_fell':
      return { ...held, contracts: without(held.contracts, sign.of) }
    case 'intended':
      return { ...held, intentions: withOne(held.intentions, sign.of) }
    case 'intention_withdrawn':
      return { ...held, intentions: without(held.intentions, sign.of) }
    default:
      return held
  }
}

/** What a sign comes to for the tags; nothing where it was known, or where another right still stands. */
function eventsOf(sign: Told, { rights, contracts, intentions }: Held): readonly AssetEvent[] {
  switch (sign.what) {
    case 'right_obtained':
      return [{ kind: 'right_obtained' }]
    case 'right_lost':
      return rights.length > 0 && without(rights, sign.of).length > 0
        ? []
        : [{ kind: 'right_lost', cause: sign.cause }]
    case 'contract_signed':
      return contracts.includes(sign.of) ? [] : [{ kind: 'contract_signed' }]
    case 'contract_fell':
      return without(contracts, sign.of).length < contracts.length
        ? [{ kind: 'contract_fell' }]
        : []
    case 'intended':
      return [{ kind: 'intention', isClear: true }]
    case 'intention_withdrawn':
      return [{ kind: 'intention', isClear: without(intentions, sign.of).length > 0 }]
    case 'stage_decided':
      return [
        {
          kind: 'development_shown',
          conditionsMet: sign.conditionsMet,
          evidence: sign.evidence.length,
        },
        ...(sign.inseparable ? [{ kind: 'costs_inseparable' as const }] : []),
      ]
    case 'development_ended':
      return []
  }
}

const withOne = (all: readonly string[], one: string) => (all.includes(one) ? all : [...all, one])

/** Without the one that is named; without the latest where none is. */
const without = (all: readonly string[], one: string | undefined) =>
  one === undefined ? all.slice(0, -1) : all.filter((each) => each !== one)

/** A number as two registers may write it: without spaces, dashes, dots and the letters of a patent. */
export function keyOfNumber(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^(ZL|CN)(?=[\d\s])/, '')
    .replace(/[\s.\-—–－·]/g, '')
}
