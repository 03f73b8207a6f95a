// The finding for one person and one ground: which duties were kept, by which documents, and in words
// as strong as those of the text.
import { z } from 'zod'
import { code, flag, label, line, onDay, text } from '../procedure/fields.ts'
import type { CaseFacts } from '../procedure/procedure.ts'
import { duties } from './proof.ts'

const heads = [
  'pricing_change',
  'no_appraisal',
  'pricing',
  'empowerment',
  'equity_loss',
  'filing_dropped',
  'right_abandoned',
  'related_trade',
  'ownership_loss',
  'venture_failed',
  'dispute',
  'pilot_exploration',
  'other',
] as const

const situation = {
  pricing: code(['agreement', 'listing', 'auction'], '定价方式', 'Pricing').optional(),
  noticeNamesPrice: flag('公示写明拟交易价格', 'The notice named the price').optional(),
  noticeEndedOn: onDay('本单位公示结束日', 'Notice in the institution ended on').optional(),
  exchangeNoticeEndedOn: onDay(
    '技术交易市场公示结束日',
    'Notice on the exchange ended on',
  ).optional(),
  disclosedOn: onDay('成果披露日', 'Disclosed on').optional(),
  filingAdvisedAgainst: flag('审核认为不应申请', 'The review advised not to file').optional(),
  completersNotified: flag('已通知完成人', 'The inventors were notified').optional(),
  completersInformed: flag('已告知后果和选择', 'The inventors were told what follows').optional(),
  abandonNoticeOn: onDay('放弃公示日', 'Giving-up published on').optional(),
  relatedPartiesDeclared: flag('关联关系已申报', 'Related parties were declared').optional(),
  relatedTradeApproved: flag(
    '关联交易已履行程序',
    'The related trade went by procedure',
  ).optional(),
  empoweredOn: onDay('赋权协议日', 'Empowered on').optional(),
  agreementStatesIncome: flag('协议写明收益分配', 'The agreement stated income').optional(),
  transferProcedureKept: flag('转让许可已履行程序', 'Transfer went by procedure').optional(),
  empoweredRightRecipient: code(
    ['state_firm', 'researchers', 'both', 'other'],
    '赋权成果受让人',
    'Taker of the empowered achievement',
  ).optional(),
  ventureFailed: flag('创业失败或经营不善', 'The venture failed').optional(),
  publicityKept: flag('公示等程序已履行', 'Publicity was kept').optional(),
  exploredUnderPilot: flag('按试点要求先行先试', 'It was explored as the pilot asks').optional(),
  activityHelpsTransfer: flag('属于有利于转化的活动', 'The activity helped transfer').optional(),
} as const

const distinctions = {
  pioneeringMistake: flag('属于先行先试的失误', 'A mistake of trying first').optional(),
  exploredBeforeRules: flag('属于尚无规定时的探索', 'Explored before there were rules').optional(),
  faultUnintended: flag('属于无意过失', 'An unintended fault').optional(),
} as const

const duty = {
  resultRulesInForce: flag('成果管理制度当时有效', 'Rules on achievements were in force'),
  assetRulesInForce: flag('资产财务制度当时有效', 'Rules on assets and finance were in force'),
  rulesKept: flag('依照法律和制度执行', 'Law and rules were kept'),
  illegalGain: flag('存在牟取非法利益', 'Illegal gain was sought'),
  decidedDemocratically: flag('履行民主决策程序', 'Decided by due procedure'),
  reasonableCareTaken: flag('尽到合理注意义务', 'Reasonable care was taken'),
  supervisionExercised: flag('履行监督管理职责', 'Supervision was exercised'),
  otherDutiesPerformed: flag('履行其他应尽职责', 'Other duties were performed'),
} as const

