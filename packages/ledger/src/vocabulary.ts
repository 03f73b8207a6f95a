import type { Cell } from './cell.ts'
import { parseChineseNumber } from './chinese-number.ts'
import { type Parsed, parsed } from './parsed.ts'
import type { ProblemCode } from './problem-codes.ts'
import type { AchievementRecord, ContractRecord } from './records.ts'
import { saysNothing, tightText } from './text.ts'

/** Words that mean a value; `first`: the first rule that fits; else exactly one rule must fit. */
export interface Vocabulary<Value extends string> {
  readonly rules: readonly (readonly [RegExp, Value])[]
  readonly first?: true
  readonly unknown: ProblemCode
}

/** Reads a word of a vocabulary; what it does not know is read as nothing and told. */
export function parseWord<Value extends string>(
  cell: Cell | undefined,
  { rules, first, unknown }: Vocabulary<Value>,
): Parsed<Value | null> {
  const text = wordIn(cell)
  if (text === undefined)
    return cell?.kind === 'error' ? parsed(null, 'formula_error') : parsed(null)
  const fitting = [...new Set(rules.filter(([rule]) => rule.test(text)).map(([, value]) => value))]
  const [value] = fitting
  if (value === undefined || (!first && fitting.length > 1)) return parsed(null, unknown)
  return parsed(value)
}

function wordIn(cell: Cell | undefined): string | undefined {
  if (cell === undefined || cell.kind === 'none' || cell.kind === 'error') return undefined
  const raw = cell.text
  return saysNothing(raw) ? undefined : tightText(raw).toLowerCase()
}

export const achievementKinds: Vocabulary<NonNullable<AchievementRecord['kind']>> = {
  rules: [
    [/实用新型|^新型(专利)?$/, 'patent_utility_model'],
    [/外观/, 'patent_design'],
    [/发明/, 'patent_invention'],
    [/软件|软著/, 'software'],
    [/制剂/, 'preparation'],
    [/技术秘密|专有技术|技术诀窍|know-?how/, 'know_how'],
    [/新技术|临床技术|术式/, 'clinical_technique'],
    [/方案|方法/, 'method'],
    [/数据/, 'data'],
    [/样机|器械|产品|试剂/, 'product'],
  ],
  unknown: 'kind_unknown',
}

export const patentKinds: Vocabulary<'invention' | 'utility_model' | 'design' | 'pct'> = {
  rules: [
    [/pct|国际申请/, 'pct'],
    [/新型/, 'utility_model'],
    [/外观/, 'design'],
    [/发明/, 'invention'],
  ],
  first: true,
  unknown: 'kind_unknown',
}

export const patentStatuses = {
  rules: [
    [/视为撤回|视撤/, 'deemed_withdrawn'],
    // Words of the register's own: late, but not lapsed; and on the way to a grant.
    [/滞纳金/, 'granted'],
    [/待答复|办登|登印/, 'pending'],
    [/撤回/, 'withdrawn'],
    [/驳回/, 'rejected'],
    [/无效/, 'invalidated'],
    [/(未|欠)(按期|按时)?[缴交]|欠费|费未[缴交]/, 'lapsed_unpaid'],
    [/放弃/, 'lapsed_waived'],
    [/届满|期满|到期/, 'lapsed_expired'],
    [/转移|转让/, 'transferred'],
    [/失效|终止|无权/, 'lapsed'],
    [/实审|实质审查/, 'pending_examination'],
    [/公开|公布/, 'pending_published'],
    [/受理/, 'pending_accepted'],
    [/未授权|待授权/, 'pending'],
    [/授权|有效|有权|维持/, 'granted'],
    [/审查|在审|审中|申请/, 'pending'],
  ],
  first: true,
  unknown: 'status_unknown',
} as const satisfies Vocabulary<string>

export const contractStatuses = {
  rules: [
    [/未生效|待生效|待签/, 'not_effective'],
    [/终止|解除|中止|撤销|作废/, 'terminated'],
    [/未完成|未结|未履行完/, 'performing'],
    [/完成|结清|完毕|结题|办结|验收/, 'completed'],
    [/履行|执行|在研|进行中|履约|已生效/, 'performing'],
  ],
  first: true,
  unknown: 'status_unknown',
} as const satisfies Vocabulary<string>

export const preparationStatuses = {
  rules: [
    [/注销|撤销|停用|停产/, 'cancelled'],
    [/过期|到期|失效|无效|届满/, 'expired'],
    [/有效|在用|正常|使用中/, 'valid'],
  ],
  first: true,
  unknown: 'status_unknown',
} as const satisfies Vocabulary<string>

export const serviceKinds: Vocabulary<'development' | 'consulting' | 'service'> = {
  rules: [
    [/开发|研制/, 'development'],
    [/咨询/, 'consulting'],
    [/服务/, 'service'],
  ],
  unknown: 'kind_unknown',
}

export const attributes: Vocabulary<'authorised' | 'unauthorised'> = {
  rules: [
    [/未|无|非/, 'unauthorised'],
    [/授权|登记|批准/, 'authorised'],
  ],
  first: true,
  unknown: 'value_unknown',
}

export const stages: Vocabulary<'research' | 'development' | 'inseparable'> = {
  rules: [
    [/区分/, 'inseparable'],
    [/研究/, 'research'],
    [/开发/, 'development'],
  ],
  unknown: 'value_unknown',
}

