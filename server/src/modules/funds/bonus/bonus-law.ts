import type { Day } from '@yizhuan/kit'
import { assess, type Cite, isRatio, knownFacts, labelOf, parameterAt } from '@yizhuan/law'
import { lawOf } from '../../policies/index.ts'
import { type Basis, type BonusKind, wholeFen } from './bonus.ts'

/** A bonus as the law asks about it. */
export interface BonusFacts {
  readonly kind: BonusKind
  readonly grantedOn: string
  readonly basis: Basis
  readonly fen: bigint
  readonly paidOn: string | null
}

// The nation's law is not confirmed against the gazette yet and so governs no case: it is asked for itself,
// and as long as its figure is not confirmed, a reason passes it by.
const national = () => lawOf(['cn'])

/** What the law says of a bonus on a day: whether it is enough, and whether it is in time. */
export function findingsOf(bonus: BonusFacts, asOf: Day) {
  const law = national()
  const facts = knownFacts(law, {
    patentKind: bonus.kind,
    patentGrantedOn: bonus.grantedOn,
    bonusAgreed: bonus.basis === 'agreed',
    bonusAmount: `${bonus.fen}`,
    bonusPaidOn: bonus.paidOn,
  })
  const topics = ['bonus.amount', 'bonus.time']
  const norms = law.norms.filter(({ topic }) => topics.includes(topic))
  return assess(law, facts, { asOf, only: new Set(norms.map(({ id }) => id)) }).findings
}

/** Whether a norm about the amount is breached. */
export function breachedAmount(findings: ReturnType<typeof findingsOf>) {
  return findings.find(({ rule, status }) => rule.topic === 'bonus.amount' && status === 'breached')
}

/** The least amount for a patent of a kind that was granted on a day. */
export function leastOf(kind: BonusKind, grantedOn: string) {
  const id = kind === 'invention' ? 'patent.bonus.invention' : 'patent.bonus.other'
  const used = parameterAt(national().layers, id, grantedOn)
  if (!used || !isRatio(used.value)) return undefined
  return { fen: wholeFen(used.value), cite: used.cite, isVerified: used.verified }
}

export const articleOf = ({ source, at }: Cite) => ({
  source,
  at,
  label: { ...labelOf(at) },
})
