import type { Role } from '../../platform/access.ts'

/** What is owed is for those who work on deals, pay, decide or check. */
export const moneyReaders: readonly Role[] = [
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

/** Who writes down what was agreed, reached and stated. */
export const termKeepers: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'finance']

/** Who says what a receipt paid, and who invoices. */
export const bookKeepers: readonly Role[] = ['finance']

/** Who decides that something will not be paid any more; as in a case. */
export const writeOffDeciders: readonly Role[] = ['finance', 'leaders']
