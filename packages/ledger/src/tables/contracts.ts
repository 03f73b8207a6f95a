import type { Cell } from '../cell.ts'
import {
  departmentsField,
  field,
  moneyField,
  nameField,
  type Place,
  pastDayField,
  rawText,
  textField,
  told,
  unkept,
  wordField,
} from '../field.ts'
import { compareDays } from '../ledger-day.ts'
import {
  parseApplicationNos,
  parseCode,
  parseCodes,
  parseCreditCode,
  parseRegistrationNo,
} from '../numbers.ts'
import { parsePeriod } from '../period.ts'
import { settleSplit } from '../settle-team.ts'
import { parseRatio, parseSplit } from '../shares.ts'
import type { Table } from '../table.ts'
import { saysNothing } from '../text.ts'
import {
  contractStatuses,
  parseMode,
  parseWord,
  pricings,
  serviceKinds,
  yesOrNo,
} from '../vocabulary.ts'

const seq = unkept('seq', '序号 行号 No')
const remark = textField('remark', '备注 说明 其他说明 备注说明')
const thousandYuan = 100_000n
const hundredYuan = 10_000n

/** A period in one cell; its ends become two fields. */
function periodField(name: string, headers: string, needsDays: boolean) {
  return {
    name,
    headers,
    read(cell: Cell | undefined, place: Place) {
      const { from, to, problems } = parsePeriod(cell)
      for (const code of problems) place.report(code)
      if (from !== null && to !== null && compareDays(to, from) < 0) place.report('period_reversed')
      const isUnread = from === null && to === null && problems.length === 0
      if (needsDays && isUnread && !saysNothing(rawText(cell))) place.report('date_unreadable')
      return { [`${name}From`]: from, [`${name}To`]: to }
    },
  }
}

/** 转化合同台账: one transfer contract a row. */
export const contracts: Table = {
  name: 'contracts',
  entity: 'contract',
  core: [
    ['contractNo', 'title'],
    ['mode', 'counterparty', 'pricing', 'notice', 'achievementCodes'],
  ],
  required: ['contractNo', 'title', 'counterparty'],
  names: 'title',
  number: 'contractNo',
  tellNearAt: 'contractNo',
  fields: [
    seq,
    field('contractNo', '合同编号 合同号 合同编码 转化合同编号 协议编号 编号', parseCode),
    textField('title', '合同名称 项目名称 转化合同名称 协议名称 名称 转化项目名称 合同题目'),
    field(
      'achievementCodes',
      '对应成果编号 成果编号 涉及成果编号 关联成果编号 成果号 成果登记号 成果编码 涉及成果 对应成果',
      parseCodes,
    ),
    field(
      'patentNos',
      '涉及专利号 专利号 涉及专利 涉及专利申请号 对应专利号 关联专利号 申请号 专利申请号 涉及知识产权',
      parseApplicationNos,
    ),
    textField(
      'counterparty',
      '受让方被许可方 受让方 被许可方 受让单位 合作方 对方单位 合同相对方 受让人 交易对方 乙方 受让被许可方 合作企业 受让企业 受让方名称 受让方被许可方合作方 对方当事人',
    ),
    field(
      'counterpartyUscc',
      '统一社会信用代码 信用代码 社会信用代码 受让方统一社会信用代码 对方统一社会信用代码 社会统一信用代码',
      parseCreditCode,
    ),
    {
      name: 'mode',
      headers: '转化方式 转化形式 合同方式 转让方式 交易方式 转化类型 成果转化方式',
      read: (cell, place) => told(parseMode(cell), place),
    },
    moneyField(
      'amountFen',
      '合同总额 合同金额 总金额 合同额 成交价 合同总价 合同价款 价款合同总额 转化金额 成交金额 合同总金额 金额',
      thousandYuan,
    ),
    moneyField('firstPaymentFen', '首付款 首付 首期款 入门费 首付金额 首期付款 首笔款 首付款金额'),
    textField('royaltyText', '提成约定 提成 提成比例 销售提成 提成条款 提成方式 收益提成'),
    wordField('pricing', '定价方式 定价形式 价格确定方式 定价 交易定价方式', pricings),
    moneyField('appraisedFen', '评估价 评估值 评估价格 评估金额 评估结果 资产评估价 评估价值'),
    pastDayField(
      'signedOn',
      '签订日期 签订时间 签约日期 签署日期 合同签订日期 签约时间 合同日期 签订日 签署时间',
    ),
    periodField(
      'term',
      '合同期限 起止时间 合同有效期 履行期限 合同起止 合同起止时间 期限 有效期限 合同期',
      false,
    ),
    periodField(
      'notice',
      '公示起止 公示时间 公示期 公示起止时间 公示日期 公示期间 公示起止日期',
      true,
    ),
    textField(
      'decision',
      '决策会议 决策 会议决策 集体决策 决策情况 审议会议 决策文号 决策会议名称',
    ),
    field(
      'registrationNo',
      '登记编号 技术合同登记编号 技术合同登记号 认定登记编号 登记号 合同登记编号 合同登记号 技术合同认定登记编号',
      parseRegistrationNo,
    ),
    pastDayField(
      'registeredOn',
      '登记日期 技术合同登记日期 认定登记日期 登记时间 合同登记日期 技术合同登记时间',
    ),
    wordField(
      'status',
      '履行状态 状态 合同状态 执行状态 履行情况 执行情况 合同履行状态',
      contractStatuses,
    ),
    remark,
  ],
}

