import type { Day, Words } from '@yizhuan/kit'
import { type CaseState, latestNotice, noticeStands } from './state.ts'

/** One of the eight stages of the main line, as the stepper shows it. */
export interface Stage {
  readonly id:
    | 'title'
    | 'negotiation'
    | 'notice'
    | 'decision'
    | 'signing'
    | 'registration'
    | 'report'
    | 'performance'
  readonly label: Words
  readonly status: 'done' | 'current' | 'ahead' | 'suspended'
  readonly on?: Day
}

const words: Readonly<Record<Stage['id'], Words>> = {
  title: { zh: '报备权属', en: 'Disclosure and title' },
  negotiation: { zh: '谈判审核', en: 'Negotiation and review' },
  notice: { zh: '公示', en: 'Notice' },
  decision: { zh: '集体决策', en: 'Decision' },
  signing: { zh: '签约', en: 'Signing' },
  registration: { zh: '合同登记', en: 'Registration' },
  report: { zh: '总结上报', en: 'Report' },
  performance: { zh: '履约分配', en: 'Performance and distribution' },
}

/** The eight stages with where the case stands. */
export function stagesOf(state: CaseState): readonly Stage[] {
  const notice = latestNotice(state)
  // A change after signing has a notice of its own; it does not undo the stage.
  const isNoticed =
    notice?.lastShownOn !== undefined && (state.signing !== undefined || noticeStands(state))
  const done: Readonly<Record<Stage['id'], Day | undefined>> = {
    title: state.screening && (state.title ?? state.titleOpen)?.on,
    negotiation: state.review?.data.outcome === 'passed' ? state.review.on : undefined,
    notice: isNoticed ? notice.lastShownOn : undefined,
    decision: state.decision?.data.result === 'passed' ? state.decision.on : undefined,
    signing: state.signing?.on,
    registration: state.registration?.on,
    report: state.report?.on,
    performance: state.status === 'closed' ? state.distributions.at(-1)?.payment.on : undefined,
  }
  const ids = Object.keys(words) as Stage['id'][]
  const current = ids.find((id) => done[id] === undefined)
  return ids.map((id) => {
    const on = done[id]
    const isCurrent = id === current || (state.signing !== undefined && on === undefined)
    const now = state.status === 'suspended' ? ('suspended' as const) : ('current' as const)
    const status = on !== undefined ? 'done' : isCurrent ? now : 'ahead'
    return { id, label: words[id], status, ...(on === undefined ? {} : { on }) }
  })
}

/** The stage a case stands in; the last one while it is performed. */
export function stageOf(state: CaseState): Stage['id'] {
  if (state.signing) return 'performance'
  return stagesOf(state).find(({ status }) => status !== 'done')?.id ?? 'performance'
}
