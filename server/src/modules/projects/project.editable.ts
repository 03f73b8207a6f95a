import type { Editable } from '../../platform/editable.ts'
import type { Given } from '../../platform/register.ts'
import { amendProject } from './project.commands.ts'
import { keepers, listProjects } from './project.queries.ts'
import { toProjectProblem } from './project.refusals.ts'
import { projectRegister } from './project.table.ts'
import type { ProjectFields } from './project.ts'
import { AmendProjectWire, ProjectFilterWire } from './project.wire.ts'

/** How projects are edited, many at once and back to what they were; entries of work never are. */
export const projectEditable: Editable = {
  register: projectRegister,
  access: keepers,
  many: {
    alike: [
      { field: 'fromDay', input: 'day', mayBeEmpty: true },
      { field: 'toDay', input: 'day', mayBeEmpty: true },
      { field: 'remark', input: 'text', mayBeEmpty: true },
    ],
    schema: AmendProjectWire.pick({ fromDay: true, toDay: true, remark: true }),
    filter: ProjectFilterWire,
    async matching(tx, _desk, caller, filter, most) {
      const asked = { ...(filter as ProjectFilterWire), limit: most }
      return (await listProjects(tx, caller, asked)).items.map(({ id }) => id)
    },
  },
  restorable: new Set(projectRegister.columns),
  // Entries of the ledger of work are corrected by later ones, and answered by whom they are about.
  isAct: ({ changes }) => changes.some(({ field }) => field === 'entry'),
  async edit(tx, { clock }, by, id, { fields, ...why }) {
    const given = fields as Given<ProjectFields>
    const outcome = await amendProject(tx, clock, by, id, { ...given, ...why })
    return outcome.kind === 'refused' ? toProjectProblem(outcome.refusal) : outcome.value
  },
}
