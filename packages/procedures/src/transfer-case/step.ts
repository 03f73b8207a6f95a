// A step of a transfer case that needs no more than to be remembered: all that is said of it stands
// in one place, the act with its rules. The oldest acts have tables of their own (act-rules.ts).
import type { StepRule } from '../procedure/acts-state.ts'
import type { Act } from '../procedure/entry.ts'
import { when as whenever } from '../procedure/order.ts'
import { type CaseState, latestNotice } from './state.ts'

/** What an act changes; a field set to undefined is forgotten. */
export type Change = { readonly [Key in keyof CaseState]?: CaseState[Key] | undefined }

export interface CaseStep extends StepRule<CaseState> {
  /** What it changes beside being remembered. */
  changes?(data: Readonly<Record<string, unknown>>, state: CaseState, act: Act): Change
}

export const when = whenever<CaseState>

/** The contract is signed: what led to it is over. */
export const isSigned = when(
  (s) => s.signing !== undefined,
  'already-signed',
  '合同已签署，不能再办理。',
  'The contract is signed already.',
)

/** The decision on the matter was not taken, or not in its favour. */
export const undecided = when(
  (s) => s.decision?.data.result !== 'passed',
  'not-decided',
  '请先集体决策。',
  'Take the collective decision first.',
)

/** A screening, title or review that was to be taken anew, and was not taken yet. */
export const toRedo = when(
  ({ acts, screening, title, titleOpen, review }) => {
    const taken: Readonly<Record<string, unknown>> = {
      screening,
      title: title ?? titleOpen,
      review,
    }
    const steps = (acts['stepRedone'] ?? []).map(({ data }) => String(data['step']))
    return steps.some((step) => step in taken && taken[step] === undefined)
  },
  'step-to-redo',
  '有步骤（权属、筛查或审核）待重新办理，请先办理。',
  'A step (title, screening or review) waits to be taken anew; take it first.',
)

/** A price that was agreed on is shown in a notice, and that notice has not run out, or nobody certified it. */
export const uncertified = when(
  (s) => latestNotice(s)?.lastShownOn === undefined && s.negotiation?.data.pricing === 'agreement',
  'not-certified',
  '请先出具公示期满证明。',
  'Certify the end of the notice first.',
)

/** The contract is not signed yet. */
export const unsigned = when(
  (s) => s.signing === undefined,
  'not-signed',
  '请先签署合同。',
  'Sign the contract first.',
)
