import { accept, type Outcome, refuse, type Words } from '@yizhuan/kit'

// What plans set aside within the office's part for its dedicated staff (sh-draft-2024#a11.p2 asks for it; any plan
// may): a purse that fills as distributions are paid, and is given out for rewards and training. How much must go
// into it, the law packs say of the plan; here nobody gives out more than came in.

export const stateWords = {
  proposed: { zh: '待审批', en: 'Proposed' },
  approved: { zh: '待发放', en: 'Approved' },
  paid: { zh: '已发放', en: 'Paid' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<string, Words>
export type AwardState = keyof typeof stateWords
export const states = Object.keys(stateWords) as [AwardState, ...AwardState[]]

/** What the purse is for: a person is rewarded, or whoever trains them is paid. */
export const purposes = ['reward', 'training'] as const
export type AwardPurpose = (typeof purposes)[number]

/** An act of a case, as far as it says what was set aside. */
export interface StaffAct {
  readonly caseId: string
  readonly type: string
  readonly on: string
  /** In fen; of plans only. */
  readonly staff: string | null
}

/** What one distribution brought into the purse. */
export interface StaffPart {
  readonly caseId: string
  readonly on: string
  readonly fen: bigint
}

/** What the distributions that stand brought, in the order of the acts; one that was reversed brought nothing. */
export function partsBy(acts: readonly StaffAct[]): readonly StaffPart[] {
  const plans = new Map<string, bigint>()
  const paid = new Map<string, StaffPart[]>()
  for (const { caseId, type, on, staff } of acts) {
    const own = paid.get(caseId) ?? []
    paid.set(caseId, own)
    if (type === 'planDrafted') plans.set(caseId, BigInt(staff ?? 0))
    else if (type === 'distributionReversed') own.pop()
    else own.push({ caseId, on, fen: plans.get(caseId) ?? 0n })
  }
  return [...paid.values()].flat().filter(({ fen }) => fen > 0n)
}

/** What was given out: all that awards say, and how much of it was paid. */
export interface GivenOut {
  readonly awarded: bigint
  readonly paid: bigint
}

/** How the purse stands. What awards say and nobody was paid yet is promised; below nought, more than there is. */
export function purseOf(parts: readonly StaffPart[], { awarded, paid }: GivenOut) {
  const cameIn = parts.reduce((sum, { fen }) => sum + fen, 0n)
  return { cameIn, paid, promised: awarded - paid, free: cameIn - awarded }
}

/** What somebody has of an award. */
export interface AwardLine {
  readonly purpose: AwardPurpose
  readonly person: string | null
  readonly name: string | null
  readonly fen: bigint
}

/** Why the lines of an award are not consistent in themselves. */
export interface LineRefusals {
  'award-person-unnamed': { readonly place: string }
  'award-payee-unnamed': { readonly place: string }
  'award-person-twice': { readonly place: string }
}

/** Whether lines can stand. @returns what they come to. */
export function decideLines(lines: readonly AwardLine[]): Outcome<bigint, LineRefusals> {
  for (const [at, { purpose, person, name }] of lines.entries()) {
    const place = `${at + 1}`
    if (purpose === 'reward' && person === null) return refuse('award-person-unnamed', { place })
    if (purpose === 'training' && name === null) return refuse('award-payee-unnamed', { place })
    const isTwice = person !== null && lines.findIndex((one) => one.person === person) < at
    if (purpose === 'reward' && isTwice) return refuse('award-person-twice', { place })
  }
  return accept(lines.reduce((sum, { fen }) => sum + fen, 0n))
}
