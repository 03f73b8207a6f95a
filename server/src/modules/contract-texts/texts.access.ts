import type { Role } from '../../platform/access.ts'
import { contractReaders } from '../contracts/index.ts'

/** Who reads the library: those who read contracts. */
export const libraryReaders: readonly Role[] = contractReaders

/** Who writes clauses, model contracts and drafts. */
export const drafters: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'legal']

/** Who approves what the library is to say, and retires it; never what they proposed themselves. */
export const approvers: readonly Role[] = ['legal', 'leaders']
