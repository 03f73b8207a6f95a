// A deal that is only thought of: what somebody types to see what the law would say of it.

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
  readonly income: string
  readonly costs: readonly CostTyped[]
  /** Parts of the net income; the institution keeps the rest. */
  readonly contributors: string
  readonly tto: string
  /** Of the office's part, for dedicated staff and training. */
  readonly staff: string
  /** Of the equity obtained, for the contributors; only where equity is contributed. */
  readonly equity: string
  readonly members: readonly MemberTyped[]
  /** Whether the conditions of the reduced taxation of cash rewards are confirmed. */
  readonly relief: 'unknown' | 'yes' | 'no'
}

/** Where one begins: an invented deal and a plan for it, which the law of the day then judges. */
export function firstScenario(day: string): Scenario {
  return {
    mode: 'license',
    pricing: 'agreement',
    day,
    income: '1000000',
    costs: [
      { kind: 'tax', amount: '60000' },
      { kind: 'appraisal', amount: '20000' },
      { kind: 'upkeep', amount: '30000' },
      { kind: 'third_party', amount: '40000' },
    ],
    contributors: '70%',
    tto: '10%',
    staff: '30%',
    equity: '70%',
    members: [
      { share: '60%', award: 'cash', isChief: false, other: '' },
      { share: '40%', award: 'cash', isChief: false, other: '' },
    ],
    relief: 'unknown',
  }
}
