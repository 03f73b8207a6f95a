import type { Role } from '../../platform/access.ts'

/** Who reads batches and payments; accounts are shown masked. */
export const payoutReaders: readonly Role[] = [
  'finance',
  'leaders',
  'tto_negotiator',
  'tto_reviewer',
  'auditor',
]

/** Who makes batches, takes the file and enters what became of payments. */
export const payers: readonly Role[] = ['finance']

/** Who approves a batch; whoever made it does not. */
export const payoutApprovers: readonly Role[] = ['finance', 'leaders']
