import { type Field, field, moneyField, rawText, textField, unkept, wordField } from '../field.ts'
import { parseApplicationNos, parseCode, parseCodes, parseCreditCode } from '../numbers.ts'
import { type Parsed, parsed } from '../parsed.ts'
import type { IncomePart } from '../records-of-trust.ts'
import type { Table } from '../table.ts'
import { plainText, saysNothing } from '../text.ts'
import { trusteeKinds, trustPayers } from '../vocabulary-of-standing.ts'
import { wholeDayField, wordsField } from './people.ts'

/** Parties of one power, one after the other. */
function partiesField(name: string, headers: string): Field {
  return field(name, headers, (cell) => parsed(partiesIn(rawText(cell))))
}

function partiesIn(raw: string): readonly string[] {
  if (saysNothing(raw)) return []
  return raw.split(/[、;；\n\r]+/).flatMap((part) => plainText(part) || [])
}

/** Who takes how much of the income; one alone takes all of it. */
function incomeIn(raw: string): Parsed<readonly IncomePart[]> {
  const parts = partiesIn(raw)
  const found = parts.flatMap((part) => {
    const text = part.replaceAll('％', '%').replaceAll('／', '/')
    const [, name, share] =
      /^(.*[^\s:：\d])[\s:：]*(\d{1,3}(?:\.\d{1,6})?%|\d+\/\d+)$/.exec(text) ?? []
    if (name !== undefined && share !== undefined) return { name: name.trim(), share }
    return parts.length === 1 && !/\d/.test(text) ? { name: text, share: '100%' } : []
  })
  return found.length < parts.length ? parsed([], 'ratio_unreadable') : parsed(found)
}

/** 知识产权托管: one agreement a row, with who owns, who operates and who takes the income. */
export const trusteeships: Table = {
  name: 'trusteeships',
  entity: 'trusteeship',
  core: [['trustNumber'], ['trustee'], ['trustIncome', 'trustOperators']],
  required: [
    ...['trustNumber', 'trustTitle', 'trustee', 'trusteeKind', 'trustOwners'],
    ...['trustOperators', 'trustIncome', 'trustFrom', 'trustDuties'],
  ],
  names: 'trustTitle',
  number: 'trustNumber',
  fields: [
    unkept('seq', '序号 行号 No'),
    field('trustNumber', '托管编号 托管协议编号 协议编号 编号 TrusteeshipNumber', parseCode),
    textField('trustTitle', '托管名称 托管协议名称 协议名称 托管事项 名称 TrusteeshipTitle Title'),
    wordsField('trustee', '受托方 受托人 托管方 托管机构 受托机构 受托单位 Trustee'),
    field(
      'trusteeUscc',
      '受托方统一社会信用代码 受托方信用代码 统一社会信用代码 信用代码 CreditCode',
      parseCreditCode,
    ),
    wordField(
      'trusteeKind',
      '受托方类别 受托方类型 受托人类别 托管机构类型 类别 KindOfTrustee',
      trusteeKinds,
    ),
    field(
      'trustAchievements',
      '托管成果编号 成果编号 标的成果 对应成果编号 Achievements',
      parseCodes,
    ),
    field(
      'trustRights',
      '托管专利号 专利号 标的专利 涉及专利号 申请号 Patents',
      parseApplicationNos,
    ),
    partiesField('trustOwners', '所有权方 所有权人 所有权归属 所有权 Ownership Owners'),
    partiesField('trustOperators', '运营权方 经营权方 运营权人 运营权 经营权 Operation Operators'),
    field(
      'trustIncome',
      '收益权方及份额 收益权及份额 收益权方 收益权 收益分配 收益份额 Income',
      (cell) => incomeIn(rawText(cell)),
    ),
    wordField('trustPayer', '收益支付方 付款方 支付方 未来收益由谁支付 Payer', trustPayers),
    wholeDayField('trustFrom', '托管开始日期 托管起始日 开始日期 起始日期 From StartsOn'),
    wholeDayField('trustTo', '托管结束日期 托管截止日 结束日期 截止日期 到期日期 To EndsOn'),
    textField('trustDuties', '托管职责 受托职责 职责 托管内容 服务内容 Duties'),
    moneyField('trustFeeFen', '托管费用 托管费 服务费 费用 Fee'),
    wordsField('trustFeeWords', '费用说明 收费方式 费用约定 FeeTerms'),
    wordsField('trustApprover', '审批机构 批准机构 决策机构 审批会议 ApprovedBy'),
    wholeDayField('trustApprovedOn', '审批日期 批准日期 决策日期 ApprovedOn'),
    textField('trustDespite', '并存理由 冲突说明 DespiteConflicts'),
    textField('remark', '备注 说明 备注说明 Remark Remarks'),
  ],
}
