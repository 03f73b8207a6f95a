import type { Day, Words } from '@yizhuan/kit'
import type { Finding } from './finding.ts'
import type { Status } from './judge.ts'
import type { Law } from './law.ts'
import type { Cite } from './pack.ts'

/** A finding as the reason of a verdict. */
export interface Because {
  readonly norm: string
  readonly title: Words
  readonly status: Status
  readonly cites: readonly Cite[]
  readonly missing: readonly string[]
  readonly opens?: Day | undefined
  readonly due?: Day | undefined
  /** Whose rule is in the way, when it is breached. */
  readonly breachOf?: 'law' | 'institution' | undefined
}

/** Whether an act is allowed now, and by which norms it is not. */
export interface Verdict {
  readonly can: 'yes' | 'no' | 'unknown'
  readonly because: readonly Because[]
  /** What advises against it without blocking: rules in principle and drafts. */
  readonly warnings: readonly Because[]
}

/** Every act with its verdict. `findings` lie at the places of their norms; some may be left out. */
export function verdictsOf(
  law: Law,
  findings: readonly (Finding | undefined)[],
): Record<string, Verdict> {
  // A finding may stand in the way of several acts: it becomes a reason once.
  const reasons = findings.map((finding) => finding && isOpen(finding) && becauseOf(finding))
  const actions = { ...law.code.allowed }
  for (const [action, guards] of law.code.guards) {
    const verdict = verdictOf(law, guards, reasons)
    if (verdict) actions[action] = verdict
  }
  return actions
}

/** An act that nothing stands in the way of. */
export const ALLOWED: Verdict = { can: 'yes', because: [], warnings: [] }

/** What the guards of an act say; undefined when none of them says anything. */
function verdictOf(
  { norms }: Law,
  guards: readonly number[],
  reasons: readonly (Because | false | undefined)[],
): Verdict | undefined {
  const no: Because[] = []
  const unknown: Because[] = []
  const warnings: Because[] = []
  for (const place of guards) {
    const reason = reasons[place]
    if (!reason) continue
    if (norms[place]?.blocks !== true) warnings.push(reason)
    else if (reason.status === 'unknown') unknown.push(reason)
    else no.push(reason)
  }
  if (no.length > 0) return { can: 'no', because: [...no, ...unknown], warnings }
  if (unknown.length > 0) return { can: 'unknown', because: unknown, warnings }
  return warnings.length > 0 ? { can: 'yes', because: unknown, warnings } : undefined
}

/** Neither met nor out of the way; an unknown that cannot end badly is out of the way. */
function isOpen({ status, possible }: Finding): boolean {
  if (status === 'met' || status === 'na') return false
  return status !== 'unknown' || possible.some((one) => one !== 'met' && one !== 'na')
}

function becauseOf(finding: Finding): Because {
  const { norm, title, status, cites, missing, opens, due, breachOf } = finding
  return { norm, title, status, cites, missing, opens, due, breachOf }
}
