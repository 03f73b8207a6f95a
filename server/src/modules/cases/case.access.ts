import type { Role } from '../../platform/access.ts'

/** Roles that may record any act at all; which act each may record the procedure knows. */
export const writers: readonly Role[] = [
  'inventor',
  'team_rep',
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'platform_company',
  'discipline',
  'admin',
]
