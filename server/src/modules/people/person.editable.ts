import { z } from 'zod'
import type { Editable } from '../../platform/editable.ts'
import { amendPerson } from './person.commands.ts'
import { toProblem } from './person.refusals.ts'
import { personRegister } from './person.table.ts'

/**
 * How persons are put back to what they were, one at a time. What is sealed is typed anew, and the day
 * somebody left ends their roles: both are for a single edit.
 */
export const personEditable: Editable = {
  register: personRegister,
  access: ['admin'],
  alike: [],
  schema: z.object({}),
  restorable: new Set(['name', 'staffNumber', 'unitId', 'phone', 'email', 'bankName']),
  isAct: () => false,
  filter: z.object({}),
  matching: () => Promise.resolve([]),
  async edit(tx, context, by, id, { fields, reason, expectedSeq }) {
    const outcome = await amendPerson(tx, context, by, id, fields, { reason, expectedSeq })
    return outcome.kind === 'refused' ? toProblem(outcome.refusal) : outcome.value
  },
}
