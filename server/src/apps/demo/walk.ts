import type { Chance } from './chance.ts'
import { type Deal, ofOthers, planOf, publishedWords, receiptOf, termsOf, titleOf } from './deal.ts'
import type { Destination } from './plan.ts'

/** An office of the hospital that records an act; its place in the list of offices. */
export type Office =
  | 'officer'
  | 'reviewer'
  | 'inventor'
  | 'finance'
  | 'leaders'
  | 'legal'
  | 'discipline'

/** One act of a walk: so many days after the one before. */
export interface Step {
  readonly type: string
  readonly by: Office
  readonly after: number
  readonly data: (on: string, dayBefore: string) => Record<string, unknown>
  /** The papers that go with it, by their names. */
  readonly papers: readonly string[]
}

/** A walk and how many days ago its last step was taken. */
export interface Walk {
  /** Of another procedure than a transfer. */
  readonly procedure?: string
  readonly steps: readonly Step[]
  readonly daysAgo: number
}

/** A step of a walk. */
export const step = (
  type: string,
  by: Office,
  after: number,
  data: object | Step['data'],
  ...papers: readonly string[]
): Step => ({
  type,
  by,
  after,
  data: typeof data === 'function' ? (data as Step['data']) : () => ({ ...data }),
  papers,
})

/** The acts that lead a deal to its destination, in order. */
export function walkTo(destination: Destination, deal: Deal, dice: Chance): Walk {
  const line = mainLine(deal)
  const upTo = (type: string) => line.slice(0, line.findIndex((one) => one.type === type) + 1)
  const recent = dice.whole(1, 4)
  switch (destination) {
    case 'opened':
      return { steps: upTo('caseOpened'), daysAgo: recent }
    case 'disclosed':
      return { steps: upTo('disclosed'), daysAgo: recent }
    case 'titleOpen':
      return {
        steps: [
          ...upTo('disclosed'),
          step('titleLeftOpen', 'officer', 4, { reason: '合作单位份额待书面确认（演示）' }),
        ],
        daysAgo: recent,
      }
    case 'specialRegime':
      return {
        steps: [
          ...upTo('titleRegistered'),
          step('screened', 'reviewer', 3, {
            stateSecret: 'no',
            nationalSecurity: 'no',
            keyTechnology: 'unsure',
          }),
        ],
        daysAgo: recent,
      }
    case 'screened':
      return { steps: upTo('screened'), daysAgo: recent }
    case 'negotiating':
      return { steps: upTo('negotiationLogged'), daysAgo: recent }
    case 'proposed':
      return { steps: upTo('proposed'), daysAgo: recent }
    case 'returned':
      return {
        steps: [...upTo('proposed'), step('reviewed', 'reviewer', 4, review('returned'))],
        daysAgo: recent,
      }
    case 'reviewed':
      return { steps: upTo('reviewed'), daysAgo: recent }
    case 'noticeRunning':
      return { steps: upTo('noticePublished'), daysAgo: dice.whole(2, 12) }
    case 'noticeOver':
      return { steps: upTo('noticePublished'), daysAgo: 27 }
    case 'objected':
      return { steps: [...upTo('noticePublished'), objection()], daysAgo: 2 }
    case 'noticeAfresh':
      return {
        steps: [
          ...upTo('noticePublished'),
          objection(),
          step('objectionFound', 'reviewer', 6, {
            finding: '经核实，异议所述贡献排序已由团队书面确认（演示）',
            outcome: 'continue',
          }),
          step('noticePublished', 'officer', 2, publishedWords(deal)),
        ],
        daysAgo: 5,
      }
    case 'certified':
      return { steps: upTo('noticeCertified'), daysAgo: recent }
    case 'decided':
      return { steps: upTo('decided'), daysAgo: recent }
    case 'rejected':
      return {
        steps: [...upTo('noticeCertified'), step('decided', 'leaders', 3, decision('rejected'))],
        daysAgo: recent,
      }
    default:
      return lateWalk(destination, deal, line, recent)
  }
}

