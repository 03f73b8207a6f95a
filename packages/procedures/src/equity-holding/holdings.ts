// Who holds how much of the company, over time. The parts of every day add up to the whole.
import { add, compare, type Day, parseRatio, percent, type Ratio, ratio } from '@yizhuan/kit'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import { actData, type Holder, type matters } from './acts.ts'

type Matter = (typeof matters)[number]

const { latest, all } = readers(actData)

/** The holders from a day on, until the next change. */
export interface Holdings {
  readonly since: Day
  readonly holders: readonly Holder[]
}

/** The holdings over time, the earliest first. */
export function holdingsIn(state: ActsState): readonly Holdings[] {
  const formed = latest(state, 'holdingOpened')
  if (!formed) return []
  const since = formed.data.formedOn as Day
  const later = all(state, 'eventHandled').map(({ on, data }) => ({
    since: on,
    holders: data.holders,
  }))
  return [{ since, holders: formed.data.holders }, ...later]
}

/** What the institution and its platform company hold together now. */
export function ownShare(state: ActsState): Ratio {
  return ownPart(holdingsIn(state).at(-1)?.holders ?? [])
}

function ownPart(holders: readonly Holder[]): Ratio {
  return holders
    .filter(({ kind }) => kind === 'institution' || kind === 'platform_company')
    .map(({ share }) => parseRatio(share))
    .reduce(add, ratio(0))
}

/** Whether nothing is held any more. */
export function isOut(state: ActsState): boolean {
  return compare(ownShare(state), ratio(0)) === 0
}

/** What is wrong with holders, in general words. */
export const holderWrongs: readonly OutOfOrder[] = [
  {
    code: 'duplicate-holder',
    detail: {
      zh: '股东重名，请合并或注明以区分。',
      en: 'A holder stands there twice; join the lines or tell them apart.',
    },
  },
  {
    code: 'shares-not-whole',
    detail: {
      zh: '持股比例合计须为100%，请列全股东。',
      en: 'The shares must add up to 100%; name every holder.',
    },
  },
  {
    code: 'post-unsaid',
    detail: {
      zh: '奖励持股的个人须写明是否正职领导。',
      en: 'Of everybody who holds equity as an award it is said whether they are a chief.',
    },
  },
  {
    code: 'share-falls-otherwise',
    detail: {
      zh: '本单位持股比例减少，须按转让、减持、退出、划转或清算办理。',
      en: 'The share of the institution falls: that is a transfer, a reduction, an exit, an allocation or a liquidation.',
    },
  },
]

/** The matters by which the institution's share may fall. */
const falling: readonly Matter[] = [
  'transfer',
  'free_allocation',
  'outward_investment',
  'increase',
  'reduction',
  'exit',
  'liquidation',
]

/** An event under its own name: what is called an impairment gives nothing away (gd-2025#a11.p1). */
export function wrongEvent(
  state: ActsState | undefined,
  data: Readonly<Record<string, unknown>>,
): OutOfOrder | undefined {
  const matter = state && latest(state, 'eventDecided')?.data.matter
  const after = ownPart((data['holders'] ?? []) as readonly Holder[])
  const isLess = state !== undefined && compare(after, ownShare(state)) < 0
  const isNamed = matter === undefined || falling.includes(matter)
  return wrongHolders(data) ?? (isLess && !isNamed ? holderWrongs[3] : undefined)
}

/** Shares are of one company: they add up to the whole, and no holder stands there twice. */
export function wrongHolders(data: Readonly<Record<string, unknown>>): OutOfOrder | undefined {
  const holders = (data['holders'] ?? []) as readonly Holder[]
  const names = holders.map(({ name }) => name)
  if (new Set(names).size < names.length) return holderWrongs[0]
  // A chief may not hold it (gd-2025#a21.p1): what is not said is not taken for a no.
  if (holders.some(({ kind, isChief }) => kind === 'contributor' && isChief === undefined))
    return holderWrongs[2]
  const total = holders.map(({ share }) => parseRatio(share)).reduce(add, ratio(0))
  if (compare(total, ratio(1)) === 0) return undefined
  const told = percent(total)
  return {
    code: 'shares-not-whole',
    detail: {
      zh: `持股比例合计须为100%，现为${told}；请列全股东。`,
      en: `The shares must add up to 100%, not ${told}; name every holder.`,
    },
  }
}
