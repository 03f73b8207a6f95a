import type { HistoryWire } from '@yizhuan/server/wire/achievements/achievement'
import type { AchievementWire, DisclosureListsWire } from './achievement.api.ts'

// The field of transfer a text names for an achievement, and where that is known from.

/** Somebody found that an achievement is of none of the fields that a text names. */
export const noField = 'none'

/** Of one text: what somebody chose, what the kind decides, or what it leaves open. */
export interface FieldOf {
  readonly pack: string
  readonly cite: string
  readonly from: 'chosen' | 'kind' | 'open' | 'unknown'
  /** The codes; several where it is open. */
  readonly codes: readonly string[]
}

/** The field of an achievement by each text that speaks here. */
export function fieldsFor(
  one: Pick<AchievementWire, 'kind' | 'transferFields'>,
  { kinds }: Pick<DisclosureListsWire, 'kinds'>,
): readonly FieldOf[] {
  const kind = kinds.kinds.find(({ code }) => code === one.kind)
  return kinds.fields.map(({ pack, cite }) => {
    const chosen = one.transferFields[pack]
    if (chosen !== undefined) return { pack, cite, from: 'chosen', codes: [chosen] }
    const decided = kind?.as[pack]
    if (decided !== undefined) return { pack, cite, from: 'kind', codes: [decided] }
    const open = kind?.may[pack] ?? []
    return { pack, cite, from: open.length > 0 ? 'open' : 'unknown', codes: open }
  })
}

/** The entry of its history that last changed what was chosen by a text. */
export function choiceIn(history: HistoryWire | undefined, pack: string) {
  const isOther = (from: unknown, to: unknown) => codeIn(from, pack) !== codeIn(to, pack)
  return history?.items.findLast(({ changes }) =>
    changes.some(({ field, from, to }) => field === 'transferFields' && isOther(from, to)),
  )
}

function codeIn(value: unknown, pack: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[pack]
    : undefined
}

/** What is chosen with one text's choice made anew; an empty one is as the kind says. */
export function chosenAnew(
  chosen: Readonly<Record<string, string>>,
  pack: string,
  code: string,
): Record<string, string> {
  const { [pack]: _before, ...others } = chosen
  return code === '' ? others : { ...others, [pack]: code }
}
