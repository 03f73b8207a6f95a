import type { Day, Words } from '@yizhuan/kit'
import type { Finding } from './finding.ts'
import type { Status } from './judge.ts'
import type { Law, Norm } from './law.ts'
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

/** An act that nothing stands in the way of. */
export const ALLOWED: Verdict = { can: 'yes', because: [], warnings: [] }

/** Every act with its verdict. */
export function verdictsOf(law: Law, findings: readonly Finding[]): Record<string, Verdict> {
  const reasons = new Map<string, Reasons>()
  for (const finding of findings) {
    if (isOpen(finding)) giveReason(reasons, finding.rule, becauseOf(finding))
  }
  const actions = { ...law.code.allowed }
  for (const [act, given] of reasons)
    if (Object.hasOwn(actions, act)) actions[act] = verdictOf(given)
  return actions
}

/** What stands in the way of an act: surely, perhaps, or as advice. */
interface Reasons {
  readonly no: Because[]
  readonly unknown: Because[]
  readonly warnings: Because[]
}

function giveReason(
  reasons: Map<string, Reasons>,
  { requiredFor, blocks }: Norm,
  reason: Because,
): void {
  for (const act of requiredFor) {
    const given = reasons.get(act) ?? { no: [], unknown: [], warnings: [] }
    reasons.set(act, given)
    if (!blocks) given.warnings.push(reason)
    else if (reason.status === 'unknown') given.unknown.push(reason)
    else given.no.push(reason)
  }
}

function verdictOf({ no, unknown, warnings }: Reasons): Verdict {
  if (no.length > 0) return { can: 'no', because: [...no, ...unknown], warnings }
  return { can: unknown.length > 0 ? 'unknown' : 'yes', because: unknown, warnings }
}

/** Neither met nor out of the way; an unknown that cannot end badly is out of the way. */
function isOpen(finding: Finding): boolean {
  const { status } = finding
  if (status === 'met' || status === 'na') return false
  return status !== 'unknown' || finding.possible.some((one) => one !== 'met' && one !== 'na')
}

function becauseOf(finding: Finding): Because {
  const { norm, title, status, cites, missing, opens, due, breachOf } = finding
  return { norm, title, status, cites, missing, opens, due, breachOf }
}
