import type { DueSource } from '../../platform/dues.ts'
import { caseDues, noticeDues } from '../cases/index.ts'
import { closingDues } from '../closing/index.ts'
import { contractDues } from '../contracts/index.ts'
import { disclosureDues, toldDues } from '../disclosures/index.ts'
import { fundDues } from '../funds/index.ts'
import { holdingDues, spinOffDues } from '../holdings/index.ts'
import { interestDues } from '../interests/index.ts'
import { internalRuleDues } from '../internal-rules/index.ts'
import { obligationDues } from '../obligations/index.ts'
import { claimDues } from '../outside-patents/index.ts'
import { adviserDues, credentialDues } from '../people/index.ts'
import { receivableDues } from '../receivables/index.ts'
import { registrationDues } from '../registrations/index.ts'
import { rightDues } from '../rights/index.ts'
import { stocktakingDues } from '../stocktaking/index.ts'
import { taxDues } from '../tax-positions/index.ts'
import { trusteeshipDues } from '../trusteeships/index.ts'
import { withheldTaxDues } from '../withheld-taxes/index.ts'

/** Every register whose records fall due. A new one adds its line here, and is in every calendar. */
export const sources: readonly DueSource[] = [
  caseDues,
  noticeDues,
  contractDues,
  registrationDues,
  obligationDues,
  receivableDues,
  holdingDues,
  spinOffDues,
  taxDues,
  disclosureDues,
  toldDues,
  fundDues,
  rightDues,
  internalRuleDues,
  interestDues,
  stocktakingDues,
  trusteeshipDues,
  claimDues,
  closingDues,
  withheldTaxDues,
  credentialDues,
  adviserDues,
]
