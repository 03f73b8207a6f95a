import type { TableName } from './reading.ts'
import { tables } from './tables/index.ts'
import { type FieldWords, wordsOfFields } from './template-words.ts'

/** A column of the template of a table. */
export interface TemplateColumn {
  readonly name: string
  readonly heading: string
  readonly isRequired: boolean
  /** What may stand in it, where it is one of a list: the word, and the code it is read as. */
  readonly words: FieldWords
  readonly example: string
}

/** How the line of a template begins that shows how to fill it in; such a line is never imported. */
export const exampleMark = '示例'

/** The columns of a table as a template offers them: everything it can take, in its usual order. */
export function templateOf(name: TableName): readonly TemplateColumn[] {
  const table = tables.find((one) => one.name === name)
  if (!table) return []
  const example = examples[name]
  return table.fields
    .filter(
      ({ name: field, read, isExtra, isOffered }) =>
        field === 'seq' || (read && (!isExtra || isOffered)),
    )
    .map((field) => ({
      name: field.name,
      heading: `${field.headers.split(' ')[0] ?? ''}${field.isMoney ? '（元）' : ''}`,
      isRequired: table.required.includes(field.name),
      words: wordsOfFields[name]?.[field.name] ?? [],
      example: field.name === 'seq' ? exampleMark : (example[field.name] ?? ''),
    }))
}

