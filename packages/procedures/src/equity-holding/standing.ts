// How a holding stood on a day: how far it was, and what the own part was worth by what was found then.
import { div, mul, parseRatio, ratio, roundDown } from '@yizhuan/kit'
import type { Holder } from './acts.ts'
import { ownPart } from './holdings.ts'

/** How far a holding is: its product not on the market, on it, the equity left, the company gone. */
export const holdingStages = ['before_market', 'on_market', 'left', 'wound_up'] as const
export type HoldingStage = (typeof holdingStages)[number]

/** What is looked at of a holding: as its record says it, or as it is kept beside its case. */
export interface Life {
  readonly periods: readonly {
    readonly since: string
    readonly matter: string
    readonly holders: readonly Pick<Holder, 'kind' | 'share'>[]
  }[]
  readonly market: { readonly on: string } | null
  readonly appraisals: readonly {
    readonly on: string
    readonly of: 'own_part' | 'whole_company'
    readonly value: string
    readonly validUntil: string
  }[]
}

/** Later than any day: how it stands by all that is recorded. */
export const byNow = '9999-12-31'

/** How far a holding was on a day. */
export function stageOn({ periods, market }: Life, day: string): HoldingStage {
  const last = periodOn(periods, day)
  const isOut = ownPart(last?.holders ?? []).n === 0n
  if (last?.holders.length === 0 || (isOut && last?.matter === 'liquidation')) return 'wound_up'
  if (last && isOut) return 'left'
  return market && market.on <= day ? 'on_market' : 'before_market'
}

/** What the own part was worth on a day by the latest appraisal; of an appraised part so much as is left. */
export function worthOn({ periods, appraisals }: Life, day: string): string | null {
  const appraisal = appraisals.findLast(({ on }) => on <= day)
  if (!appraisal) return null
  const now = ownPart(periodOn(periods, day)?.holders ?? [])
  if (now.n === 0n) return null
  const then = ownPart(periodOn(periods, appraisal.on)?.holders ?? [])
  if (appraisal.of === 'own_part' && then.n === 0n) return null
  const part = appraisal.of === 'whole_company' ? now : div(now, then)
  return `${roundDown(mul(part, ratio(BigInt(appraisal.value))))}`
}

/**
 * Since when the latest appraisal of a day no longer held: its last day, once that was over. Undefined while it
 * holds, or where there is none.
 */
export function lapsedOn(
  { appraisals }: Pick<Life, 'appraisals'>,
  day: string,
): string | undefined {
  const until = appraisals.findLast(({ on }) => on <= day)?.validUntil
  return until !== undefined && until < day ? until : undefined
}

/** Whether anything was held for the house on a day. */
export function isHeldOn({ periods }: Pick<Life, 'periods'>, day: string): boolean {
  const holders = periodOn(periods, day)?.holders ?? []
  return holders.some(
    ({ kind, share }) =>
      (kind === 'institution' || kind === 'platform_company') && parseRatio(share).n > 0n,
  )
}

const periodOn = (periods: Life['periods'], day: string) =>
  periods.findLast(({ since }) => since <= day)
