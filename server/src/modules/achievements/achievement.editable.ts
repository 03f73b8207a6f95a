import type { Editable } from '../../platform/editable.ts'
import { type Given, recordOf } from '../../platform/register.ts'
import { listAchievements } from './achievement.queries.ts'
import { toProblem } from './achievement.refusals.ts'
import { achievementRegister, fieldColumns } from './achievement.table.ts'
import {
  type AchievementFields,
  achievementKinds,
  fundingKinds,
  serviceBases,
} from './achievement.ts'
import { AchievementFilterWire, AmendAchievementWire } from './achievement.wire.ts'
import { correctAchievement, registerTitle } from './correction.commands.ts'

/** What an old ledger said stays as it said it. */
const isStated: ReadonlySet<string> = new Set([
  'statedAttribute',
  'statedStage',
  'statedConversion',
  'statedConversionCount',
])

/** How achievements are edited, many at once and back to what they were. */
export const achievementEditable: Editable = {
  register: achievementRegister,
  access: ['tto_negotiator', 'tto_reviewer'],
  many: {
    alike: [
      { field: 'department', input: 'text', mayBeEmpty: true },
      { field: 'kind', input: 'choice', choices: achievementKinds },
      { field: 'fundingKind', input: 'choice', choices: fundingKinds, mayBeEmpty: true },
      { field: 'fundingSource', input: 'text', mayBeEmpty: true },
      { field: 'projectNo', input: 'text', mayBeEmpty: true },
      { field: 'serviceBasis', input: 'choice', choices: serviceBases, mayBeEmpty: true },
      { field: 'registeredOn', input: 'day', mayBeEmpty: true },
      { field: 'remark', input: 'text', mayBeEmpty: true },
    ],
    schema: AmendAchievementWire.pick({
      department: true,
      kind: true,
      fundingKind: true,
      fundingSource: true,
      projectNo: true,
      serviceBasis: true,
      registeredOn: true,
      remark: true,
    }),
    filter: AchievementFilterWire,
    async matching(tx, _desk, caller, filter, most) {
      const asked = { ...(filter as AchievementFilterWire), limit: most }
      return (await listAchievements(tx, caller, asked)).items.map(({ id }) => id)
    },
  },
  restorable: new Set(fieldColumns.filter((field) => !isStated.has(field))),
  // A case that assigned it says whose it is and what became of it.
  isAct: ({ action }) => action === 'achievement.converted',
  async edit(tx, context, by, id, { fields, reason, expectedSeq }) {
    const { holdings, disputes, ...others } = fields as Given<AchievementFields>
    const isTitle = holdings !== undefined || disputes !== undefined
    const corrected =
      isTitle && Object.keys(others).length === 0
        ? undefined
        : await correctAchievement(tx, context, by, id, { fields: others, reason, expectedSeq })
    if (corrected?.kind === 'refused') return toProblem(corrected.refusal)
    if (corrected && !isTitle) return corrected.value
    const stored = await recordOf(tx, achievementRegister, by.institution, id)
    if (!stored) return toProblem({ code: 'no-such-achievement', facts: {} })
    const now = stored as unknown as AchievementFields
    const titled = await registerTitle(tx, context.clock, by, id, {
      holdings: holdings ?? now.holdings,
      disputes: disputes ?? now.disputes,
      reason,
      expectedSeq: corrected?.value.seq ?? expectedSeq,
    })
    return titled.kind === 'refused' ? toProblem(titled.refusal) : titled.value
  },
}
