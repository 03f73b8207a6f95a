import { actOf, type Procedure } from '@yizhuan/procedures'
import { typedYuan } from '../../../ui/Money.tsx'
import { type CaseWire, stateOf } from '../case.api.ts'
import { type ActField, fieldsOfAct } from './act-fields.ts'
import type { Values } from './filled.ts'

/** What the record of a case says of a form already: nobody types what is known. */
export function suggested(procedure: Procedure, one: CaseWire, type: string): Values {
  const known = actOf(procedure, type)?.suggests?.(stateOf(one), one.today) ?? {}
  return typed(fieldsOfAct(procedure.id, type), known)
}

/** Amounts as they are typed, also those of a list. */
function typed(fields: readonly ActField[], known: Values): Values {
  return Object.fromEntries(
    Object.entries(known)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        const field = fields.find((one) => one.name === name)
        if (field?.kind === 'money') return [name, typedYuan(String(value))]
        const isList = field?.kind === 'list' && field.fields.length > 0 && Array.isArray(value)
        return [name, isList ? value.map((item: Values) => typed(field.fields, item)) : value]
      }),
  )
}
