import type { Editable } from '../../platform/editable.ts'
import { achievementEditable } from '../achievements/index.ts'
import { contractEditable } from '../contracts/index.ts'
import { spinOffEditable } from '../holdings/index.ts'
import { carrierEditable } from '../institutions/index.ts'
import { internalRuleEditable } from '../internal-rules/index.ts'
import { personEditable, unitEditable } from '../people/index.ts'
import { receiptEditable } from '../proceeds/index.ts'
import { projectEditable } from '../projects/index.ts'
import { rightEditable } from '../rights/index.ts'
import { trusteeshipEditable } from '../trusteeships/index.ts'

/** Every register whose records people edit. A new one adds its line here. */
export const editables: readonly Editable[] = [
  achievementEditable,
  rightEditable,
  contractEditable,
  receiptEditable,
  projectEditable,
  personEditable,
  unitEditable,
  carrierEditable,
  internalRuleEditable,
  spinOffEditable,
  trusteeshipEditable,
]
