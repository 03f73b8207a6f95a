import type { Day, Words } from '@yizhuan/kit'
import type { Finding } from './finding.ts'
import type { Status } from './judge.ts'
import type { Lapse, Standing } from './lapse.ts'
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
  /** No norm, but a law that is not in force. */
  readonly lapse?: Lapse | undefined
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

/** Every act with its verdict, as the findings that are open leave it. */
export function verdictsOf(
  allowed: Standing['allowed'],
  open: readonly Finding[],
): Record<string, Verdict> {
  const actions: Record<string, Verdict> = { ...allowed }
  for (const finding of open) {
    const reason = becauseOf(finding)
    const { requiredFor, blocks } = finding.rule
    for (const act of requiredFor) {
      const verdict = actions[act]
      if (verdict) actions[act] = blocks ? hindered(verdict, reason) : warned(verdict, reason)
    }
  }
  return actions
}

function warned({ can, because, warnings }: Verdict, reason: Because): Verdict {
  return { can, because, warnings: [...warnings, reason] }
}

/** What surely stands in the way is told before what may. */
function hindered({ can, because, warnings }: Verdict, reason: Because): Verdict {
  if (reason.status === 'unknown')
    return { can: can === 'no' ? 'no' : 'unknown', because: [...because, reason], warnings }
  const sure = because.filter(({ status }) => status !== 'unknown')
  return { can: 'no', because: [...sure, reason, ...because.slice(sure.length)], warnings }
}

/** Neither met nor out of the way; an unknown that cannot end badly is out of the way. */
export function isOpen(finding: Finding): boolean {
  const { status } = finding
  if (status === 'met' || status === 'na') return false
  return status !== 'unknown' || finding.possible.some((one) => one !== 'met' && one !== 'na')
}

function becauseOf(finding: Finding): Because {
  const { norm, title, status, cites, missing, opens, due, breachOf } = finding
  return { norm, title, status, cites, missing, opens, due, breachOf }
}
