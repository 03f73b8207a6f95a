import type { Editable } from '../../platform/editable.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { amendPerson } from './person.commands.ts'
import { listPersons, unitsOf } from './person.queries.ts'
import { toProblem } from './person.refusals.ts'
import { personRegister } from './person.table.ts'
import { AmendPersonWire, PersonFilterWire } from './person.wire.ts'

/**
 * How persons are edited, many at once and back to what they were. What is sealed is typed anew, and the
 * day somebody left ends their roles: both are for a single edit.
 */
export const personEditable: Editable = {
  register: personRegister,
  access: ['admin'],
  many: {
    alike: [
      { field: 'unitId', input: 'unit', mayBeEmpty: true },
      { field: 'professionalTitle', input: 'text', mayBeEmpty: true },
      {
        field: 'occupation',
        input: 'choice',
        choices: Object.keys(institutionLists().occupations.lines),
        mayBeEmpty: true,
      },
    ],
    schema: AmendPersonWire.pick({ unitId: true, professionalTitle: true, occupation: true }),
    filter: PersonFilterWire,
    async matching(tx, { clock }, { institution }, filter, most) {
      const { on: _day, ...asked } = filter as PersonFilterWire
      const today = clock.today()
      const { rows } = await listPersons(tx, institution, { ...asked, today, limit: most })
      return rows.map(({ id }) => id)
    },
  },
  restorable: new Set([
    'name',
    'staffNumber',
    'unitId',
    'professionalTitle',
    'occupation',
    'phone',
    'email',
    'bankName',
  ]),
  async namesIn(tx, institution, changes) {
    if (!changes.some(({ field }) => field === 'unitId')) return new Map()
    return new Map((await unitsOf(tx, institution)).map(({ id, name }) => [id, name]))
  },
  async edit(tx, desk, by, id, { fields, reason, expectedSeq }) {
    const outcome = await amendPerson(tx, desk, by, id, fields, { reason, expectedSeq })
    return outcome.kind === 'refused' ? toProblem(outcome.refusal) : outcome.value
  },
}
