import type { Role } from '../../platform/access.ts'

/** Who writes down what a contract obliges to and how it came out. */
export const obligationKeepers: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'legal']
