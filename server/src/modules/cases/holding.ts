import { parseRatio, type Words } from '@yizhuan/kit'
import { labelOf } from '@yizhuan/law'
import type { CaseAssessment, HoldingSummary } from '@yizhuan/procedures'
import type { ArticleRef } from '../../platform/dues.ts'
import type { Findable } from '../../platform/findable.ts'

// A holding as it is kept beside its case for lists and pages: what its record says, amounts as texts.

type Written<Told> = Told extends bigint
  ? string
  : Told extends string | boolean | null
    ? Told
    : Told extends readonly (infer Item)[]
      ? readonly Written<Item>[]
      : { readonly [Field in keyof Told]: Written<Told[Field]> }

export type ToldHolding = Written<HoldingSummary>

/** The summary as it travels and is kept: whole fen as texts. */
export function writtenHolding(told: HoldingSummary): ToldHolding {
  return JSON.parse(
    JSON.stringify(told, (_field, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    ),
  ) as ToldHolding
}

/** By when the law wants the equity left; a draft, and a text that says in principle, only advise it. */
export interface ExitClock {
  readonly due: string
  readonly title: Words
  readonly article: ArticleRef
  readonly advisory: boolean
}

/** The clock that runs; none before the product is on the market, and none once it was left or explained. */
export function exitClockIn({ findings }: CaseAssessment): ExitClock | null {
  const runs = findings.find(
    ({ topic, status, due }) => topic === 'equity.exit' && due !== undefined && status !== 'met',
  )
  const [cite] = runs?.cites ?? []
  if (!runs?.due || !cite) return null
  return {
    due: runs.due,
    title: runs.title,
    article: { source: cite.source, at: cite.at, label: labelOf(cite.at).zh },
    advisory: runs.advisory || runs.force === 'should',
  }
}

/** Who holds for the house: itself, its platform company, both, or nobody any more. */
export type HeldBy = 'institution' | 'platform_company' | 'both' | 'nobody'

/** Who holds for the house now. */
export function heldByOf({ periods }: HoldingSummary): HeldBy {
  const holders = periods.at(-1)?.holders ?? []
  const has = (one: string) =>
    holders.some(({ kind, share }) => kind === one && parseRatio(share).n > 0n)
  if (has('institution')) return has('platform_company') ? 'both' : 'institution'
  return has('platform_company') ? 'platform_company' : 'nobody'
}

/** The day on which nothing was held any more; none while something is. */
export function leftOnOf({ stage, periods }: HoldingSummary): string | null {
  return stage === 'left' || stage === 'wound_up' ? (periods.at(-1)?.since ?? null) : null
}

/** What a holding is found by on the single list. */
export function holdingFoundBy(of: {
  readonly id: string
  readonly number: string
  readonly company: string
  readonly uscc: string | null
  readonly achievement: string
  readonly listEntry: string | null
}): Findable {
  const { id, number, company, uscc, achievement, listEntry } = of
  return { id, label: number, title: company, texts: [uscc, achievement, listEntry] }
}
