import type { Role } from '../../platform/access.ts'

/** Who proposes bonuses and keeps funds. */
export const keepers: readonly Role[] = ['tto_negotiator', 'tto_reviewer']

/** Who approves what somebody else proposed. */
export const approvers: readonly Role[] = ['tto_reviewer', 'leaders']

/** Who pays. */
export const payers: readonly Role[] = ['finance']

/** Who reads them: those who keep, pay, decide or check. */
export const readers: readonly Role[] = [
  ...keepers,
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
]
