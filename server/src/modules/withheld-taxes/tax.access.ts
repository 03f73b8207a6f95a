import type { Role } from '../../platform/access.ts'

/** Who reads what is withheld and paid over. */
export const taxReaders: readonly Role[] = ['finance', 'leaders', 'auditor']

/** Who makes what is paid over, proves it and sets tax off. */
export const taxPayers: readonly Role[] = ['finance']

/** Who approves and reverses what is paid over; whoever made it does not. */
export const taxApprovers: readonly Role[] = ['finance', 'leaders']
