import type { Printable } from '../../platform/printable.ts'
import { distributionRulePapers } from '../distribution-rules/index.ts'
import { statementPapers } from '../payouts/index.ts'
import { registrationPapers } from '../registrations/index.ts'

/** The papers of registers. One that prints its records adds its line here. */
export const sources: readonly Printable[] = [
  ...registrationPapers,
  ...statementPapers,
  ...distributionRulePapers,
]
