import { type AssetLine, countsOf, type TagName, tagValues } from './asset.ts'

// The periodic report (sh-pilot-ledger#1-2/a12.p1): what stood at its beginning, came, went and stands at
// its end, by tag and on the books. Every row sums.

/** One tag over a period: opening + came − went = closing. */
export interface Movement {
  readonly tag: TagName
  readonly value: string
  readonly opening: number
  readonly came: number
  readonly went: number
  readonly closing: number
}

export interface Report {
  readonly opening: number
  readonly entered: number
  readonly closing: number
  /** Of those at the end: whose rights were all lost within the period. */
  readonly lapsed: number
  readonly movements: readonly Movement[]
  readonly money: {
    readonly openingFen: bigint
    readonly addedFen: bigint
    readonly derecognisedFen: bigint
    readonly closingFen: bigint
    readonly spentFen: bigint
    readonly expensedFen: bigint
    readonly collectedFen: bigint
  }
}

/** From the lines before the first day and at the end of the last one. */
export function reportOf(before: readonly AssetLine[], after: readonly AssetLine[]): Report {
  const earlier = new Map(before.map((line) => [line.id, line]))
  const movements = (Object.keys(tagValues) as TagName[]).flatMap((tag) =>
    tagValues[tag].map((value): Movement => {
      const was = (id: string) => earlier.get(id)?.tags[tag] === value
      const came = after.filter(({ id, tags }) => tags[tag] === value && !was(id)).length
      const closing = countsOf(after)[tag] as Readonly<Record<string, number>>
      const opening = countsOf(before)[tag] as Readonly<Record<string, number>>
      const went = after.filter(({ id, tags }) => tags[tag] !== value && was(id)).length
      return {
        ...{ tag, value, came, went },
        opening: opening[value] ?? 0,
        closing: closing[value] ?? 0,
      }
    }),
  )
  const lapsed = movements.find(({ value }) => value === 'lapsed')?.came ?? 0
  const grew = (field: Amount) => total(after, field) - total(before, field)
  return {
    opening: before.length,
    entered: after.length - before.length,
    closing: after.length,
    lapsed,
    movements,
    money: {
      openingFen: total(before, 'bookFen'),
      addedFen: grew('capitalisedFen'),
      derecognisedFen: grew('disposedFen'),
      closingFen: total(after, 'bookFen'),
      spentFen: grew('spentFen'),
      expensedFen: grew('expensedFen'),
      collectedFen: total(after, 'collectedFen'),
    },
  }
}

type Amount =
  | 'bookFen'
  | 'capitalisedFen'
  | 'disposedFen'
  | 'spentFen'
  | 'expensedFen'
  | 'collectedFen'

const total = (lines: readonly AssetLine[], field: Amount) =>
  lines.reduce((sum, line) => sum + line[field], 0n)
