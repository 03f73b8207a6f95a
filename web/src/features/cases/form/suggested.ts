import { actOf, type Procedure } from '@yizhuan/procedures'
import { typedYuan } from '../../../ui/Money.tsx'
import { type CaseWire, stateOf } from '../case.api.ts'
import { fieldsOfAct } from './act-fields.ts'
import type { Values } from './filled.ts'

/** What the record of a case says of a form already: nobody types what is known. */
export function suggested(procedure: Procedure, one: CaseWire, type: string): Values {
  const known = actOf(procedure, type)?.suggests?.(stateOf(one), one.today) ?? {}
  const amounts = fieldsOfAct(procedure.id, type).filter(({ kind }) => kind === 'money')
  return Object.fromEntries(
    Object.entries(known)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name,
        amounts.some((field) => field.name === name) ? typedYuan(String(value)) : value,
      ]),
  )
}
