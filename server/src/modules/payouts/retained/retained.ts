import type { Words } from '@yizhuan/kit'
import { purposeWords as ruleWords } from '../../distribution-rules/index.ts'

// What the institution keeps of each distribution and what for (gd-2025#a17.p1, sh-draft-2024#a11.p1): as its plan
// said when it was paid out. What was spent is in the house's own accounts.

/** What a plan can keep its part for. */
export const purposeWords = {
  ...ruleWords,
  department: { zh: '科室使用', en: 'For the department' },
} as const satisfies Record<string, Words>
export type Purpose = keyof typeof purposeWords
export const purposes = Object.keys(purposeWords) as [Purpose, ...Purpose[]]

/** An act of a case, as far as it says what was kept. */
export interface KeptAct {
  readonly caseId: string
  readonly type: string
  readonly on: string
  /** In fen; of plans only. */
  readonly kept: string | null
  readonly purposes: readonly Part[] | null
}

interface Part {
  readonly purpose: Purpose
  readonly note?: string
  readonly amount: string
}

/** What was kept of one distribution. */
export interface Kept {
  readonly caseId: string
  readonly on: string
  readonly fen: bigint
  readonly parts: readonly Part[]
}

/** What was kept of the distributions that stand, in the order of the acts; one that was reversed is gone. */
export function keptBy(acts: readonly KeptAct[]): Kept[] {
  const plans = new Map<string, KeptAct>()
  const paid = new Map<string, Kept[]>()
  for (const act of acts) {
    const { caseId, on } = act
    const own = paid.get(caseId) ?? []
    paid.set(caseId, own)
    if (act.type === 'planDrafted') plans.set(caseId, act)
    else if (act.type === 'distributionReversed') own.pop()
    else {
      const plan = plans.get(caseId)
      own.push({ caseId, on, fen: BigInt(plan?.kept ?? 0), parts: plan?.purposes ?? [] })
    }
  }
  return [...paid.values()].flat()
}

/** Sums of some distributions: in all, by purpose, and of how much no plan says what for. */
export function sumsOf(kept: readonly Kept[]) {
  const byPurpose = new Map<Purpose, bigint>()
  for (const { purpose, amount } of kept.flatMap(({ parts }) => parts)) {
    byPurpose.set(purpose, (byPurpose.get(purpose) ?? 0n) + BigInt(amount))
  }
  const all = kept.reduce((sum, { fen }) => sum + fen, 0n)
  const said = [...byPurpose.values()].reduce((sum, fen) => sum + fen, 0n)
  return { all, byPurpose, unsaid: all - said }
}

/** What the law calls each purpose. Who gives a part to a department has not said what it is for. */
const asFact: Readonly<Partial<Record<Purpose, string>>> = {
  research_and_transfer: 'research',
  rewards: 'rewards',
  talent: 'talent',
  ip_protection: 'ip_protection',
  other: 'other',
}

/** What the law is told of the uses; nothing while of some of it nobody said what for. */
export function usesTold({ byPurpose, unsaid }: ReturnType<typeof sumsOf>) {
  const uses = [...byPurpose].flatMap(([purpose, fen]) => {
    const fact = asFact[purpose]
    return fact === undefined ? [] : [{ purpose: fact, amount: `${fen}` }]
  })
  const isWhole = unsaid === 0n && uses.length === byPurpose.size
  return isWhole && uses.length > 0 ? { residualUses: uses } : {}
}
