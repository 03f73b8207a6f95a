// The acts of an equity holding: how it was formed, what happens to it, and how it ends.
import { z } from 'zod'
import { endingData } from '../procedure/ending-steps.ts'
import {
  code,
  contributor,
  dayAhead,
  flag,
  label,
  line,
  money,
  named,
  onDay,
  share,
  text,
} from '../procedure/fields.ts'
import { wholeReceipt } from '../procedure/receipt-once.ts'

/** The matters that law knows of such equity (packs/_shared/facts/84-equity.yaml). */
export const matters = [
  'transfer',
  'free_allocation',
  'outward_investment',
  'increase',
  'reduction',
  'exit',
  'impairment',
  'liquidation',
] as const

/** Somebody who holds a part of the company. The contributors are people, the others are bodies. */
const holder = contributor
  .omit({ isInventor: true })
  .extend({
    kind: code(
      ['institution', 'platform_company', 'contributor', 'partner'],
      '持股主体',
      'Kind of holder',
    ),
    share: share('持股比例', 'Share held'),
  })
  .partial({ isChief: true, holdsLeadingPost: true })

const holders = z
  .array(holder)
  .min(1)
  .max(100)
  .meta(label('股东及持股比例', 'Holders and their shares'))

const kinds = ['institution', 'platform_company', 'partner'] as const

/** What a holder promised to pay in, and by when: another thing than what was paid in. */
const subscriptions = z
  .array(
    z.strictObject({
      name: line('股东', 'Holder'),
      amount: money('认缴出资额', 'Capital subscribed'),
      dueOn: dayAhead('章程约定的缴足日', 'Day of the articles').optional(),
    }),
  )
  .min(1)
  .max(100)
  .meta({ ...label('认缴出资', 'Capital subscribed'), isRare: true })

/** What was agreed of a round: from it follows who holds what afterwards. */
const roundTerms = {
  round: line('融资轮次', 'Round').optional(),
  preMoney: money('投前估值', 'Value before the money').optional(),
  investors: z
    .array(
      z.strictObject({
        name: line('投资方', 'Investor'),
        kind: code(kinds, '持股主体', 'Kind of holder'),
        amount: money('投入金额', 'Money put in'),
      }),
    )
    .min(1)
    .max(40)
    .meta(label('投资方及投入金额', 'Investors and what they put in'))
    .optional(),
}

/** What was agreed of a part that changes hands. */
const moveTerms = {
  from: line('出让的股东', 'Holder who gives it up').optional(),
  to: line('受让方', 'Who receives it').optional(),
  part: share('涉及的持股比例', 'Part of the company').optional(),
  price: money('决策的成交金额', 'Price that was decided').optional(),
}

/** By which receipts the money of a disposal came in: it is income once, like any other. */
const disposalReceipts = z
  .array(
    z.strictObject({
      voucher: line('到账凭证号', 'Voucher of the receipt'),
      amount: money('到账金额', 'Came in'),
      voucherAmount: wholeReceipt,
    }),
  )
  .min(1)
  .max(60)
  .meta(label('价款到账', 'Receipts of the price'))

/** Where what arrives from leaving goes, as the institution's own rule has it. */
const distribution = z
  .array(
    z.strictObject({
      to: code(
        ['institution', 'company', 'contributors', 'office', 'other'],
        '分配对象',
        'Goes to',
      ),
      name: line('名称', 'Name').optional(),
      /** Who it is in the register: two may bear one name. */
      person: z.uuid().optional(),
      amount: money('金额', 'Amount'),
    }),
  )
  .min(1)
  .max(60)
  .meta({ ...label('处置净收入的分配', 'Where the net income goes'), isRare: true })

const opening = z.strictObject({
  company: line('被投资公司', 'Company'),
  creditCode: line('统一社会信用代码', 'Credit code').optional(),
  achievementId: z.uuid().optional(),
  achievement: line('作价投入的科技成果', 'Achievement contributed'),
  transferCase: line('转化项目编号', 'Number of the transfer case').optional(),
  formedOn: onDay('公司设立或增资登记日', 'Day the company was registered'),
  value: money('作价金额', 'Agreed value'),
  holders,
  taxOption: code(['tax_deferred', 'at_once', 'undecided'], '税收选择', 'Choice of tax').optional(),
  registeredCapital: money('注册资本', 'Registered capital')
    .meta({ ...label('注册资本', 'Registered capital'), unit: 'fen', isRare: true })
    .optional(),
  subscriptions: subscriptions.optional(),
})

