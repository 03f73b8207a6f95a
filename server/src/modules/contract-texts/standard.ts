import type { Words } from '@yizhuan/kit'

// The words of the library: which clauses there are, for which contracts, and when one fits.

/** A clause, or a model contract that puts clauses in order. */
export const formWords = {
  clause: { zh: '条款', en: 'Clause' },
  template: { zh: '范本', en: 'Model contract' },
} as const satisfies Record<string, Words>
export type StandardForm = keyof typeof formWords
export const forms = Object.keys(formWords) as [StandardForm, ...StandardForm[]]

/** What a clause settles. */
export const clauseKindWords = {
  parties: { zh: '当事人', en: 'Parties' },
  object: { zh: '标的和范围', en: 'Object and scope' },
  title: { zh: '权属', en: 'Title' },
  grant: { zh: '许可方式、领域和地域', en: 'Exclusivity, field and territory' },
  delivery: { zh: '技术资料交付', en: 'Delivery of technical material' },
  work: { zh: '研究开发和服务内容', en: 'Work to be done' },
  acceptance: { zh: '验收', en: 'Acceptance' },
  payment: { zh: '价款和支付', en: 'Payment' },
  audit: { zh: '账目查核', en: 'Audit of books' },
  tax: { zh: '税费和发票', en: 'Tax and invoices' },
  improvements: { zh: '后续改进', en: 'Improvements' },
  confidentiality: { zh: '保密', en: 'Confidentiality' },
  warranty: { zh: '陈述和保证', en: 'Warranty' },
  liability: { zh: '违约责任', en: 'Liability' },
  infringement: { zh: '侵权处理', en: 'Infringement' },
  upkeep: { zh: '权利维持和年费', en: 'Upkeep of patents and fees' },
  diligence: { zh: '实施义务和里程碑', en: 'Diligence milestones' },
  ethics: { zh: '伦理、数据和遗传资源', en: 'Ethics, data and genetic resources' },
  registration: { zh: '合同登记', en: 'Registration' },
  termination: { zh: '变更和解除', en: 'Amendment and termination' },
  disputes: { zh: '适用法律和争议解决', en: 'Governing law and disputes' },
  signing: { zh: '签署、通知和生效', en: 'Signing, notices and effect' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>
export type ClauseKind = keyof typeof clauseKindWords
export const clauseKinds = Object.keys(clauseKindWords) as [ClauseKind, ...ClauseKind[]]

/** The contracts a text is for: by how an achievement moves, or what is commissioned. */
export const contractTypeWords = {
  assignment: { zh: '技术转让', en: 'Assignment' },
  license: { zh: '技术许可', en: 'Licence' },
  equity_contribution: { zh: '作价投资', en: 'Contribution for equity' },
  cooperation: { zh: '合作实施', en: 'Cooperation' },
  development: { zh: '技术开发', en: 'Development' },
  consulting: { zh: '技术咨询', en: 'Consulting' },
  service: { zh: '技术服务', en: 'Service' },
} as const satisfies Record<string, Words>
export type ContractType = keyof typeof contractTypeWords
export const contractTypes = Object.keys(contractTypeWords) as [ContractType, ...ContractType[]]

/** Whether a contract of the type has to have the clause. */
export const obligationWords = {
  must: { zh: '必备', en: 'Must' },
  usual: { zh: '常用', en: 'Usual' },
  optional: { zh: '可选', en: 'Optional' },
} as const satisfies Record<string, Words>
export type Obligation = keyof typeof obligationWords
export const obligations = Object.keys(obligationWords) as [Obligation, ...Obligation[]]

/** What has to be so of a deal for a clause to fit. */
export const conditionWords = {
  lumpSum: { zh: '一次付清', en: 'one payment' },
  instalments: { zh: '分期付款', en: 'instalments' },
  milestones: { zh: '里程碑付款', en: 'milestone payments' },
  royalty: { zh: '有提成', en: 'royalties' },
  equity: { zh: '有股权对价', en: 'equity' },
  foreignCurrency: { zh: '以外币计价', en: 'a foreign currency' },
  exclusive: { zh: '独占许可', en: 'an exclusive licence' },
  sole: { zh: '排他许可', en: 'a sole licence' },
  plain: { zh: '普通许可', en: 'a plain licence' },
  rights: { zh: '涉及专利等权利', en: 'registered rights' },
  coOwners: { zh: '权利共有', en: 'co-owned rights' },
  moreParties: { zh: '两方以上', en: 'more than two parties' },
} as const satisfies Record<string, Words>
export type Condition = keyof typeof conditionWords
export const conditions = Object.keys(conditionWords) as [Condition, ...Condition[]]

/** What a version of a clause says. */
export interface ClauseContent {
  readonly kind: ClauseKind
  readonly types: readonly ContractType[]
  readonly obligation: Obligation
  readonly conditions: readonly Condition[]
  /** The norms of the law that ask for it; without one it is the house's own rule. */
  readonly norms: readonly string[]
  readonly zh: string
  /** Its heading and text in English, where there is one. */
  readonly headingEn: string | null
  readonly en: string | null
  /** What whoever drafts should know; never printed. */
  readonly guidance: string | null
}

/** A place in a model contract: one of some clauses, in the order in which they are preferred. */
export interface Slot {
  readonly key: string
  readonly clauses: readonly string[]
  /** Whoever drafts may leave it out without saying why. */
  readonly isOptional: boolean
}

/** What a version of a model contract says. */
export interface TemplateContent {
  readonly types: readonly ContractType[]
  readonly title: string
  readonly titleEn: string | null
  readonly slots: readonly Slot[]
}

export type StandardContent = ClauseContent | TemplateContent

/** Where a clause or model contract stands. */
export const stateWords = {
  proposed: { zh: '待审批', en: 'Awaiting approval' },
  in_use: { zh: '使用中', en: 'In use' },
  unused: { zh: '未启用', en: 'Not in use' },
  retired: { zh: '已停用', en: 'Retired' },
} as const satisfies Record<string, Words>
export type StandardState = keyof typeof stateWords
export const standardStates = Object.keys(stateWords) as [StandardState, ...StandardState[]]

/** How it stands; one in use with a further version proposed is in use. */
export function stateOf(of: {
  readonly inUse: number | null
  readonly isRetired: boolean
  readonly isOpen: boolean
}): StandardState {
  if (of.isRetired) return 'retired'
  if (of.inUse !== null) return 'in_use'
  return of.isOpen ? 'proposed' : 'unused'
}

export const isClause = (content: StandardContent): content is ClauseContent => 'zh' in content

/** What the register shows of a version. */
export function shownOf(name: string, content: StandardContent) {
  const types = [...content.types]
  return isClause(content)
    ? { name, kind: content.kind, types, obligation: content.obligation }
    : { name, kind: null, types, obligation: null }
}