/** One invented line of each table. Nobody in it exists. */
const examples: Readonly<Record<TableName, Readonly<Record<string, string>>>> = {
  achievements: {
    ...{ code: 'CG2024-0001', title: '示例引流装置', kind: '实用新型', leadInventor: '示例甲' },
    ...{ staffNo: '1001', inventors: '示例甲、示例乙', shares: '60%、40%' },
    ...{ departments: '示例外科', disclosedOn: '2024-03-05', registeredOn: '2024-03-20' },
    ...{ fundingSource: '示例科技计划', projectNo: 'KY2023-001', attribute: '未授权' },
    ...{ stage: '开发', conversion: '未转化', trl: '5', estimatedValueFen: '500000' },
    ...{ rdCostFen: '120000', remark: '' },
  },
  patents: {
    ...{ title: '一种示例引流装置', kind: '实用新型', applicationNo: '202120000001.1' },
    ...{ publicationNo: '', filedOn: '2021-01-04', grantedOn: '2021-09-10' },
    ...{ inventors: '示例甲、示例乙', departments: '示例外科', status: '授权' },
    ...{ feeDueOn: '2026-01-04', feePaidYear: '5', agency: '', achievementCode: 'CG2024-0001' },
    ...{ titleShares: '本单位60%、示例大学40%', titleFrom: '2021-01-04', feeReduction: '70%' },
    ...{ reducedUntil: '2030', reducedOn: '2021-01-04', reductionBasis: '示例备案' },
  },
  software: {
    ...{ title: '示例评估软件', version: 'V1.0', registrationNo: '2023SR0000001' },
    ...{ certificateNo: '软著登字第1000001号' },
    ...{ completedOn: '2023-01-10', firstPublishedOn: '', registeredOn: '2023-03-01' },
    ...{ inventors: '示例丙', departments: '示例内科' },
  },
  preparations: {
    ...{ title: '示例颗粒', dosageForm: '颗粒剂', approvalNo: '粤药制字Z20200001' },
    ...{ approvedOn: '2020-05-01', validTo: '2027-04-30', lead: '示例丁' },
    ...{ departments: '药学部', status: '有效' },
  },
  trademarks: {
    ...{ title: '示例徽标', markNo: '12345678', filedOn: '2020-01-06', grantedOn: '2020-11-21' },
    ...{ validTo: '2030-11-20', departments: '示例外科', status: '有效', achievementCode: '' },
  },
  layouts: {
    ...{ title: '示例信号放大布图设计', layoutNo: 'BS.21500001.3', completedOn: '2020-12-01' },
    ...{ filedOn: '2021-01-04', grantedOn: '2021-06-01', validTo: '2031-01-03' },
    ...{ inventors: '示例甲、示例乙', departments: '示例外科', status: '有效' },
  },
  varieties: {
    ...{ title: '示例一号', varietyNo: 'CNA20191000001', woody: '否', filedOn: '2019-03-01' },
    ...{ grantedOn: '2021-06-01', validTo: '2036-05-31', inventors: '示例甲、示例乙' },
    ...{ departments: '药学部', status: '有效', achievementCode: 'CG2024-0001' },
  },
  knowHow: {
    ...{ title: '示例炮制工艺', secretNo: 'JM-2024-01', completedOn: '2024-01-10' },
    ...{ inventors: '示例丁', departments: '药学部', status: '保密' },
  },
  contracts: {
    ...{ contractNo: 'HT-2024-001', title: '示例装置许可合同', achievementCodes: '' },
    ...{ patentNos: '', counterparty: '示例器械有限公司', mode: '普通许可', amountFen: '500000' },
    ...{ firstPaymentFen: '100000', royaltyText: '销售额的2%', pricing: '协议定价' },
    ...{ signedOn: '2024-06-01', term: '2024-06-01至2029-05-31', status: '履行中' },
  },
  receipts: {
    ...{ contractNo: 'HT-2024-001', payer: '示例器械有限公司', stage: '首付款' },
    ...{ receivedOn: '2024-06-20', amountFen: '100000', voucherNo: '记-2024-06-0001' },
  },
  serviceContracts: {
    ...{ contractNo: 'HX2024-001', departments: '示例内科', lead: '示例丙' },
    ...{ title: '示例数据分析服务', kind: '技术服务', client: '示例诊断有限公司' },
    ...{ amountFen: '200000', receivedFen: '100000', signedOn: '2024-02-01' },
    ...{ term: '2024-02-01至2025-01-31', registered: '是', status: '履行中' },
  },
  units: {
    ...{ unitCode: 'A01', unitName: '示例外科', unitKind: '内设科室', parentUnit: '示例院区' },
  },
  people: {
    ...{ staffNo: '1001', personName: '示例甲', unit: '示例外科', professionalTitle: '主任医师' },
    ...{ occupation: '治疗' },
  },
  posts: {
    ...{ staffNo: '1001', personName: '示例甲', postTitle: '科主任', postKind: '中层干部' },
    ...{ unit: '示例外科', forTransfer: '否', postFrom: '2024-01-01', postTo: '' },
  },
  projects: {
    ...{ projectNumber: 'KY2023-001', projectTitle: '示例引流装置研究', projectLeader: '示例甲' },
    ...{ leaderStaffNo: '1001', fundingKind: '财政资金', fundingName: '示例科技计划' },
    ...{ fundingFen: '300000', fundingStart: '2023-01-01', projectFrom: '2023-01-01' },
    ...{ projectTo: '2025-12-31', projectAchievements: '', remark: '' },
  },
  projectEntries: {
    ...{ projectNumber: 'KY2023-001', entryKind: '加入', entryDay: '2023-01-01' },
    ...{ staffNo: '1001', personName: '示例甲', entryWords: '负责总体设计' },
  },
  costs: {
    ...{ costAchievement: 'CG2024-0001', costDay: '2024-05-10', costKind: '材料费' },
    ...{ spentFen: '12000', costFunding: '财政资金', costVoucher: '记-2024-05-0012' },
    ...{ voucherWholeFen: '20000', costWords: '示例材料' },
  },
  carriers: {
    ...{ carrierName: '示例概念验证中心', carrierKind: '概念验证中心', carrierPlace: '示例楼' },
    ...{ carrierPartner: '示例孵化有限公司', carrierFrom: '2024-01-01', carrierTo: '', remark: '' },
  },
  credentials: {
    ...{ staffNo: '1001', personName: '示例甲', credentialKind: '技术经理人证书' },
    ...{ credentialTitle: '示例中级技术经理人', credentialIssuer: '示例培训中心' },
    ...{ credentialNumber: 'SL-0001', credentialIssued: '2024-01-01', credentialUntil: '' },
    ...{ credentialHours: '40' },
  },
  trusteeships: {
    ...{ trustNumber: 'TG-2024-01', trustTitle: '示例专利托管', trustee: '示例转化公司' },
    ...{ trusteeUscc: '', trusteeKind: '转化平台公司', trustAchievements: 'CG2024-0001' },
    ...{ trustRights: '', trustOwners: '示例医院', trustOperators: '示例转化公司' },
    ...{ trustIncome: '示例医院70%、示例转化公司30%', trustPayer: '第三方' },
    ...{ trustFrom: '2024-01-01', trustTo: '2026-12-31', trustDuties: '运营、年费监控' },
    ...{ trustFeeFen: '10000', trustFeeWords: '', trustApprover: '示例会议' },
    ...{ trustApprovedOn: '2023-12-01', trustDespite: '', remark: '' },
  },
  internalRules: {
    ...{
      ruleTitle: '示例成果转化管理办法',
      ruleTopic: '成果处置',
      ruleNumber: '示例发〔2024〕1号',
    },
    ...{ ruleApprover: '示例会议', ruleApprovedOn: '2023-12-20', ruleFrom: '2024-01-01' },
    ...{ ruleTo: '', ruleEnded: '', ruleReview: '2027-01-01', remark: '' },
  },
  spinOffs: {
    ...{ companyName: '示例转化有限公司', companyUscc: '', companyState: '经营中' },
    ...{
      companySince: '2024-03-01',
      companyFounded: '2024-03-01',
      companyBusiness: '示例器械研发',
    },
    ...{ companyCapitalFen: '1000000', companyHolding: '', companyAchievements: 'CG2024-0001' },
    ...{ companyContracts: '', companyPeople: '示例甲 创办人 离岗创业 2024-03-01', remark: '' },
  },
  interests: {
    ...{ staffNo: '1001', personName: '示例甲', declaredOn: '2024-01-10', tie: '持股' },
    ...{ tieThrough: '配偶', tieHolder: '示例乙', tieEnterprise: '示例器械有限公司' },
    ...{ tieUscc: '', tieDetail: '持股 5%' },
  },
  evaluations: {
    ...{ evalAchievement: 'CG2024-0001', evalKind: '价值评估', evalDay: '2024-06-01' },
    ...{ evaluator: '示例评估公司', evalScores: '技术价值 4、经济价值 3', evalWords: '' },
    ...{ evalValueFen: '500000', evalFile: '示例评估报告.pdf' },
  },
  stockAnswers: {
    ...{ stockName: '2026年盘点', stockNumber: 'CG2024-0001', staffNo: '1001' },
    ...{ answerer: '示例甲', stockWish: '保留', stockWords: '仍在研究' },
    ...{ stockScores: '使用情况 1、成熟程度 1、市场需求 2、本人投入意愿 3' },
  },
}