function lateWalk(
  destination: Destination,
  deal: Deal,
  line: readonly Step[],
  recent: number,
): Walk {
  const upTo = (type: string) => line.slice(0, line.findIndex((one) => one.type === type) + 1)
  switch (destination) {
    case 'signed':
      return { steps: upTo('signed'), daysAgo: recent + 8 }
    case 'reportOverdue':
      return { steps: upTo('registrationReported'), daysAgo: 12 }
    case 'registered':
      return { steps: upTo('registrationReported'), daysAgo: recent }
    case 'reported':
      return { steps: upTo('reported'), daysAgo: recent }
    case 'received':
      return { steps: upTo('costRecorded'), daysAgo: recent }
    case 'planned':
      return { steps: upTo('planDrafted'), daysAgo: recent }
    case 'planNotice':
      return { steps: upTo('planNoticePublished'), daysAgo: 6 }
    case 'distributionRefused':
      return {
        steps: [
          ...upTo('planNoticePublished'),
          step('planObjected', 'inventor', 4, {
            name: deal.team[0]?.name ?? '',
            text: '对个人贡献比例有异议，请重新协商（演示）',
          }),
        ],
        daysAgo: 3,
      }
    case 'paid':
      return { steps: [...upTo('paid'), ...secondReceipt(deal)], daysAgo: recent }
    case 'closed':
      return { steps: line, daysAgo: recent }
    default:
      return {
        steps: [
          ...upTo('negotiationLogged'),
          step('withdrawn', 'officer', 6, { reason: '合作方放弃（演示）' }),
        ],
        daysAgo: recent + 5,
      }
  }
}

function mainLine(deal: Deal): Step[] {
  return [
    step('caseOpened', 'officer', 0, {
      title: `${deal.achievement}${deal.mode === 'license' ? '许可' : '转让'}`,
      ...(deal.achievementId !== undefined && { achievementId: deal.achievementId }),
      achievement: deal.achievement,
      team: deal.team.map(contributor),
      universityAffiliated: deal.universityAffiliated,
      workloadLedgerKept: true,
    }),
    step('disclosed', 'inventor', 1, {
      type: '专利技术',
      maturity: '已完成院内验证',
      stateOfTheArt: '国内外已有同类方案，本成果在操作时间上占优（演示）',
      market: '目标为二级以上医院，测算年需求三万例（演示）',
      risks: '注册周期与原料供应两项主要风险（演示）',
      benefit: '预计缩短住院时间（演示）',
      need: '寻求有生产资质的合作方（演示）',
      onTask: true,
    }),
    step('titleRegistered', 'officer', 3, titleOf(deal)),
    step('screened', 'reviewer', 3, {
      stateSecret: 'no',
      nationalSecurity: 'no',
      keyTechnology: 'no',
    }),
    step('negotiationStarted', 'officer', 2, {
      mode: deal.mode,
      pricing: 'agreement',
      counterparty: deal.counterparty,
      counterpartyStateOwned: false,
      appraisal: 'waived',
      appraisalReason: '许可费率有同类成交价可比（演示）',
      appraisalDecidedBy: '转化工作领导小组（演示）',
      relatedPartiesDeclared: true,
    }),
    step('negotiationLogged', 'officer', 7, { summary: '双方就价款、里程碑谈妥意向（演示）' }),
    step('proposed', 'officer', 4, { terms: termsOf(deal) }),
    step('reviewed', 'reviewer', 5, review('passed')),
    step('noticePublished', 'officer', 2, publishedWords(deal)),
    step('noticeCertified', 'officer', 27, (_on, dayBefore) => ({ lastShownOn: dayBefore })),
    step('decided', 'leaders', 3, decision('passed'), '会议记录和决议（演示）.txt'),
    step('signed', 'officer', 4, {
      mode: deal.mode,
      counterparty: deal.counterparty,
      price: `${deal.price}`,
      byInstitution: true,
      byPlatformCompany: false,
      byInventor: false,
      statesMode: true,
      statesPrice: true,
      statesMilestones: true,
      statesJointDevelopment: true,
      statesCooperation: true,
    }),
    ...afterSigning(deal),
  ]
}

