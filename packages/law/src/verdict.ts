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
  readonly opens?: Day
  readonly due?: Day
  /** Whose rule is in the way, when it is breached. */
  readonly breachOf?: 'law' | 'institution'
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
  const actions: Record<string, Verdict> = {}
  for (const [action, guards] of law.code.guards) actions[action] = verdictOf(guards, findings)
  return actions
}

const YES: Verdict = { can: 'yes', because: [], warnings: [] }

function verdictOf(guards: readonly number[], findings: readonly (Finding | undefined)[]): Verdict {
  const open: Finding[] = []
  for (const place of guards) {
    const finding = findings[place]
    if (finding && isOpen(finding)) open.push(finding)
  }
  if (open.length === 0) return YES
  const hard = open.filter(({ force, advisory }) => force === 'must' && !advisory)
  const no = hard.filter(({ status }) => status !== 'unknown')
  return {
    can: hard.length === 0 ? 'yes' : no.length > 0 ? 'no' : 'unknown',
    because: [...no, ...hard.filter(({ status }) => status === 'unknown')].map(becauseOf),
    warnings: open.filter((finding) => !hard.includes(finding)).map(becauseOf),
  }
}

/** Neither met nor out of the way; an unknown that cannot end badly is out of the way. */
function isOpen({ status, possible }: Finding): boolean {
  if (status === 'met' || status === 'na') return false
  return status !== 'unknown' || possible.some((one) => one !== 'met' && one !== 'na')
}

function becauseOf(finding: Finding): Because {
  const { norm, title, status, cites, missing, opens, due, breachOf } = finding
  return {
    norm,
    title,
    status,
    cites,
    missing,
    ...(opens ? { opens } : {}),
    ...(due ? { due } : {}),
    ...(breachOf ? { breachOf } : {}),
  }
}
