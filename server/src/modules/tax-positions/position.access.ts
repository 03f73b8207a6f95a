import type { Role } from '../../platform/access.ts'

/** Who reads positions on tax: those who read contracts and their money. */
export const taxReaders: readonly Role[] = [
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

/** Who answers what the law asks. */
export const answerers: readonly Role[] = ['finance', 'tto_reviewer', 'legal']

/** Who decides that a relief is claimed: whoever withholds and files. */
export const claimers: readonly Role[] = ['finance']
