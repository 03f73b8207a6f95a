import type { Day, Words } from '@yizhuan/kit'

// What a contract obliges somebody to do beside paying: steps of development, reports, deliveries. What is paid for a
// step is a payment term; whether the step was taken at all stands here.

/** What is to be done. */
export const obligationKinds = [
  'development',
  'trial',
  'approval',
  'production',
  'sales',
  'investment',
  'report',
  'delivery',
  'upkeep',
  'other',
] as const
export type ObligationKind = (typeof obligationKinds)[number]

/** Who is to do it. */
export const obligors = ['counterparty', 'institution'] as const
export type Obligor = (typeof obligors)[number]

/** What the contract says follows when it is not done. */
export const consequences = ['none', 'exclusivityEnds', 'mayTerminate', 'damages', 'other'] as const
export type Consequence = (typeof consequences)[number]

/** How it came out; `annulled` is one that was entered by mistake. */
export const outcomes = ['met', 'missed', 'waived', 'annulled'] as const
export type ObligationOutcome = (typeof outcomes)[number]

/** As a list shows it on a day. */
export const obligationStates = ['open', 'overdue', ...outcomes, 'ended'] as const
export type ObligationState = (typeof obligationStates)[number]

/** A file by its hash. */
export interface ObligationFile {
  readonly sha256: string
  readonly name: string
  readonly size: number
}

/** An obligation as stored; days as `2026-03-31`. */
export interface ObligationFields {
  readonly contractId: string
  readonly kind: ObligationKind
  readonly obligor: Obligor
  readonly title: string
  /** Where the contract says so. */
  readonly clause: string | null
  readonly dueOn: string
  /** The day that was agreed first, before any extension. */
  readonly firstDueOn: string
  readonly consequence: Consequence
  readonly consequenceText: string | null
  readonly outcome: ObligationOutcome | null
  /** When it was met, found missed, or waived. */
  readonly outcomeOn: string | null
  readonly outcomeText: string | null
  readonly files: readonly ObligationFile[]
}

type Standing = Pick<ObligationFields, 'outcome' | 'dueOn'> & {
  /** From when on the contract obliges to nothing more: `always` where it never did. */
  readonly over: string | 'always' | null
}

/** How an obligation stands on a day: what was due before its contract broke off is still owed, later nothing is. */
export function stateOn({ outcome, dueOn, over }: Standing, today: Day): ObligationState {
  if (outcome !== null) return outcome
  if (over === 'always' || (over !== null && dueOn >= over)) return 'ended'
  return dueOn < today ? 'overdue' : 'open'
}

/** When a contract broke off; one that was paid in full may still ask for reports. A day unknown is before all. */
export function overSince(status: string | null, terminatedOn: string | null): Standing['over'] {
  if (status === 'not_effective') return 'always'
  return status === 'terminated' ? (terminatedOn ?? 'always') : null
}

export const kindWords: Readonly<Record<ObligationKind, Words>> = {
  development: { zh: '研发', en: 'Development' },
  trial: { zh: '临床研究或试验', en: 'Clinical study or trial' },
  approval: { zh: '注册、备案或审批', en: 'Registration or approval' },
  production: { zh: '投产', en: 'Production' },
  sales: { zh: '上市销售', en: 'Sales' },
  investment: { zh: '投入资金', en: 'Investment' },
  report: { zh: '进展或销售报告', en: 'Report' },
  delivery: { zh: '交付技术资料', en: 'Delivery of technical material' },
  upkeep: { zh: '维持权利有效', en: 'Upkeep of rights' },
  other: { zh: '其他', en: 'Other' },
}

export const obligorWords: Readonly<Record<Obligor, Words>> = {
  counterparty: { zh: '合同相对方', en: 'Counterparty' },
  institution: { zh: '本单位', en: 'Institution' },
}

export const consequenceWords: Readonly<Record<Consequence, Words>> = {
  none: { zh: '合同未约定', en: 'Not agreed' },
  exclusivityEnds: { zh: '独占或排他转为普通', en: 'Exclusivity ends' },
  mayTerminate: { zh: '可以解除合同', en: 'The contract may be ended' },
  damages: { zh: '违约金或赔偿', en: 'Damages' },
  other: { zh: '其他', en: 'Other' },
}

export const stateWords: Readonly<Record<ObligationState, Words>> = {
  open: { zh: '待履行', en: 'Open' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  met: { zh: '已履行', en: 'Met' },
  missed: { zh: '未履行', en: 'Missed' },
  waived: { zh: '已免除', en: 'Waived' },
  annulled: { zh: '录错作废', en: 'Entered by mistake' },
  ended: { zh: '合同已终了', en: 'Contract over' },
}
