import type { Country, RightKind } from '@yizhuan/docket'
import type { Words } from '@yizhuan/kit'

export type { RightKind } from '@yizhuan/docket'

/** The kinds of rights, as the register names them. `patent` is one whose type is not known yet. */
export const rightKindWords = {
  invention: { zh: '发明专利', en: 'Invention patent' },
  utility_model: { zh: '实用新型', en: 'Utility model' },
  design: { zh: '外观设计', en: 'Design' },
  pct: { zh: 'PCT 国际申请', en: 'PCT application' },
  patent: { zh: '专利（类型待核）', en: 'Patent, type to be checked' },
  software: { zh: '软件著作权', en: 'Software copyright' },
  layout: { zh: '集成电路布图设计', en: 'Layout design' },
  variety: { zh: '植物新品种', en: 'Plant variety' },
  preparation: { zh: '医疗机构制剂', en: 'Hospital preparation' },
  trademark: { zh: '商标', en: 'Trademark' },
  know_how: { zh: '技术秘密', en: 'Know-how' },
} as const satisfies Record<RightKind, Words>
export const rightKinds = Object.keys(rightKindWords) as [RightKind, ...RightKind[]]

/** What can have become of a right. */
export const rightStatusWords = {
  pending: { zh: '申请中', en: 'Pending' },
  pending_accepted: { zh: '已受理', en: 'Accepted' },
  pending_published: { zh: '已公布', en: 'Published' },
  pending_examination: { zh: '实质审查', en: 'Under examination' },
  granted: { zh: '授权有效', en: 'Granted' },
  rejected: { zh: '驳回', en: 'Rejected' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  deemed_withdrawn: { zh: '视为撤回', en: 'Deemed withdrawn' },
  lapsed: { zh: '失效', en: 'Lapsed' },
  lapsed_unpaid: { zh: '未缴年费终止', en: 'Lapsed, fee unpaid' },
  lapsed_waived: { zh: '放弃', en: 'Waived' },
  lapsed_expired: { zh: '期限届满', en: 'Term ended' },
  invalidated: { zh: '宣告无效', en: 'Invalidated' },
  transferred: { zh: '已转让', en: 'Transferred' },
  registered: { zh: '已登记', en: 'Registered' },
  valid: { zh: '有效', en: 'Valid' },
  expired: { zh: '已过期', en: 'Expired' },
  cancelled: { zh: '已注销', en: 'Cancelled' },
} as const satisfies Record<string, Words>
export type RightStatus = keyof typeof rightStatusWords
export const rightStatuses = Object.keys(rightStatusWords) as [RightStatus, ...RightStatus[]]

/** The statuses of a right that is in force. */
export const statusesInForce = ['granted', 'registered', 'valid'] as const

/** What the register holds of a right. Days are as precise as known. */
export interface RightFields {
  readonly kind: RightKind
  /** The country or office abroad it is of; none of China itself. */
  readonly country: Country | null
  /** Of the application, the registration or the approval. */
  readonly number: string | null
  readonly title: string
  readonly status: RightStatus | null
  readonly publicationNo: string | null
  /** Of a plant variety: of vines or trees, whose term is longer. */
  readonly woody: boolean | null
  /** Of a program: the number of its certificate, beside that of its registration. */
  readonly certificateNo: string | null
  readonly version: string | null
  readonly dosageForm: string | null
  readonly completedOn: string | null
  readonly firstPublishedOn: string | null
  readonly filedOn: string | null
  /** The day of the grant, of the registration or of the approval. */
  readonly grantedOn: string | null
  readonly validTo: string | null
  readonly inventors: readonly string[]
  /** Owners besides the institution itself. */
  readonly coOwners: readonly string[]
  readonly departments: readonly string[]
  readonly agency: string | null
  readonly feeDueOn: string | null
  readonly feePaidYear: number | null
  readonly achievementId: string | null
  /** The number of the achievement as a ledger gives it, also where there is none of that number. */
  readonly ledgerAchievement: string | null
  readonly remark: string | null
}

/** A right of which nothing but kind and title is known. */
export const blankRight: Omit<RightFields, 'kind' | 'title'> = {
  country: null,
  number: null,
  status: null,
  publicationNo: null,
  woody: null,
  certificateNo: null,
  version: null,
  dosageForm: null,
  completedOn: null,
  firstPublishedOn: null,
  filedOn: null,
  grantedOn: null,
  validTo: null,
  inventors: [],
  coOwners: [],
  departments: [],
  agency: null,
  feeDueOn: null,
  feePaidYear: null,
  achievementId: null,
  ledgerAchievement: null,
  remark: null,
}

/** By what a right with a number is found again: the parts of one patent in several countries bear the same one. */
export function rightKey({ country, number }: Pick<RightFields, 'country'> & { number: string }) {
  return country === null ? number : `${country}:${number}`
}

/** Whether a right was granted before it was applied for, as far as both days are known. */
export function isReversed({
  filedOn,
  grantedOn,
}: {
  readonly filedOn: string | null
  readonly grantedOn: string | null
}): boolean {
  if (filedOn === null || grantedOn === null) return false
  const length = Math.min(filedOn.length, grantedOn.length)
  return grantedOn.slice(0, length) < filedOn.slice(0, length)
}
