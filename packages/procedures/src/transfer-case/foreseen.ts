import type { Day } from '@yizhuan/kit'
import type { ActType } from './acts.ts'
import { type CaseState, latestNotice } from './state.ts'

/** The state as if a notice that runs were taken down and certified today. */
export function foreseen(state: CaseState, type: ActType, today: Day): CaseState | undefined {
  const shown = { lastShownOn: today }
  const notice = latestNotice(state)
  if (type === 'noticeCertified' && notice)
    return { ...state, notices: [...state.notices.slice(0, -1), { ...notice, ...shown }] }
  if (type === 'planNoticeCertified' && state.plan)
    return { ...state, plan: { ...state.plan, ...shown } }
  if (type === 'changeNoticeCertified' && state.changeNotice)
    return { ...state, changeNotice: { ...state.changeNotice, ...shown } }
  return undefined
}
