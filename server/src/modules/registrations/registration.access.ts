import type { Role } from '../../platform/access.ts'

/** Who reads forms, certificates and what of them was earned: those who read contracts. */
export const readers: readonly Role[] = [
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
  'admin',
  'platform_company',
]

/** Who registers contracts; as in a case. */
export const registrants: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'platform_company']

/** Who draws up what was earned, and says what the registrar made of it. */
export const drawers: readonly Role[] = ['finance']

/** Who may be the second person; never whoever drew it up. */
export const approvers: readonly Role[] = ['finance', 'tto_reviewer', 'leaders']
