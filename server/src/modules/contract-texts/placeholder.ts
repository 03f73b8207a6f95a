import type { Words } from '@yizhuan/kit'

// The closed list of what a clause may name of a deal. `{{甲方}}` in a text, Chinese or English, is its value.

/** Where a value is filled in: a register, or the draft itself. */
export type GapPlace = 'institution' | 'deal' | 'scope' | 'terms' | 'rights' | 'draft'

interface Named {
  readonly en: string
  readonly at: GapPlace
  /** It comes with the signature, so a text without it is whole. */
  readonly comesLater?: true
}

/** What a register answers. */
const known = {
  甲方: { en: 'First party', at: 'institution' },
  乙方: { en: 'Second party', at: 'deal' },
  乙方信用代码: { en: 'Credit code of the second party', at: 'deal' },
  其他各方: { en: 'Other parties', at: 'deal' },
  合同名称: { en: 'Title of the contract', at: 'deal' },
  合同编号: { en: 'Number of the contract', at: 'deal', comesLater: true },
  签订日期: { en: 'Day of signature', at: 'deal', comesLater: true },
  项目编号: { en: 'Number of the case', at: 'deal' },
  科技成果: { en: 'Achievement', at: 'deal' },
  研究团队: { en: 'Team', at: 'deal' },
  权利清单: { en: 'Rights', at: 'rights' },
  权利共有人: { en: 'Co-owners', at: 'deal' },
  授权内容: { en: 'Rights granted', at: 'scope' },
  许可方式: { en: 'Kind of licence', at: 'scope' },
  再许可: { en: 'Sublicence', at: 'deal' },
  许可领域: { en: 'Field of use', at: 'scope' },
  许可地域: { en: 'Territory', at: 'scope' },
  期限起: { en: 'Term from', at: 'scope' },
  期限止: { en: 'Term to', at: 'scope' },
  合同金额: { en: 'Amount', at: 'deal' },
  合同金额大写: { en: 'Amount in capitals', at: 'deal' },
  付款安排: { en: 'Payments on days', at: 'terms' },
  里程碑付款: { en: 'Milestone payments', at: 'terms' },
  提成约定: { en: 'Royalties', at: 'terms' },
  股权约定: { en: 'Equity', at: 'terms' },
  收益分享办法: { en: 'How income is shared', at: 'deal' },
  作价占股比例: { en: 'Share in the company', at: 'deal' },
} as const satisfies Record<string, Named>

/** What only the parties can settle, filled in on the draft. */
const settled = {
  甲方地址: 'Address of the first party',
  乙方地址: 'Address of the second party',
  甲方联系方式: 'Contact of the first party',
  乙方联系方式: 'Contact of the second party',
  收款账户: 'Account',
  交付资料: 'Material handed over',
  交付期限: 'When it is handed over',
  技术服务: 'Help and training',
  工作内容: 'Work to be done',
  进度安排: 'Schedule',
  验收标准: 'How it is accepted',
  研发风险承担: 'Who bears that it fails',
  技术指标: 'Results promised',
  改进归属: 'Who owns improvements',
  查账通知期: 'Notice before an audit',
  查账频次: 'How often books are audited',
  实施里程碑: 'Milestones of diligence',
  权利维持方: 'Who keeps rights up',
  年费承担方: 'Who bears annual fees',
  税费承担: 'Who bears taxes',
  发票类型: 'Kind of invoice',
  侵权处理分工: 'Who acts against infringers',
  保密期限: 'How long secrets are kept',
  数据和样本约定: 'Data, samples and genetic resources',
  登记办理方: 'Who has the contract registered',
  逾期付款责任: 'Late payment',
  责任限额: 'Limit of liability',
  解除宽限期: 'Grace before termination',
  善后安排: 'What happens after the end',
  争议解决: 'Court or arbitration',
  合同份数: 'Copies',
} as const satisfies Record<string, string>

/**
 * What the register of contracts says and a case does not: typed into the text of a case, until there is a contract
 * that says it. Of money there is none.
 */
export const typedInCase: readonly string[] = [
  '乙方信用代码',
  '其他各方',
  '权利清单',
  '授权内容',
  '许可领域',
  '许可地域',
  '期限起',
  '期限止',
] satisfies readonly (keyof typeof known)[]

export type FactName = keyof typeof known
export type InputName = keyof typeof settled

export const factNames = Object.keys(known) as readonly FactName[]
export const inputNames = Object.keys(settled) as readonly InputName[]

/** Everything a clause may name, in the order in which it is offered. */
export const placeholders: readonly (Named & { readonly name: string })[] = [
  ...factNames.map((name) => ({ name, ...(known[name] as Named) })),
  ...inputNames.map((name) => ({ name, en: settled[name], at: 'draft' as const })),
]

const byName = new Map(placeholders.map((one) => [one.name, one]))

export const placeholderNamed = (name: string) => byName.get(name)

/** How a placeholder is called in both languages. */
export const wordsOf = (name: string): Words => ({ zh: name, en: byName.get(name)?.en ?? name })

const pattern = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The placeholders of a text, each once, as they come. */
export function namesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))]
}

/** The placeholders of a text that are in no list. */
export const unknownIn = (text: string): readonly string[] =>
  namesIn(text).filter((name) => !byName.has(name))

/** Braces that open and do not close, or the other way. */
export const isTorn = (text: string): boolean => /\{\{|\}\}/.test(text.replace(pattern, ''))

/** A piece of a filled text: words, or a place where a value is missing. */
export interface Piece {
  readonly text: string
  readonly blank?: string
}

/** What stands where a value is missing. */
export const BLANK = '________'

/** A text with its values; what has none stays a blank. */
export function filled(text: string, said: (name: string) => string | undefined): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    const [all, name = ''] = match
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    const value = said(name)
    pieces.push(value === undefined ? { text: BLANK, blank: name } : { text: value })
    from = match.index + all.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

const figure = String.raw`[0-9０-９][0-9０-９,，.]*\s*[万亿]?\s*(?:元|美元|欧元)`
const amounts = new RegExp(
  `(?:人民币|[¥￥$€])\\s*[0-9０-９]|${figure}|[零壹贰叁肆伍陆柒捌玖拾佰仟][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*元|(?:CNY|RMB|USD|EUR)\\s*[0-9]|[0-9.]+\\s*[%％]`,
)

/** Money that a text of payment writes itself: it would not follow the recorded terms. */
export const amountIn = (text: string): string | undefined =>
  amounts.exec(text.replace(pattern, ''))?.[0]

/** A long number of an account, of which only the end is kept: the whole one is told on another way. */
export const maskedAccount = (text: string): string =>
  text.replace(/\d(?:[\s-]?\d){7,}/g, (all) => {
    const digits = all.replace(/\D/g, '')
    return `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`
  })
