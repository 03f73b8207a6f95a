// Papers of an inquiry into relief from liability: X1 to X9.
import type { ActsState } from '../procedure/acts-state.ts'
import { appeal, certificate, refusal, report } from './exemption/findings.ts'
import { evidence, hearing, opening, referral, screening } from './exemption/inquiry.ts'
import { conduct, matter } from './exemption/matter.ts'
import type { Paper } from './paper.ts'
import { closingPaper } from './steps/decision-papers.ts'

export const ofExemption: readonly Paper<ActsState>[] = [
  opening,
  evidence,
  screening,
  referral,
  hearing,
  report,
  certificate,
  refusal,
  appeal,
  closingPaper(matter, conduct),
]
