/** Who may record an act. */
export const roles = [
  'inventor',
  'team_rep',
  'tto_negotiator',
  'tto_reviewer',
  'platform_company',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
  'health_prov',
  'admin',
  'public',
  'system',
] as const
export type Role = (typeof roles)[number]

/** The two desks of the technology transfer office. */
export const tto = ['tto_negotiator', 'tto_reviewer'] as const satisfies readonly Role[]

/** Anybody of the house. */
export const insiders: readonly Role[] = roles.filter(
  (role) => !['public', 'health_prov', 'auditor', 'system'].includes(role),
)
