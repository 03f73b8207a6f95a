import type { Editable } from '../../platform/editable.ts'
import { achievementEditable } from '../achievements/index.ts'
import { personEditable } from '../people/index.ts'
import { rightEditable } from '../rights/index.ts'

/** Every register whose records people edit. A new one adds its line here. */
export const editables: readonly Editable[] = [achievementEditable, rightEditable, personEditable]