export const pricings: Vocabulary<'agreement' | 'listing' | 'auction'> = {
  rules: [
    [/协议|协商|谈判/, 'agreement'],
    [/挂牌/, 'listing'],
    [/拍卖/, 'auction'],
  ],
  unknown: 'value_unknown',
}

export const yesOrNo: Vocabulary<'yes' | 'no'> = {
  rules: [
    [/^(否|无|[×✗✘xn]|no|false|0|[未不](?!知|详|清|明|确|定).*)$/, 'no'],
    [/^(是|有|[√✓✔☑y]|yes|true|1|已.*|登记|认定)$/, 'yes'],
  ],
  first: true,
  unknown: 'value_unknown',
}

const modes: readonly (readonly [RegExp, NonNullable<ContractRecord['mode']>])[] = [
  [/转让/, 'assignment'],
  [/许可/, 'license'],
  [/合作/, 'cooperation'],
  [/作价|入股|投资/, 'equity_contribution'],
  [/自行|自主实施/, 'self_implementation'],
  [/^其[他它]$/, 'other'],
]

type Mode = Pick<ContractRecord, 'mode' | 'exclusivity'>

/** Reads the mode of a transfer with the kind of a license; 独家 may mean either of two kinds. */
export function parseMode(cell: Cell | undefined): Parsed<Mode> {
  const none: Mode = { mode: null, exclusivity: null }
  const text = wordIn(cell)
  if (text === undefined)
    return cell?.kind === 'error' ? parsed(none, 'formula_error') : parsed(none)
  const fitting = modes.filter(([rule]) => rule.test(text)).map(([, mode]) => mode)
  const [mode] = fitting
  if (mode === undefined) return parsed(none, 'mode_unknown')
  if (fitting.length > 1) return parsed(none, 'mode_ambiguous')
  if (mode !== 'license') return parsed({ mode, exclusivity: null })
  const exclusivity = exclusivityOf(text)
  const isAmbiguous = exclusivity === null && /独家/.test(text)
  return parsed({ mode, exclusivity }, ...(isAmbiguous ? (['mode_ambiguous'] as const) : []))
}

function exclusivityOf(text: string): ContractRecord['exclusivity'] {
  if (/普通|非独占|非排他|一般许可/.test(text)) return 'plain'
  if (/独占/.test(text)) return 'exclusive'
  return /排他/.test(text) ? 'sole' : null
}

type Conversion = Pick<AchievementRecord, 'conversion' | 'conversionCount'>

/** Reads whether an achievement was converted and how often: 已转化 × 2, 转化1次; empty is not. */
export function parseConversion(cell: Cell | undefined): Parsed<Conversion> {
  const none: Conversion = { conversion: 'none', conversionCount: null }
  const text = wordIn(cell)
  if (text === undefined)
    return cell?.kind === 'error' ? parsed(none, 'formula_error') : parsed(none)
  if (/^(未转化|尚未转化|没有|否|未|不转化)$/.test(text)) return parsed(none)
  if (/意向|拟|洽谈|谈判|计划|准备|转化中/.test(text))
    return parsed({ ...none, conversion: 'intended' })
  if (!/转化|^是$/.test(text) || /[未不]/.test(text)) {
    return parsed({ conversion: null, conversionCount: null }, 'value_unknown')
  }
  const [, times, count] = /(\d+|[一二两三四五六七八九十]+)次|[×x*](\d+)/.exec(text) ?? []
  const number = times ?? count
  const conversionCount = number === undefined ? null : Number(parseChineseNumber(number) ?? number)
  return parsed({ conversion: 'converted', conversionCount })
}

/** Reads a level of maturity from 1 to 9: 7, TRL7, trl 7, 七级. */
export function parseLevel(cell: Cell | undefined): Parsed<number | null> {
  const text = wordIn(cell)
  if (text === undefined)
    return cell?.kind === 'error' ? parsed(null, 'formula_error') : parsed(null)
  const figure = /^(?:trl|第)?[-:]?(.+?)级?$/.exec(text)?.[1] ?? ''
  const level = /^\d+$/.test(figure)
    ? Number(figure)
    : Number(parseChineseNumber(figure) ?? Number.NaN)
  if (Number.isNaN(level)) return parsed(null, 'value_unknown')
  return level >= 1 && level <= 9 ? parsed(level) : parsed(null, 'trl_range')
}

/** Reads up to which year of a patent the fee is paid: 5, 第5年. */
export function parseFeeYear(cell: Cell | undefined): Parsed<number | null> {
  const text = wordIn(cell)
  if (text === undefined)
    return cell?.kind === 'error' ? parsed(null, 'formula_error') : parsed(null)
  const figure = /^第?(\d{1,4}|[一二三四五六七八九十]+)年?度?$/.exec(text)?.[1]
  if (figure === undefined) return parsed(null, 'value_unknown')
  return parsed(Number(parseChineseNumber(figure) ?? figure))
}

/** Reads how often something happened; never is nothing. */
export function parseCount(cell: Cell | undefined): Parsed<number | null> {
  const text = wordIn(cell)
  if (text === undefined)
    return cell?.kind === 'error' ? parsed(null, 'formula_error') : parsed(null)
  const figure = /^(\d{1,3})[次项]?$/.exec(text)?.[1]
  if (figure === undefined) return parsed(null, 'value_unknown')
  return parsed(Number(figure) || null)
}