/** 到账与分配: one receipt with its costs and its distribution a row. */
export const receipts: Table = {
  name: 'receipts',
  entity: 'receipt',
  core: [
    ['receivedOn', 'amountFen'],
    ['contractNo', 'payer'],
    ['netFen', 'rewardFen', 'stage', 'costFen', 'voucherNo'],
  ],
  required: ['contractNo', 'receivedOn', 'amountFen'],
  names: 'contractNo',
  number: 'contractNo',
  blockBy: 'contractNo',
  complete: settleSplit,
  fields: [
    seq,
    field('contractNo', '合同编号 合同号 合同编码 转化合同编号 协议编号', parseCode),
    unkept('contractTitle', '项目名称 合同名称 转化项目名称 名称 成果名称'),
    textField('payer', '付款单位 付款方 来款单位 缴款单位 汇款单位 付款人 付款单位名称 打款单位'),
    textField('stage', '期次 款项性质 款项 付款期次 期数 款项期次 付款阶段 到账期次'),
    pastDayField('receivedOn', '到账日期 到账时间 到款日期 入账日期 收款日期 到款时间 到账日'),
    moneyField(
      'amountFen',
      '到账金额 到款金额 收款金额 入账金额 到账额 金额 实际到账 实到金额',
      hundredYuan,
    ),
    moneyField('taxFen', '税费 税金 税款 扣除费用税费 相关税费 扣除税费'),
    moneyField(
      'appraisalFen',
      '评估挂牌费 评估费 评估及挂牌费 挂牌费 评估费挂牌费 扣除费用评估挂牌费 评估交易费',
    ),
    moneyField(
      'agencyFen',
      '中介服务费 中介费 服务费 代理费 扣除费用中介服务费 中介费用 技术中介费',
    ),
    {
      ...moneyField(
        'costFen',
        '小计 扣除费用小计 费用小计 扣除小计 成本小计 扣除合计 成本合计 扣除费用合计 费用合计',
      ),
      under: /扣除|费用|成本|^$/,
    },
    moneyField('netFen', '净收入 净收益 净额 转化净收入 可分配收益 可分配净收入 净收入额'),
    field(
      'rewardRatio',
      '奖励比例 分配比例 完成人奖励比例 收益分配奖励比例 奖酬比例 完成人比例',
      parseRatio,
    ),
    moneyField(
      'rewardFen',
      '完成人奖励 奖励金额 完成人 完成人奖酬 收益分配完成人奖励 团队奖励 完成人奖励金额 个人奖励 奖酬金',
    ),
    moneyField(
      'officeFen',
      '转化部门 转化机构 转化部门留存 收益分配转化部门 转化办 转化部门经费 成果转化部门 转化管理部门',
    ),
    moneyField(
      'hospitalFen',
      '医院留存 医院 单位留存 收益分配医院留存 医院收益 院方留存 医院留成 院留存',
    ),
    field(
      'split',
      '团队内部分配 内部分配 团队分配 分配明细 个人分配 团队内分配 团队分配方案 奖励分配明细',
      parseSplit,
    ),
    pastDayField('paidOn', '发放日期 发放时间 奖励发放日期 兑现日期 发放日 奖励发放时间 支付日期'),
    textField('voucherNo', '凭证号 记账凭证号 会计凭证号 凭证编号 财务凭证号 记账凭证'),
    remark,
  ],
}

/** 横向三技合同: one contract of development, consulting or service a row. */
export const serviceContracts: Table = {
  name: 'serviceContracts',
  entity: 'serviceContract',
  core: [
    ['contractNo', 'title'],
    ['client', 'receivedFen', 'registered'],
    ['kind', 'departments', 'lead'],
  ],
  required: ['contractNo', 'title', 'client'],
  names: 'title',
  number: 'contractNo',
  lead: 'lead',
  tellNearAt: 'title',
  fields: [
    seq,
    field(
      'contractNo',
      '合同登记号 合同编号 合同号 横向合同编号 登记号 项目编号 合同登记编号',
      parseCode,
    ),
    departmentsField(
      '承担科室 科室 所属科室 部门 所在科室 项目承担科室 承接科室 实施科室 承担部门',
    ),
    nameField('lead', '项目负责人 负责人 课题负责人 项目主持人 主持人 合同负责人'),
    textField('title', '项目名称 合同名称 课题名称 名称 横向项目名称 题目'),
    wordField('kind', '合同类型 合同类别 类型 技术合同类型 类别 合同种类 三技类型', serviceKinds),
    textField(
      'client',
      '委托方 委托单位 甲方 合作单位 委托方名称 委托企业 甲方单位 委托方甲方 委托人',
    ),
    moneyField(
      'amountFen',
      '合同额 合同金额 合同总额 金额 合同经费 合同总金额 总经费',
      thousandYuan,
    ),
    moneyField(
      'receivedFen',
      '已到账 到账金额 到账经费 已到账金额 到款金额 累计到账 实到经费 已到款',
    ),
    pastDayField(
      'signedOn',
      '签订时间 签订日期 签约日期 签署日期 合同签订日期 签约时间 合同签订时间',
    ),
    periodField(
      'term',
      '起止时间 合同期限 合同起止时间 执行期限 起止日期 项目起止时间 履行期限 合同期 研究期限',
      false,
    ),
    field(
      'registered',
      '是否认定登记 是否登记 认定登记 技术合同登记 是否技术合同登记 登记情况 是否认定 技术合同认定登记',
      (cell) => {
        const { value, problems } = parseWord(cell, yesOrNo)
        return { value: value === null ? null : value === 'yes', problems }
      },
    ),
    wordField(
      'status',
      '状态 项目状态 合同状态 执行状态 履行状态 进展 执行情况 进展状态',
      contractStatuses,
    ),
    remark,
  ],
}
