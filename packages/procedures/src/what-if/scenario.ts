// A deal that is only thought of: what somebody types to see what the law would say of it.
import { compare, div, percent, type Ratio, ratio } from '@yizhuan/kit'
import { isRatio, type Law, parameterAt } from '@yizhuan/law'
import type { PaymentTyped } from './payments.ts'

/** One cost of the deal, as typed. */
export interface CostTyped {
  readonly kind: string
  readonly amount: string
}

/** One member of the team: without a name, for nothing personal is kept. */
export interface MemberTyped {
  /** Of what the team receives. */
  readonly share: string
  readonly award: 'cash' | 'equity'
  readonly isChief: boolean
  /** Other taxable income of the year in yuan; it never leaves the page. */
  readonly other: string
}

/** A scenario as typed: amounts in yuan, shares in per cent. */
export interface Scenario {
  readonly mode: string
  readonly pricing: string
  readonly day: string
  /** What comes in at once; not counted where there are payments. */
  readonly income: string
  /** The payments that the contract says; none where all comes at once. */
  readonly payments: readonly PaymentTyped[]
  /** Shares of other institutions in the title, whose part of the income comes in here too. */
  readonly partners: readonly string[]
  readonly costs: readonly CostTyped[]
  /** Whether the house's own rule shares out; else the shares that follow. */
  readonly byRule: boolean
  /** Whether the platform company carries the deal out, and its part of what the office takes. */
  readonly viaCompany: boolean
  readonly company: string
  /** Parts of the net income; the institution keeps the rest. */
  readonly contributors: string
  readonly tto: string
  /** Of the office's part, for dedicated staff and training. */
  readonly staff: string
  /** What of the company the technology is taken in for; only where equity is contributed. */
  readonly stake: string
  /** Of the equity obtained, for the contributors; only where equity is contributed. */
  readonly equity: string
  readonly members: readonly MemberTyped[]
  /** Whether the conditions of the reduced taxation of cash rewards are confirmed. */
  readonly relief: 'unknown' | 'yes' | 'no'
  /** Whether transfer staff hold equity or share in the income beside the office's part, and by agreement. */
  readonly staffShare: StaffShare
}

export const staffShares = ['no', 'agreed', 'unagreed', 'unknown'] as const
export type StaffShare = (typeof staffShares)[number]

/**
 * Where one begins: a deal with invented amounts, and a plan at the bounds of the laws it is held
 * against, so that it keeps those of all of them where that can be.
 */
export function firstScenario(day: string, laws: readonly Law[]): Scenario {
  // By value, the lowest first: the highest floor and the lowest ceiling keep every law.
  const sharesBy = (param: string) =>
    laws
      .map(({ layers }) => parameterAt(layers, param, day)?.value)
      .filter((value): value is Ratio => value !== undefined && isRatio(value))
      .toSorted(compare)
  const floor = (param: string) => sharesBy(param).at(-1)
  const none = ratio(0)
  const tto = floor('tto.floor') ?? sharesBy('tto.ceiling')[0] ?? none
  return {
    mode: 'license',
    pricing: 'agreement',
    day,
    income: '1000000',
    payments: [],
    partners: [],
    byRule: false,
    viaCompany: false,
    company: '50%',
    costs: [
      { kind: 'tax', amount: '60000' },
      { kind: 'appraisal', amount: '20000' },
      { kind: 'upkeep', amount: '30000' },
      { kind: 'third_party', amount: '40000' },
    ],
    contributors: percent(floor('inventor.floor') ?? none),
    tto: percent(tto),
    staff: percent(staffOf(tto, floor('tto.staff.floor'))),
    stake: '30%',
    equity: percent(floor('inventor.equity.floor') ?? none),
    members: [
      { share: '60%', award: 'cash', isChief: false, other: '' },
      { share: '40%', award: 'cash', isChief: false, other: '' },
    ],
    relief: 'unknown',
    staffShare: 'no',
  }
}

/** What dedicated staff have of the office's part, where the laws want some for them and say no number. */
const someForStaff = ratio(1, 10)

/** The share of net income that the laws want for staff, as a share of what the office takes. */
function staffOf(tto: Ratio, leastOfNet: Ratio | undefined): Ratio {
  if (leastOfNet === undefined || tto.n === 0n) return someForStaff
  const share = div(leastOfNet, tto)
  return compare(share, ratio(1)) > 0 ? ratio(1) : share
}
