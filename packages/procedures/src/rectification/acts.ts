// The acts of putting a past founding right: a firm that was founded on service achievements before.
import { z } from 'zod'
import { affected } from '../empowerment/acts.ts'
import { decisionData } from '../procedure/decision-step.ts'
import { endingData } from '../procedure/ending-steps.ts'
import { code, flag, label, line, money, onDay, text } from '../procedure/fields.ts'
import { noticeData } from '../procedure/notice-steps.ts'

export const rectificationData = {
  foundingDeclared: z.strictObject({
    title: line('事项名称', 'Title'),
    achievementId: z.uuid().optional(),
    researcher: line('申报人', 'Researcher'),
    company: line('企业名称', 'Firm'),
    foundedOn: onDay('企业成立日', 'Day it was founded'),
    voluntary: flag('本人自愿申报', 'Declared of their own accord'),
    windowEndsOn: z.iso
      .date()
      .meta({ ...label('单位规定的申报截止日', 'Last day to declare'), ahead: true })
      .optional(),
    pilotUnit: flag('单位在试点名单上', 'On the list of the pilot'),
    pilotListedOn: onDay('列入试点名单之日', 'Day it was listed').optional(),
    extract: text('企业登记信息', 'Extract of the register').optional(),
  }),
  traced: z.strictObject({
    achievements: text('使用的职务成果', 'Service achievements used'),
    titleOf: text('权属情况', 'Title'),
    contracts: text('有关合同', 'Contracts').optional(),
    funds: text('经费来源', 'Funds').optional(),
    period: line('使用期间', 'Period of use'),
    complete: flag('成果和权属已查清', 'Use and title are clear'),
  }),
  screened: z.strictObject({
    affected,
    stateSecret: flag('涉及国家秘密', 'A state secret is involved'),
    ethics: code(['passed', 'not_applicable', 'failed'], '伦理审查', 'Ethics review'),
    conditionsMet: flag(
      '权属、前景、承接对象和意愿具备',
      'Title, prospect, taker and will are there',
    ),
    appropriated: flag('存在侵占、隐匿等情形', 'Signs of taking or hiding'),
    opinion: text('筛查意见', 'Opinion'),
  }),
  referred: z.strictObject({
    body: line('移送的机构', 'Referred to'),
    leads: text('移送的线索', 'What was referred'),
  }),
  referralAnswered: z.strictObject({
    outcome: code(['clears', 'bars'], '处理结论', 'Outcome'),
    answer: text('答复内容', 'Answer'),
  }),
  proposed: z.strictObject({
    settlement: text('过往权益的结清办法', 'How the past is settled'),
    amount: money('应补缴金额', 'Amount to be paid').optional(),
    future: code(['by_ownership', 'by_use', 'by_licence'], '今后的权利安排', 'Right from now on'),
    income: text('今后的收益或股权安排', 'Income or shares from now on'),
    confidentiality: text('保密安排', 'Secrecy').optional(),
  }),
  ...decisionData,
  ...noticeData,
  agreed: z.strictObject({
    terms: text('整改协议主要内容', 'Main terms'),
    asPublished: flag('与公示内容一致', 'As published'),
  }),
  executed: z.strictObject({
    booked: text('赋权、许可或转让的办理情况', 'Empowerment, licence or transfer as booked'),
    paid: flag('应缴款项已到账', 'What was due was received'),
    voucher: line('凭证号', 'Voucher').optional(),
  }),
  checked: z.strictObject({
    year: z.int().min(1).max(10).meta(label('第几年检查', 'Year of the check')),
    findings: text('检查情况', 'What was found'),
    kept: flag('协议履行正常', 'The agreement is kept'),
  }),
  refused: z.strictObject({
    reason: text('不予整改的理由', 'Reason'),
    claims: text('权利另行主张的办法', 'How the rights are claimed otherwise'),
  }),
  ...endingData,
} as const