function afterSigning(deal: Deal): Step[] {
  return [
    step('contractRegistered', 'officer', 5, { outcome: 'registered', number: deal.registration }),
    step('registrationReported', 'officer', 1, {}),
    ...(deal.universityAffiliated
      ? [step('universityReviewed', 'officer', 1, { opinion: '同意报送（演示）' })]
      : []),
    step('reported', 'officer', 3, { hasDecisions: true, hasContract: true, hasIncome: true }),
    step('receiptRecorded', 'finance', 8, receiptOf(deal, deal.price, `收-${deal.registration}`)),
    ...deal.costs.map(({ kind, amount }, index) =>
      step('costRecorded', 'finance', index === 0 ? 1 : 0, {
        kind,
        amount: `${amount}`,
        voucher: `付-${deal.registration}-${index + 1}`,
      }),
    ),
    step('planDrafted', 'officer', 2, planOf(deal)),
    ...deal.team.map(({ name }) =>
      step('planAgreed', 'officer', 0, { member: name }, `团队分配协议签字页-${name}（演示）.txt`),
    ),
    step('planNoticePublished', 'officer', 2, { leadersDisclosed: true }),
    step('planNoticeCertified', 'officer', 27, (_on, dayBefore) => ({ lastShownOn: dayBefore })),
    step('paid', 'finance', 3, {
      lines: planOf(deal).lines.map(({ name, amount }) => ({ name, amount })),
      proof: `银行回单 ${deal.registration}`,
    }),
    step('closed', 'officer', 5, { summary: '到账已全部分配，报告已受理（演示）' }),
  ]
}

/** A co-owner is passed on a part of what is theirs, and more comes in by sales. */
function secondReceipt(deal: Deal): Step[] {
  const { coOwner, registration } = deal
  if (!coOwner) return []
  const passedOn = ofOthers(deal, deal.price) / 2n
  return [
    step('othersSettled', 'finance', 1, {
      ...{ holder: coOwner.name, way: 'passed_on', amount: `${passedOn}` },
      proof: `转付回单 ${registration}`,
    }),
    step('receiptRecorded', 'finance', 2, {
      ...receiptOf(deal, 12_345_600n, `收-${registration}-2`),
      beyond: '按销售额支付的许可费（演示）',
    }),
    step('costRecorded', 'finance', 0, {
      ...{ kind: 'tax', amount: '740700', voucher: `付-${registration}-3` },
    }),
  ]
}

function objection(): Step {
  return step('objectionFiled', 'officer', 5, {
    name: '示例异议人',
    text: '对研究团队名单有异议，认为遗漏一名参与者（演示）',
    inWriting: true,
    toDepartment: true,
  })
}

function contributor({ name, person }: Deal['team'][number]) {
  const known = person !== undefined && { person }
  return { name, ...known, isInventor: true, isChief: false, holdsLeadingPost: false }
}

function review(outcome: 'passed' | 'returned') {
  const opinion = outcome === 'passed' ? '同意提交公示（演示）' : '请补充价格依据（演示）'
  return { outcome, opinion, ethics: 'passed', compliance: 'passed', risk: 'passed' }
}

function decision(result: 'passed' | 'rejected') {
  const votes =
    result === 'passed'
      ? { votesFor: 7, votesAgainst: 1, abstentions: 1 }
      : { votesFor: 3, votesAgainst: 5, abstentions: 1 }
  const count = { body: 'management', members: 9, present: 9 }
  return {
    result,
    minuted: true,
    quorate: true,
    recusalObserved: true,
    ...count,
    ...votes,
    recused: [],
  }
}
