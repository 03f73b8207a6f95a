import type { Role } from '../../../platform/access.ts'

/** Who reads batches of annual fees. */
export const batchReaders: readonly Role[] = [
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'auditor',
]
