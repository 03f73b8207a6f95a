import { field, moneyField, rawText, textField, unkept, wordField } from '../field.ts'
import { parseDay } from '../ledger-day.ts'
import { parseCode, parseCodes, parseCreditCode } from '../numbers.ts'
import { type Parsed, parsed } from '../parsed.ts'
import type { CompanyMember } from '../records-of-house.ts'
import type { Table } from '../table.ts'
import { plainText, saysNothing, tightText } from '../text.ts'
import { companyRoles, companyStates, companyWays, ruleTopics } from '../vocabulary-of-house.ts'
import { wholeDayField, wordsField } from './people.ts'

const seq = unkept('seq', '序号 行号 No')
const remark = wordsField('remark', '备注 说明 备注说明 Remark Remarks')

/** 内部制度: one rule a row, known by its title and its first day in force. */
export const internalRules: Table = {
  name: 'internalRules',
  entity: 'internalRule',
  core: [['ruleTitle'], ['ruleTopic'], ['ruleFrom']],
  required: ['ruleTitle', 'ruleTopic', 'ruleFrom'],
  names: 'ruleTitle',
  number: 'ruleTitle',
  fields: [
    seq,
    wordsField('ruleTitle', '制度名称 制度标题 规章制度名称 文件名称 内部制度 Rule RuleTitle'),
    wordField('ruleTopic', '制度主题 制度类别 主题 制度类型 类别 Topic', ruleTopics),
    wordsField('ruleNumber', '文号 发文字号 制度编号 发文号 RuleNumber DocumentNumber'),
    wordsField('ruleApprover', '审议机构 通过会议 审批机构 批准机构 批准会议 ApprovedBy'),
    wholeDayField('ruleApprovedOn', '审议日期 通过日期 批准日期 审批日期 ApprovedOn'),
    wholeDayField('ruleFrom', '施行日期 实施日期 生效日期 施行日 InForceFrom InForceOn'),
    wholeDayField('ruleTo', '有效期届满日 失效日期 有效期止 InForceUntil ExpiresOn'),
    wholeDayField('ruleEnded', '废止日期 废止日 RepealedOn'),
    wholeDayField('ruleReview', '复审日期 拟复审日期 修订计划日期 ReviewOn'),
    // The text of a rule hangs on its page.
    unkept('ruleFile', '附件 文件 制度文件 File Attachment'),
    remark,
  ],
}

/** 衍生企业: one company a row, known by its name. */
export const spinOffs: Table = {
  name: 'spinOffs',
  entity: 'spin-off',
  core: [['companyName'], ['companyState'], ['companySince', 'companyBusiness']],
  required: ['companyName', 'companyState', 'companySince', 'companyBusiness'],
  names: 'companyName',
  number: 'companyName',
  fields: [
    seq,
    wordsField(
      'companyName',
      '企业名称 公司名称 衍生企业 衍生企业名称 转化企业 Company CompanyName',
    ),
    field(
      'companyUscc',
      '统一社会信用代码 企业信用代码 社会信用代码 信用代码 CreditCode',
      parseCreditCode,
    ),
    wordField('companyState', '企业状态 经营状态 公司状态 状态 CompanyState State', companyStates),
    wholeDayField('companySince', '状态起始日 状态日期 现状自何日起 状态起始日期 StateSince'),
    wholeDayField('companyFounded', '成立日期 设立日期 注册日期 工商注册日期 FoundedOn Founded'),
    textField('companyBusiness', '主营业务 经营范围 业务 主要产品 Business'),
    moneyField('companyCapitalFen', '注册资本 注册资金 Capital RegisteredCapital'),
    field('companyHolding', '单列清单编号 股权编号 股权单列编号 Holding HoldingNumber', parseCode),
    field('companyAchievements', '对应成果编号 成果编号 依托成果 Achievements', parseCodes),
    field('companyContracts', '对应合同编号 合同编号 依托合同 Contracts', parseCodes),
    field('companyPeople', '任职人员 本单位人员 创业人员 人员及任职 People', (cell) =>
      membersIn(rawText(cell)),
    ),
    remark,
  ],
}

/**
 * People of the house in a company: `示例甲 创办人 离岗创业 2024-01-01至2025-12-31；…`, each with role, footing
 * and first day.
 */
function membersIn(raw: string): Parsed<readonly CompanyMember[]> {
  if (saysNothing(raw)) return parsed([])
  const parts = raw.split(/[；;\n\r]+/).filter((part) => part.trim() !== '')
  const found = parts.flatMap((part) => memberIn(part) ?? [])
  return found.length < parts.length ? parsed([], 'members_unreadable') : parsed(found)
}

function memberIn(part: string): CompanyMember | undefined {
  const pieces = plainText(part).split(/[\s　,，/／]+/)
  const [name = '', role = '', way = '', days = ''] = pieces
  const [from = '', to] = days.split(/至|~|～/)
  const known = {
    role: codeOf(role, companyRoles),
    way: codeOf(way, companyWays),
    from: wholeDay(from),
    to: to === undefined || to === '' || to === '今' ? null : wholeDay(to),
  }
  if (pieces.length > 4 || name === '' || known.to === undefined) return undefined
  if (!known.role || !known.way || !known.from) return undefined
  return { name, role: known.role, way: known.way, fromDay: known.from, toDay: known.to }
}

const codeOf = (word: string, rules: readonly (readonly [RegExp, string])[]) =>
  rules.find(([rule]) => rule.test(tightText(word).toLowerCase()))?.[1]

function wholeDay(text: string): string | undefined {
  const { value, problems } = parseDay({ kind: 'text', text })
  return value?.length === 10 && problems.length === 0 ? value : undefined
}
