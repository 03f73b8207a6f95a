// A deal as people talk of it, and the forms they fill in for it: who made what, who takes it, how and
// for how much. A scenario says what is particular to it; the rest is as it usually is.
import { addDays, type Day, parseYuan } from '@yizhuan/kit'
import type { ActData, ActType, Terms } from '@yizhuan/procedures'

type Mode = Terms['mode']

/** Somebody of the team that made it. */
export interface Member {
  readonly name: string
  readonly isChief?: boolean
  readonly holdsLeadingPost?: boolean
}

/** Who gets what of the net income; all amounts in yuan. */
export interface Split {
  readonly team: Readonly<Record<string, string>>
  readonly office: string
  readonly officeStaff: string
  readonly house: string
}

/** What is particular to a deal. */
export interface DealFacts {
  readonly title: string
  readonly achievement: string
  readonly team: readonly Member[]
  readonly mode: Mode
  readonly pricing?: 'agreement' | 'listing' | 'auction'
  /** Nobody knows who will buy what is offered; nobody buys what the institution exploits itself. */
  readonly counterparty?: string
  /** In yuan; the floor of an offer. */
  readonly price?: string
  /** What else the terms say: kind and field of a licence, the share in a company. */
  readonly terms?: Partial<Terms>
  /** Costs that are deducted, by kind, in yuan. */
  readonly costs?: readonly (readonly [kind: ActData<'costRecorded'>['kind'], amount: string])[]
  readonly split?: Split
  /** The achievement in the register, where it stands there. */
  readonly achievementId?: string
}

/** A deal on its way; `reached` is the last usual step that was taken. */
export class Deal {
  reached: ActType | undefined

  readonly facts: DealFacts

  constructor(facts: DealFacts) {
    this.facts = facts
  }

  /** The same deal with parts of its split changed. */
  splitAs({ team, ...parts }: Partial<Split>): Deal {
    const { split } = this.facts
    if (!split) throw new TypeError('There is no split to change.')
    return this.with({ split: { ...split, ...parts, team: { ...split.team, ...team } } })
  }

  /** The same deal, some facts of it otherwise; where it stands, it stands. */
  with(other: Partial<DealFacts>): Deal {
    const deal = new Deal({ ...this.facts, ...other })
    deal.reached = this.reached
    return deal
  }

  get terms(): Terms {
    const { mode, counterparty, price, terms } = this.facts
    return {
      mode,
      ...(counterparty !== undefined && { counterparty }),
      ...(price !== undefined && { price: fenOf(price) }),
      distributionRule: '净收入的七成奖励贡献人员，一成归转化部门，其余留归单位（演示）',
      ...(mode === 'license' && { licenceKind: 'plain' }),
      ...terms,
    }
  }
}

/** Whole fen of an amount in yuan, as it travels. */
export const fenOf = (amount: string): string => `${parseYuan(amount)}`

const modeNames: Readonly<Record<Mode, string>> = {
  self_implementation: '自行实施',
  assignment: '转让',
  license: '许可',
  cooperation: '合作实施',
  equity_contribution: '作价投资',
  other: '其他方式',
}

type Form = (deal: Deal, today: Day) => Readonly<Record<string, unknown>>

const shownUntilYesterday: Form = (_deal, today) => ({ lastShownOn: addDays(today, -1) })

