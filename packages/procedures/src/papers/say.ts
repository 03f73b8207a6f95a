// How papers write what the record holds as codes, fen and ISO days.
import { chineseDay, type Day, fen, inCapitals, yuan, yuanText } from '@yizhuan/kit'

/** A day as a paper writes it. */
export const onDay = (day: string | undefined): string | undefined =>
  day === undefined ? undefined : chineseDay(day as Day)

/** An amount in yuan with two decimals, for columns. */
export const figure = (amount: string | bigint | undefined): string | undefined =>
  amount === undefined ? undefined : yuanText(BigInt(amount))

/** An amount in yuan, whatever its size. */
export const inYuan = (of: string | undefined): string | undefined =>
  of === undefined ? undefined : yuan(BigInt(of))

/** An amount in a sentence: in 万元 where that is exact to a hundredth, else in yuan. */
export function amount(of: string | bigint | undefined): string | undefined {
  if (of === undefined) return undefined
  const exact = BigInt(of)
  const isRound = exact % 10_000n === 0n && exact >= 1_000_000n
  return isRound ? `${yuanText(exact / 10_000n).replace(/\.?0+$/, '')} 万元` : yuan(exact)
}

/** An amount that nobody can change: figures and capitals. */
export function inFull(of: string | bigint | undefined): string | undefined {
  if (of === undefined) return undefined
  return `${yuan(BigInt(of))}（大写：${inCapitals(fen(BigInt(of)))}）`
}

export const sum = (amounts: readonly string[]): bigint =>
  amounts.reduce((total, one) => total + BigInt(one), 0n)

/** 是 or 否. */
export const yesNo = (is: boolean | undefined): string | undefined =>
  is === undefined ? undefined : is ? '是' : '否'

/** A person's name of which only the first sign is shown. */
export function maskedName(name: string | undefined): string | undefined {
  if (!name) return undefined
  const [first = '', ...rest] = name
  return first + '＊'.repeat(Math.max(1, rest.length))
}

/** The codes of acts in the words of papers. */
const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mode: {
    self_implementation: '自行投资实施转化',
    assignment: '转让',
    license: '许可使用',
    cooperation: '合作转化',
    equity_contribution: '作价投资',
    other: '其他方式',
  },
  pricing: { agreement: '协议定价', listing: '在技术交易市场挂牌交易', auction: '拍卖' },
  appraisal: { appraised: '已评估', waived: '不评估' },
  flag: { no: '否', yes: '是', unsure: '不确定（按“是”处理）' },
  review: { passed: '通过', returned: '退回修改' },
  check: { passed: '通过', failed: '未通过', not_applicable: '不适用' },
  decision: {
    passed: '同意',
    altered: '修改后同意',
    rejected: '不同意',
    deferred: '暂缓，另行审议',
  },
  body: { party_committee: '党委会', management: '院（所）长办公会', company: '平台公司决策会议' },
  finding: {
    continue: '异议不成立，事项继续办理',
    amend: '异议成立，修改方案后重新公示',
    stop: '异议成立，终止办理',
  },
  registration: { registered: '予以登记', refused: '不予登记', not_technology: '不属于技术合同' },
  award: { cash: '现金', equity: '股权' },
  talk: { talks: '谈判', evaluation: '成果评价', site_visit: '现场考察' },
  cost: {
    tax: '税费',
    appraisal: '评估费',
    listing_fee: '挂牌费',
    auction_commission: '拍卖佣金',
    third_party: '第三方服务费',
    other_direct: '其他直接费用',
    upkeep: '维护费',
    research: '研发费',
  },
}

/** A code in words; undefined while there is none. */
export function said(kind: keyof typeof codes, code: string | undefined): string | undefined {
  return code === undefined ? undefined : codes[kind]?.[code]
}
