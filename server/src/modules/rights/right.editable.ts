import type { Editable } from '../../platform/editable.ts'
import type { Given } from '../../platform/register.ts'
import { amendRight } from './right.commands.ts'
import { achievementNames, listRights } from './right.queries.ts'
import { toProblem } from './right.refusals.ts'
import { fieldColumns, rightRegister } from './right.table.ts'
import { type RightFields, rightStatuses } from './right.ts'
import { AmendRightWire, RightFilterWire } from './right.wire.ts'

/** How rights are edited, many at once and back to what they were. */
export const rightEditable: Editable = {
  register: rightRegister,
  access: ['tto_negotiator', 'tto_reviewer'],
  many: {
    alike: [
      { field: 'status', input: 'choice', choices: rightStatuses, mayBeEmpty: true },
      { field: 'achievementId', input: 'achievement', mayBeEmpty: true },
      { field: 'departments', input: 'names' },
      { field: 'coOwners', input: 'names' },
      { field: 'agency', input: 'text', mayBeEmpty: true },
      { field: 'remark', input: 'text', mayBeEmpty: true },
    ],
    schema: AmendRightWire.pick({
      status: true,
      achievementId: true,
      departments: true,
      coOwners: true,
      agency: true,
      remark: true,
    }),
    filter: RightFilterWire,
    async matching(tx, { clock }, { institution }, filter, most) {
      const asked = { ...(filter as RightFilterWire), limit: most }
      return (await listRights(tx, institution, asked, clock.today())).items.map(({ id }) => id)
    },
  },
  restorable: new Set(fieldColumns.filter((field) => field !== 'ledgerAchievement')),
  // What an authority did to a right stands in its docket, and is struck out there.
  isAct: ({ changes }) => changes.some(({ field }) => field === 'event'),
  async namesIn(tx, institution, changes) {
    const ids = changes
      .filter(({ field }) => field === 'achievementId')
      .flatMap(({ from, to }) => [from, to])
      .filter((id) => typeof id === 'string')
    return await achievementNames(tx, institution, ids)
  },
  async edit(tx, { clock }, by, id, { fields, ...why }) {
    // Put back to what it was with a reason: that stands for both.
    const given = { fields: fields as Given<RightFields>, ...why, despite: why.reason }
    const outcome = await amendRight(tx, clock, by, id, given)
    return outcome.kind === 'refused' ? toProblem(outcome.refusal) : outcome.value
  },
}
