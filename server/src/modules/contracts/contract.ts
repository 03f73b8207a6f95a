import type { Words } from '@yizhuan/kit'

/** What a contract is about: an achievement that moves, or commissioned work. */
export const contractKindWords = {
  transfer: { zh: '成果转化', en: 'Transfer' },
  development: { zh: '技术开发', en: 'Development' },
  consulting: { zh: '技术咨询', en: 'Consulting' },
  service: { zh: '技术服务', en: 'Service' },
  service_unclear: { zh: '三技合同（类型待核）', en: 'Commissioned work, type to be checked' },
} as const satisfies Record<string, Words>
export type ContractKind = keyof typeof contractKindWords
export const contractKinds = Object.keys(contractKindWords) as [ContractKind, ...ContractKind[]]

/** How the achievement moves. */
export const modeWords = {
  self_implementation: { zh: '自行实施', en: 'Own implementation' },
  assignment: { zh: '转让', en: 'Assignment' },
  license: { zh: '许可', en: 'Licence' },
  cooperation: { zh: '合作实施', en: 'Cooperation' },
  equity_contribution: { zh: '作价投资', en: 'Contribution for equity' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>
export type Mode = keyof typeof modeWords
export const modes = Object.keys(modeWords) as [Mode, ...Mode[]]

/** How exclusive a licence is. */
export const exclusivityWords = {
  exclusive: { zh: '独占', en: 'Exclusive' },
  sole: { zh: '排他', en: 'Sole' },
  plain: { zh: '普通', en: 'Plain' },
} as const satisfies Record<string, Words>
export type Exclusivity = keyof typeof exclusivityWords
export const exclusivities = Object.keys(exclusivityWords) as [Exclusivity, ...Exclusivity[]]

/** How the price came about. */
export const pricingWords = {
  agreement: { zh: '协议定价', en: 'Agreement' },
  listing: { zh: '挂牌交易', en: 'Listing' },
  auction: { zh: '拍卖', en: 'Auction' },
} as const satisfies Record<string, Words>
export type Pricing = keyof typeof pricingWords
export const pricings = Object.keys(pricingWords) as [Pricing, ...Pricing[]]

/** Where the performance of a contract stands. */
export const contractStatusWords = {
  performing: { zh: '履行中', en: 'Being performed' },
  completed: { zh: '已履行完毕', en: 'Completed' },
  terminated: { zh: '已终止', en: 'Terminated' },
  not_effective: { zh: '未生效', en: 'Never in force' },
} as const satisfies Record<string, Words>
export type ContractStatus = keyof typeof contractStatusWords
export const contractStatuses = Object.keys(contractStatusWords) as [
  ContractStatus,
  ...ContractStatus[],
]

/** What the registration of a technology contract came to. */
export const registrationWords = {
  registered: { zh: '已登记', en: 'Registered' },
  unregistered: { zh: '未登记', en: 'Not registered' },
  refused: { zh: '不予登记', en: 'Refused' },
  not_technology: { zh: '不属技术合同', en: 'Not a technology contract' },
  cancelled: { zh: '登记已注销', en: 'Registration cancelled' },
} as const satisfies Record<string, Words>
export type Registration = keyof typeof registrationWords

/** What a party is in a contract. */
export const partyRoleWords = {
  grantor: { zh: '让与方、许可方', en: 'Grantor' },
  grantee: { zh: '受让方、被许可方', en: 'Grantee' },
  partner: { zh: '合作方', en: 'Partner' },
  payer: { zh: '付款方', en: 'Payer' },
  guarantor: { zh: '担保方', en: 'Guarantor' },
  intermediary: { zh: '中介机构', en: 'Intermediary' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>
export type PartyRole = keyof typeof partyRoleWords
export const partyRoles = Object.keys(partyRoleWords) as [PartyRole, ...PartyRole[]]

/** A party beside the counterparty, or that counterparty with its share. */
export interface Party {
  readonly role: PartyRole
  readonly name: string
  readonly uscc: string | null
  readonly share: string | null
}

/** What the register holds of a contract. Days are as precise as known, amounts whole fen. */
export interface ContractFields {
  readonly kind: ContractKind
  readonly number: string | null
  readonly title: string
  readonly counterparty: string | null
  readonly counterpartyUscc: string | null
  readonly parties: readonly Party[]
  readonly mode: Mode | null
  readonly exclusivity: Exclusivity | null
  readonly pricing: Pricing | null
  readonly amountFen: string | null
  readonly firstPaymentFen: string | null
  readonly royaltyText: string | null
  readonly appraisedFen: string | null
  readonly signedOn: string | null
  readonly termFrom: string | null
  readonly termTo: string | null
  readonly noticeFrom: string | null
  readonly noticeTo: string | null
  /** What rights are granted, for what use, and where. */
  readonly rightsGranted: string | null
  readonly field: string | null
  readonly territory: string | null
  readonly keyTerms: string | null
  readonly decision: string | null
  readonly registration: Registration | null
  readonly registrationNo: string | null
  readonly registeredOn: string | null
  readonly status: ContractStatus | null
  /** The day on which it ended before its time. */
  readonly terminatedOn: string | null
  readonly lead: string | null
  readonly departments: readonly string[]
  /** The patents as the contract's ledger names them. */
  readonly patentNumbers: readonly string[]
  /** The achievements as the contract's ledger names them. */
  readonly ledgerAchievements: readonly string[]
  /** What a ledger of commissioned work says has arrived in all. */
  readonly statedReceivedFen: string | null
  readonly remark: string | null
}

/** A contract of which nothing but kind and title is known. */
export const blankContract: Omit<ContractFields, 'kind' | 'title'> = {
  number: null,
  counterparty: null,
  counterpartyUscc: null,
  parties: [],
  mode: null,
  exclusivity: null,
  pricing: null,
  amountFen: null,
  firstPaymentFen: null,
  royaltyText: null,
  appraisedFen: null,
  signedOn: null,
  termFrom: null,
  termTo: null,
  noticeFrom: null,
  noticeTo: null,
  rightsGranted: null,
  field: null,
  territory: null,
  keyTerms: null,
  decision: null,
  registration: null,
  registrationNo: null,
  registeredOn: null,
  status: null,
  terminatedOn: null,
  lead: null,
  departments: [],
  patentNumbers: [],
  ledgerAchievements: [],
  statedReceivedFen: null,
  remark: null,
}
