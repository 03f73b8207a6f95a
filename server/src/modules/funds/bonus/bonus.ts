import { accept, type Fen, type Outcome, refuse, type Words } from '@yizhuan/kit'

// The bonus that whoever holds a patent gives its inventors for the grant (cn-patent-rules#a93.p1). How long
// there is for it, the docket of the right counts; how little is too little, the law packs say.

/** The clock of the docket that runs until the bonus is paid. */
export const bonusClock = 'inventor-bonus'

/** What patents have one. */
export const bonusKinds = ['invention', 'utility_model', 'design'] as const
export type BonusKind = (typeof bonusKinds)[number]

/** By the least amount of the law, or by a rule or agreement that stands in its place. */
export const basisWords = {
  least: {
    zh: '没有规定或约定，按法定最低额以上发给',
    en: 'No rule or agreement: the law’s least',
  },
  agreed: { zh: '按本单位规定或约定发给', en: 'By a rule or an agreement' },
} as const satisfies Record<string, Words>
export type Basis = keyof typeof basisWords
export const bases = Object.keys(basisWords) as [Basis, ...Basis[]]

export const stateWords = {
  proposed: { zh: '待审批', en: 'Proposed' },
  approved: { zh: '待发放', en: 'Approved' },
  paid: { zh: '已发放', en: 'Paid' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<string, Words>
export type BonusState = keyof typeof stateWords
export const states = Object.keys(stateWords) as [BonusState, ...BonusState[]]

/** What one inventor has of it. */
export interface Share {
  readonly name: string
  /** Who it is in the register, where that knows them. */
  readonly person: string | null
  readonly fen: bigint
}

/** How a payment ends: the money came back, or it was entered by mistake and never paid. */
export const paymentEnds = ['returned', 'corrected'] as const
export type PaymentKind = 'paid' | (typeof paymentEnds)[number]

/** A share that was paid, or a payment that ended. */
export interface Payment {
  readonly id: string
  readonly place: number
  readonly turn: number
  readonly kind: PaymentKind
  readonly onDay: string
}

/** Why a proposal is not consistent in itself. */
export interface ShareRefusals {
  'inventor-twice': { readonly name: string }
  'rule-unnamed': Record<string, never>
  'rule-beside-least': Record<string, never>
}

/** Whether a proposal can stand by itself. @returns what all shares come to. */
export function decideShares(
  shares: readonly Share[],
  { basis, rule }: { readonly basis: Basis; readonly rule: string | null },
): Outcome<bigint, ShareRefusals> {
  const twice = shares.find((one, at) => shares.slice(0, at).some((other) => isSame(one, other)))
  if (twice) return refuse('inventor-twice', { name: twice.name })
  if (basis === 'agreed' && rule === null) return refuse('rule-unnamed', {})
  if (basis === 'least' && rule !== null) return refuse('rule-beside-least', {})
  return accept(shares.reduce((sum, { fen }) => sum + fen, 0n))
}

/** Two of one name are two people where both are known; who is known by the name alone may be either. */
function isSame(one: Share, other: Share): boolean {
  const areKnown = one.person !== null && other.person !== null
  return areKnown ? one.person === other.person : one.name === other.name
}

/** The least amount that a bonus does not reach, with its article, and whether somebody confirmed it. */
export interface BelowLeast {
  readonly isVerified: boolean
  readonly least: { readonly least: string; readonly source: string; readonly at: string }
}

/** Why a bonus below the least is not proposed: a confirmed figure binds, any other asks for a reason. */
export function amountRefused(below: BelowLeast | undefined, despite: string | null) {
  if (below?.isVerified) return { code: 'bonus-below-least', facts: below.least } as const
  if (below && despite === null) {
    return { code: 'bonus-needs-reason', facts: below.least } as const
  }
  return undefined
}

/** What last happened to a share: none while it was never paid. */
export function lastOf<One extends Pick<Payment, 'place' | 'turn' | 'kind'>>(
  payments: readonly One[],
  place: number,
): One | undefined {
  const rank = ({ turn, kind }: One) => turn * 2 + (kind === 'paid' ? 0 : 1)
  return payments
    .filter((one) => one.place === place)
    .toSorted((one, other) => rank(one) - rank(other))
    .at(-1)
}

/** The turn in which a share would be paid now; none while a payment of it stands. */
export function turnToPay(payments: readonly Payment[], place: number): number | undefined {
  const last = lastOf(payments, place)
  if (last?.kind === 'paid') return undefined
  return (last?.turn ?? 0) + 1
}

/** The day on which the last share was paid; none while one is open. */
export function paidInFullOn(payments: readonly Payment[], places: number): string | null {
  const days: string[] = []
  for (let place = 1; place <= places; place++) {
    const last = lastOf(payments, place)
    if (last?.kind !== 'paid') return null
    days.push(last.onDay)
  }
  return days.toSorted().at(-1) ?? null
}

/** Whether a bonus was paid late, or is late by now. */
export function isLate(
  { dueOn, paidOn }: { readonly dueOn: string; readonly paidOn: string | null },
  today: string,
): boolean {
  return (paidOn ?? today) > dueOn
}

/** An amount of the law in whole fen. */
export const wholeFen = ({ n, d }: { readonly n: bigint; readonly d: bigint }): Fen =>
  ((n + d - 1n) / d) as Fen