export const findingData = z.strictObject({
  name: line('当事人', 'Person concerned'),
  head: code(heads, '免责事由', 'Ground of the relief'),
  headReason: text('其他事由的说明', 'Account of another ground').optional(),
  ...duty,
  documents: z
    .array(
      z.strictObject({
        duty: code(duties, '职责', 'Duty'),
        document: text('证明材料', 'Document'),
      }),
    )
    .max(200)
    .meta(label('各项职责的证明材料', 'Documents under each duty')),
  ...situation,
  ...distinctions,
  decider: code(['leading_group', 'joint', 'discipline'], '认定机构', 'Body that decides'),
  wording: code(['may_spare', 'relieved', 'not_pursued'], '认定书用语', 'Wording'),
  appealDays: z.int().min(1).max(365).meta(label('申诉期限（日）', 'Days to appeal')),
  reasons: text('事实和依据', 'Facts and grounds'),
})
export type FindingData = z.infer<typeof findingData>

/** What each ground asks about the matter; any other ground asks nothing. */
const asks: Readonly<Partial<Record<(typeof heads)[number], readonly (keyof typeof situation)[]>>> =
  {
    pricing_change: ['pricing', 'noticeNamesPrice', 'noticeEndedOn', 'exchangeNoticeEndedOn'],
    pricing: ['pricing', 'noticeNamesPrice', 'noticeEndedOn', 'exchangeNoticeEndedOn'],
    no_appraisal: ['pricing', 'noticeNamesPrice', 'noticeEndedOn', 'exchangeNoticeEndedOn'],
    empowerment: ['pricing', 'noticeNamesPrice', 'noticeEndedOn', 'exchangeNoticeEndedOn'],
    filing_dropped: ['disclosedOn', 'filingAdvisedAgainst'],
    right_abandoned: ['completersNotified', 'completersInformed', 'abandonNoticeOn'],
    related_trade: ['relatedPartiesDeclared', 'relatedTradeApproved'],
    ownership_loss: [
      'empoweredOn',
      'agreementStatesIncome',
      'transferProcedureKept',
      'empoweredRightRecipient',
      'ventureFailed',
    ],
    venture_failed: [
      'empoweredOn',
      'transferProcedureKept',
      'empoweredRightRecipient',
      'ventureFailed',
    ],
    dispute: ['publicityKept'],
    pilot_exploration: ['exploredUnderPilot'],
    other: ['activityHelpsTransfer'],
  }

/** The fields that a ground does not ask about; the distinctions are those of the pilot. */
export function unasked(head: unknown, isPilot: boolean): readonly string[] {
  const asked = asks[head as (typeof heads)[number]] ?? []
  const facts = (Object.keys(situation) as (keyof typeof situation)[]).filter(
    (field) => !asked.includes(field),
  )
  return [
    ...facts,
    ...(isPilot ? [] : Object.keys(distinctions)),
    ...(head === 'other' ? [] : ['headReason']),
  ]
}

/** A finding in the words of the law. */
export function findingFacts(finding: FindingData | undefined): CaseFacts {
  if (!finding) return {}
  const { name: _name, head, headReason, documents: _documents, ...told } = finding
  const { decider, wording, appealDays, reasons, ...facts } = told
  const days = ['noticeEndedOn', 'exchangeNoticeEndedOn', 'abandonNoticeOn', 'empoweredOn'] as const
  const unknownDays = days.filter((day) => facts[day] === undefined).map((day) => [day, null])
  return {
    ...Object.fromEntries([...unknownDays, ['disclosedOn', facts.disclosedOn ?? null]]),
    ...facts,
    noticeShownInHouse: facts.noticeEndedOn !== undefined,
    exemptionHead: head,
    exemptionHeadReason: headReason ?? null,
    exemptionDecider: decider,
    exemptionWording: wording,
    appealDays,
    findingReasoned: reasons !== '',
  }
}

/** Which duty each statement of a finding is about. */
const statedBy = {
  decision: 'decidedDemocratically',
  care: 'reasonableCareTaken',
  supervision: 'supervisionExercised',
  own_rules: 'resultRulesInForce',
} as const

/** The duties that a finding calls kept and names no document of. */
export function undocumented(finding: FindingData): readonly string[] {
  return Object.entries(statedBy)
    .filter(([, statement]) => finding[statement])
    .map(([kept]) => kept)
    .filter((kept) => !finding.documents.some(({ duty: proven }) => proven === kept))
}