export const actData = {
  holdingOpened: opening,
  propertyRegistered: z.strictObject({
    certificate: text('产权登记证书号', 'Number of the certificate'),
  }),
  listed: z.strictObject({ entry: line('单列清单编号', 'Entry on the separate list') }),
  taxChosen: z.strictObject({
    option: code(['tax_deferred', 'at_once'], '税收选择', 'Choice of tax'),
    filing: line('备案或申报回执号', 'Number of the filing').optional(),
  }),
  formerEvent: z.strictObject({
    matter: code(matters, '股权事项', 'Matter'),
    terms: text('主要内容及依据', 'What happened, and what shows it'),
    holders,
    price: money('本单位所得价款', 'What the own side received').optional(),
    costs: money('处置费用', 'What it cost').optional(),
  }),
  capitalPaidIn: z.strictObject({
    name: line('股东', 'Holder'),
    amount: money('实缴金额', 'Paid in'),
    voucher: line('验资或入账凭证', 'What shows it'),
    beyond: text('超出认缴出资额的原因', 'Why it is more than was subscribed').optional(),
  }),
  dividendDeclared: z.strictObject({
    year: line('所属年度', 'Year'),
    total: money('公司分红总额', 'Dividend of the company'),
    resolution: line('股东会决议', 'Resolution of the holders'),
    basis: code(['by_share', 'as_agreed'], '分配办法', 'How it is divided'),
  }),
  dividendReceived: z.strictObject({
    amount: money('分红金额', 'Dividend'),
    voucher: line('凭证号', 'Voucher'),
    voucherAmount: wholeReceipt,
    year: line('所属年度', 'Year').optional(),
  }),
  windingUp: z.strictObject({
    stage: code(
      ['bankruptcy_accepted', 'liquidation_begun', 'liquidation_ended', 'deregistered'],
      '进展',
      'How far it is',
    ),
    body: line('法院或清算组', 'Court or liquidators'),
    document: line('文书号', 'Number of the document'),
  }),
  appraised: z.strictObject({
    agency: line('评估机构', 'Appraiser'),
    value: money('评估值', 'Appraised value'),
    of: code(['own_part', 'whole_company'], '评估对象', 'What was appraised').optional(),
    validUntil: onDay('评估有效期至', 'Valid until'),
  }),
  eventDecided: z.strictObject({
    matter: code(matters, '股权事项', 'Matter'),
    terms: text('主要内容', 'Main terms'),
    handler: code(['institution', 'health', 'asset_department'], '办理主体', 'Handling body'),
    minuted: flag('有书面记录', 'Minuted'),
    ...roundTerms,
    ...moveTerms,
  }),
  departmentDecided: z.strictObject({
    body: code(['health', 'asset_department'], '作出决定的部门', 'Department'),
    document: line('批复文号', 'Number of its reply'),
  }),
  eventHandled: z.strictObject({
    // Left out where the company is gone: then nobody holds anything.
    holders: holders.optional(),
    counterparty: line('交易对方', 'Counterparty').optional(),
    agreement: line('协议或分配方案的名称及编号', 'Agreement or plan, with its number').optional(),
    price: money('成交金额', 'Price').optional(),
    beyond: text('超出决策金额的原因', 'Why it is more than was decided').optional(),
    receipts: disposalReceipts.optional(),
    receiptsOtherwise: text(
      '到账合计与成交金额不同的原因',
      'Why what came in is not the price',
    ).optional(),
    costs: money('处置费用和税费', 'Costs and taxes').optional(),
    impairment: money('减值金额', 'Amount written down').optional(),
    distribution: distribution.optional(),
    financeApprovalAsked: flag(
      '被要求报财政审批或备案',
      'Approval by finance was demanded',
    ).default(false),
    onList: flag('已记入单列清单', 'Recorded on the separate list'),
    lossExcluded: flag(
      '损失拟不纳入绩效考核',
      'The loss is to be left out of the assessment',
    ).default(false),
    decidedDemocratically: flag('已履行民主决策程序', 'Decided by due procedure').optional(),
    reasonableCareTaken: flag('已尽合理注意义务', 'Reasonable care was taken').optional(),
    supervisionExercised: flag('已履行监督管理职责', 'Supervision was exercised').optional(),
    illegalGain: flag('存在牟取非法利益', 'Illegal gain was sought').optional(),
    rulesKept: flag('依照法律和制度执行', 'Law and rules were kept').optional(),
  }),
  proceedsPaid: z.strictObject({
    event: z
      .int()
      .min(2)
      .max(100_000)
      .meta(label('处置事项在办理记录中的序号', 'Number of the disposal in the record')),
    to: code(['contributors', 'office'], '分配对象', 'Goes to'),
    lines: z
      .array(
        z.strictObject({
          ...named,
          amount: money('发放金额（税前）', 'Amount before tax'),
        }),
      )
      .min(1)
      .max(200)
      .meta(label('发放明细', 'Who was paid what')),
    proof: line('付款凭证号', 'Voucher of the payment'),
  }),
  marketEntered: z.strictObject({
    basis: code(
      ['first_sale', 'approval', 'company_first_sale'],
      '进入市场的依据',
      'What shows the entry',
    ),
  }),
  stayExplained: z.strictObject({ reason: text('未按期退出的理由', 'Reason for staying') }),
  chiefReviewed: z.strictObject({
    name: line('持股的完成人', 'Contributor who holds'),
    since: onDay('任正职领导之日', 'Chief since'),
    outcome: code(['stays', 'to_leave'], '审查结论', 'Outcome'),
    basis: text('依据和理由', 'What it rests on'),
  }),
  assessed: z.strictObject({
    period: line('考核期间', 'Period'),
    singly: flag('逐项单独考核', 'Assessed one by one').default(false),
    outcome: text('考核结论', 'Outcome'),
  }),
  openingCorrected: opening.extend({ reason: text('更正理由', 'Why it is corrected') }),
  entryStruck: z.strictObject({
    entry: z
      .int()
      .min(2)
      .max(100_000)
      .meta(label('误登记录的序号', 'Number of the mistaken entry')),
    reason: text('更正理由', 'Why it is struck'),
  }),
  closed: endingData.closed,
} as const

export type Holder = z.infer<typeof holder>
