import { equity } from './equity.ts'
import { transfer } from './transfer.ts'

/** The codes that acts carry, in words. A procedure adds a file of its own here and in Chinese. */
export const choices = { choice: { ...transfer, ...equity } } as const
