// What the acts of the modes carry.
import { z } from 'zod'
import {
  code,
  creditCode,
  dayAhead,
  flag,
  label,
  line,
  money,
  onDay,
  share,
  text,
} from '../../procedure/fields.ts'

export const modeData = {
  investmentApproved: z.strictObject({
    amount: money('批准投入金额', 'Amount approved'),
    source: text('资金来源', 'Source of the money'),
    document: line('批准文件', 'Approval'),
    careComesFirst: flag('经确认不影响诊疗服务', 'Care of patients is confirmed to come first'),
  }),
  productionStarted: z.strictObject({
    product: text('产品或服务', 'Product or service'),
    place: text('实施地点或科室', 'Place or department').optional(),
  }),
  periodSettled: z.strictObject({
    year: z.int().min(1).max(50).meta(label('投产后第几年', 'Year since the start')),
    from: onDay('结算期起', 'First day of the period'),
    to: onDay('结算期止', 'Last day of the period'),
    income: money('本期收入', 'Income of the period'),
    costs: money('本期成本费用', 'Costs of the period'),
    profit: money('本期营业利润（亏损填0）', 'Operating profit (0 for a loss)'),
    ourPart: money('按分享办法归本单位', 'Ours by the sharing rule').optional(),
    statement: line('结算单编号', 'Number of the statement'),
  }),
  rightChangeFiled: z.strictObject({
    office: line('受理机构', 'Office'),
    number: line('受理编号', 'Number').optional(),
  }),
  rightChanged: z.strictObject({
    certificate: line('变更证明编号', 'Certificate of the change'),
  }),
  handedOver: z.strictObject({
    items: z
      .array(text('交付的资料或实物', 'What is handed over'))
      .min(1)
      .max(100)
      .meta(label('交接清单', 'List of the handover')),
    receivedBy: line('接收人', 'Received by'),
  }),
  licenceRecorded: z.strictObject({ number: line('许可备案号', 'Number of the recordal') }),
  royaltyReported: z.strictObject({
    from: onDay('结算期起', 'First day of the period'),
    to: onDay('结算期止', 'Last day of the period'),
    sales: money('被许可产品销售额', 'Sales of the licensed product'),
    royalty: money('应付许可费', 'Royalty due'),
    audited: flag('已行使查账权核对', 'Audited under the contract').default(false),
    corrects: flag(
      '更正这一期此前的结算单',
      'It corrects the earlier statement of this period',
    ).optional(),
  }),
  licenceRenewed: z.strictObject({
    until: dayAhead('续期至', 'Renewed until'),
    basis: text('续期依据', 'What it rests on'),
  }),
  licenceExpired: z.strictObject({ remark: text('到期处理说明', 'What was done at its end') }),
  companyRegistered: z.strictObject({
    company: line('公司名称', 'Company'),
    foundedOn: onDay('公司成立日', 'Day it was founded'),
    ourShare: share('本次作价占股比例', 'Share for the contribution'),
    capitalDueOn: dayAhead('章程规定的出资日', 'Day in the articles').optional(),
    articles: line('公司章程编号', 'Articles of association').optional(),
  }),
  capitalContributed: z.strictObject({
    titleTransferred: flag('出资财产权已转移', 'Title to the contribution is transferred'),
    proof: line('出资证明', 'Proof of the contribution'),
  }),
  equityPropertyRegistered: z.strictObject({
    certificate: text('产权登记证书号', 'Number of the certificate'),
  }),
  holdingHandedOver: z.strictObject({
    holding: line('股权管理事项编号', 'Number of the holding'),
  }),
  openLicenceDeclared: z.strictObject({
    patent: line('专利号', 'Number of the patent'),
    patentKind: code(['invention', 'utility_model', 'design'], '专利类型', 'Kind of patent'),
    grantedOn: onDay('授权公告日', 'Day of the grant').optional(),
    inWriting: flag('声明为书面', 'Declared in writing'),
    statesFee: flag('写明许可费支付方式和标准', 'States how and how much is paid'),
    evaluationReport: flag('有专利权评价报告', 'Evaluation report at hand').default(false),
    exclusivelyLicensed: flag('在独占或排他许可期内', 'Under an exclusive or sole licence'),
    feesPaid: flag('年费已缴', 'Annual fees paid'),
    pledged: flag('专利已出质', 'Patent pledged').default(false),
    pledgeeConsented: flag('质权人已同意', 'Pledgee consented').default(false),
  }),
  openLicencePublished: z.strictObject({ number: text('公告号', 'Number of the publication') }),
  openLicenceAccepted: z.strictObject({
    licensee: line('被许可人', 'Licensee'),
    fee: money('许可使用费', 'Fee').optional(),
  }),
  openLicenceWithdrawn: z.strictObject({ reason: text('撤回理由', 'Reason') }),
  contractAmended: z.strictObject({
    number: line('补充协议编号', 'Number of the amendment'),
    summary: text('变更内容', 'What it changes'),
    counterpartyUscc: creditCode(
      '新合作主体的统一社会信用代码',
      'Credit code of the new counterparty',
    ).optional(),
  }),
} as const

export type ModeData<T extends keyof typeof modeData> = z.infer<(typeof modeData)[T]>