/** The forms of the usual line, as they are usually filled in. */
export const forms = {
  caseOpened: ({ facts: { title, achievement, achievementId, team } }) => ({
    title,
    achievement,
    ...(achievementId !== undefined && { achievementId }),
    team: team.map(contributor),
    workloadLedgerKept: true,
  }),
  disclosed: () => ({
    type: '专利技术',
    maturity: '已完成院内验证',
    stateOfTheArt: '已有同类方案，本成果操作时间更短（演示）',
    market: '面向二级以上医院（演示）',
    risks: '注册周期与原料供应（演示）',
    benefit: '缩短住院时间（演示）',
    need: '寻求有生产资质的合作方（演示）',
    onTask: true,
  }),
  titleRegistered: () => ({
    holders: [{ name: '示例医院（虚构）', share: '100%' }],
    disputed: false,
  }),
  screened: () => ({ stateSecret: 'no', nationalSecurity: 'no', keyTechnology: 'no' }),
  negotiationStarted: ({ facts: { mode, pricing = 'agreement', counterparty } }) => ({
    mode,
    ...(mode !== 'self_implementation' && { pricing }),
    ...(counterparty !== undefined && { counterparty, counterpartyStateOwned: false }),
    ...(mode === 'equity_contribution'
      ? { appraisal: 'appraised' }
      : {
          appraisal: 'waived',
          appraisalReason: '有同类成交价可比（演示）',
          appraisalDecidedBy: '转化工作领导小组（演示）',
        }),
    relatedPartiesDeclared: true,
  }),
  negotiationLogged: () => ({ summary: '就价款和里程碑谈妥意向（演示）' }),
  proposed: (deal) => ({ terms: deal.terms }),
  reviewed: () => ({
    outcome: 'passed',
    opinion: '同意（演示）',
    ethics: 'passed',
    compliance: 'passed',
    risk: 'passed',
  }),
  noticePublished: (deal) => noticeOf(deal),
  noticeCertified: shownUntilYesterday,
  decided: ({ facts: { team } }) => ({
    result: 'passed',
    minuted: true,
    quorate: true,
    recusalObserved: true,
    body: 'management',
    members: 9,
    present: 9,
    votesFor: 8,
    votesAgainst: 0,
    abstentions: 0,
    recused: team.filter(({ holdsLeadingPost }) => holdsLeadingPost).map(({ name }) => name),
  }),
  signed: ({ facts: { mode, counterparty, price = '0' } }) => ({
    mode,
    counterparty,
    price: fenOf(price),
    byInstitution: true,
    byPlatformCompany: false,
    byInventor: false,
    statesMode: true,
    statesPrice: true,
    statesMilestones: true,
    statesJointDevelopment: true,
    statesCooperation: true,
  }),
  contractRegistered: () => ({ outcome: 'registered', number: '示例-2026-1' }),
  registrationReported: () => ({}),
  reported: () => ({ hasDecisions: true, hasContract: true, hasIncome: true }),
  receiptRecorded: ({ facts: { price = '0' } }) => ({
    amount: fenOf(price),
    voucher: '收-1',
    inBudget: true,
  }),
  planDrafted: (deal) => planOf(deal),
  planNoticePublished: () => ({ leadersDisclosed: true }),
  planNoticeCertified: shownUntilYesterday,
  paid: (deal) => ({
    lines: planOf(deal).lines.map(({ name, amount }) => ({ name, amount })),
    proof: '银行回单（演示）',
  }),
  closed: () => ({ summary: '到账已全部分配，报告已受理（演示）' }),
} as const satisfies Partial<Record<ActType, Form>>

function contributor({ name, isChief = false, holdsLeadingPost = isChief }: Member) {
  return { name, isInventor: true, isChief, holdsLeadingPost }
}

/** What the public reads; of who leads, what they did and what they shall get. */
function noticeOf({ facts, terms }: Deal) {
  const { mode, counterparty, price, team, achievement, pricing = 'agreement' } = facts
  const leaders = team.filter(({ isChief, holdsLeadingPost }) => isChief || holdsLeadingPost)
  return {
    achievement,
    team: team.map(({ name }) => name).join('、'),
    mode: modeNames[mode],
    ...(counterparty !== undefined && { counterparty }),
    ...(pricing === 'agreement'
      ? { price: price === undefined ? String(terms.sharingRule) : `${price} 元` }
      : { pricingMethod: `${pricing === 'listing' ? '挂牌' : '拍卖'}，底价 ${price} 元` }),
    distribution: terms.distributionRule,
    leaders: leaders.map(({ name }) => ({
      name,
      contribution: '主要完成人',
      reward: '现金',
      share: '35%',
    })),
    objectionProcedure: '实名书面提交至转化部门（演示）',
    department: '成果转化办公室（演示）',
  }
}

export function planOf({ facts: { split, team, title } }: Deal) {
  if (!split) throw new TypeError(`“${title}” says nothing of who gets what.`)
  return {
    lines: team
      .filter(({ name }) => split.team[name] !== undefined)
      .map((member) => ({
        ...contributor(member),
        award: 'cash',
        amount: fenOf(split.team[member.name] ?? '0'),
      })),
    toTto: fenOf(split.office),
    toTtoStaff: fenOf(split.officeStaff),
    toInstitution: fenOf(split.house),
    waived: [],
  }
}
