import type { Printable, PrintableList } from '../../platform/printable.ts'
import { assetPapers } from '../assets/index.ts'
import { distributionRulePapers } from '../distribution-rules/index.ts'
import { statementPapers, yearPapers } from '../payouts/index.ts'
import { entryPaper } from '../projects/index.ts'
import { dunningPapers } from '../receivables/index.ts'
import { registrationPapers } from '../registrations/index.ts'

/** The papers of registers. One that prints its records adds its line here. */
export const sources: readonly Printable[] = [
  ...registrationPapers,
  ...dunningPapers,
  ...statementPapers,
  ...distributionRulePapers,
]

// biome-ignore lint/suspicious/noExplicitAny: each list has a filter of its own, which its route parses.
type AnyList = PrintableList<any>

/** The lists that are printed to be signed. */
export const lists: readonly AnyList[] = [...assetPapers, entryPaper, yearPapers]
