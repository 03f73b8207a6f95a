import type { Role } from '../../platform/access.ts'

/** Who takes stock. */
export const takers: readonly Role[] = ['tto_negotiator', 'tto_reviewer']

/** Who reads what came of it. */
export const readers: readonly Role[] = [...takers, 'leaders', 'finance', 'auditor']
