import type { Role } from '../../platform/access.ts'
import type { Caller } from '../../platform/database.ts'

/** Who takes stock. */
export const takers: readonly Role[] = ['tto_negotiator', 'tto_reviewer']

/** Who reads what came of it. */
export const readers: readonly Role[] = [...takers, 'leaders', 'finance', 'auditor']

/** Who takes stock, as the case of a campaign names them. */
export type Taker = Pick<Caller, 'institution' | 'person' | 'name' | 'roles'>
