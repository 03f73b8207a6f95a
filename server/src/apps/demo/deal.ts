import type { Chance } from './chance.ts'
import type { Hospital, Invention } from './province.ts'

/** A deal of the demonstration: who sells what to whom, for how much. */
export interface Deal {
  readonly hospital: string
  readonly universityAffiliated: boolean
  readonly achievement: string
  readonly achievementId?: string
  readonly team: readonly {
    readonly name: string
    readonly percent: number
    /** In the register of persons, where the hospital keeps one. */
    readonly person?: string
  }[]
  /** Of net income to the contributors, in whole per cent. */
  readonly toContributors?: number
  /** Its plan says what the hospital keeps its part for. */
  readonly saysPurposes?: boolean
  readonly mode: 'license' | 'assignment'
  readonly counterparty: string
  /** Whole fen. */
  readonly price: bigint
  readonly costs: readonly { readonly kind: 'tax' | 'third_party'; readonly amount: bigint }[]
  readonly registration: string
  /** Who owns a part of the achievement too, in whole per cent. */
  readonly coOwner?: { readonly name: string; readonly percent: number }
}

/** Who holds the title, and who collects what of the income is others'. */
export function titleOf({ hospital, coOwner }: Deal) {
  if (!coOwner) return { holders: [{ name: hospital, share: '100%' }], disputed: false }
  const { name, percent } = coOwner
  const shares = { own: `${100 - percent}%`, other: `${percent}%` }
  return {
    holders: [
      { name: hospital, share: shares.own },
      { name, share: shares.other },
    ],
    disputed: false,
    othersIncome: 'through_us' as const,
  }
}

/** A receipt, with what of it is the co-owner's. */
export function receiptOf(deal: Deal, amount: bigint, voucher: string) {
  const others = ofOthers(deal, amount)
  return {
    ...{ amount: `${amount}`, voucher, inBudget: true },
    ...(deal.coOwner && { forOthers: [{ holder: deal.coOwner.name, amount: `${others}` }] }),
  }
}

/** What of an amount is the co-owner's; amounts of the demonstration are whole hundreds. */
export const ofOthers = ({ coOwner }: Deal, amount: bigint): bigint =>
  (amount * BigInt(coOwner?.percent ?? 0)) / 100n

export const firms = ['示例生物', '虚构医疗', '样例器械', '示范康健', '样本诊断', '拟真药业']

/** Draws a deal about an invention. */
export function dealOf(
  hospital: Hospital,
  invention: Invention & { readonly id?: string },
  dice: Chance,
): Deal {
  const price = BigInt(dice.whole(12, 480)) * 1_000_000n
  return {
    hospital: hospital.name,
    universityAffiliated: hospital.universityAffiliated,
    achievement: invention.title,
    ...(invention.id !== undefined && { achievementId: invention.id }),
    team: invention.inventors.map(({ person: { id, name }, percent }) => ({
      name,
      percent,
      person: id,
    })),
    // The second hospital gives more than the law asks, by a rule of its own.
    ...(hospital.code === 'b' && { toContributors: 80 }),
    saysPurposes: true,
    mode: dice.pick(['license', 'license', 'assignment'] as const),
    counterparty: `${dice.pick(firms)}科技有限公司（虚构）`,
    price,
    costs: [
      { kind: 'tax', amount: (price * 6n) / 100n },
      { kind: 'third_party', amount: (price * 2n) / 100n },
    ],
    registration: `示例${dice.whole(100_000, 999_999)}`,
  }
}

/** What is proposed and decided. */
export function termsOf(deal: Deal) {
  return {
    mode: deal.mode,
    counterparty: deal.counterparty,
    price: `${deal.price}`,
    payment: '签约后三十日内一次付清（演示）',
    distributionRule: wayOfDistribution(deal),
  }
}

function wayOfDistribution({ toContributors = 70 }: Deal): string {
  const part = toContributors === 80 ? '八成' : '七成'
  return `净收入的${part}奖励贡献人员，一成归转化部门，其余留归单位（演示）`
}

/** What the public reads of it. */
export function publishedWords(deal: Deal) {
  return {
    achievement: deal.achievement,
    team: deal.team.map(({ name }) => name).join('、'),
    mode: deal.mode === 'license' ? '普通许可' : '转让',
    counterparty: deal.counterparty,
    price: `${deal.price / 1_000_000n} 万元`,
    distribution: wayOfDistribution(deal),
    leaders: [],
    objectionProcedure: '实名书面提交至转化部门，收到之日起三十日内答复（演示）',
    department: '成果转化办公室（演示）',
  }
}

/** A distribution that keeps the floor: contributors' part rounded up, the rest to the hospital. */
export function planOf(deal: Deal) {
  const net =
    deal.price -
    ofOthers(deal, deal.price) -
    deal.costs.reduce((total, { amount }) => total + amount, 0n)
  const toContributors = (net * BigInt(deal.toContributors ?? 70) + 99n) / 100n
  const toTto = net / 10n
  const kept = net - toContributors - toTto
  const parts = deal.team.map(({ percent }) => (toContributors * BigInt(percent)) / 100n)
  const rest = toContributors - parts.reduce((total, part) => total + part, 0n)
  return {
    lines: deal.team.map(({ name, person }, index) => ({
      name,
      ...(person !== undefined && { person }),
      isInventor: true,
      isChief: false,
      holdsLeadingPost: false,
      award: 'cash' as const,
      amount: `${(parts[index] ?? 0n) + (index === 0 ? rest : 0n)}`,
    })),
    toTto: `${toTto}`,
    toTtoStaff: `${toTto / 2n}`,
    toInstitution: `${kept}`,
    ...(deal.saysPurposes && { purposes: purposesOf(kept) }),
    waived: [],
  }
}

/** A tenth of what the hospital keeps is for its people, the rest for research and transfer. */
function purposesOf(kept: bigint) {
  const talent = kept / 10n
  return [
    { purpose: 'research_and_transfer', amount: `${kept - talent}` },
    { purpose: 'talent', amount: `${talent}` },
  ].filter(({ amount }) => amount !== '0')
}
