import { type StaleStage, staleStages } from '@yizhuan/procedures'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { caseDesk, deskOf } from './case.desk.ts'
import { entriesOf } from './case.queries.ts'
import { replayed, toEntries } from './procedure.ts'

/** The stages of an open case that nobody began and for which the newest revisions say something else. */
export async function staleIn(tx: Tx, clock: Clock, institution: string, id: string) {
  const before = await caseDesk(tx, clock, institution, id)
  const after = await deskOf(tx, clock, institution)
  const asOf = clock.today()
  const entries = toEntries(await entriesOf(tx, institution, id))
  const { procedure, state } = replayed(before, entries, asOf)
  if (!['open', 'suspended'].includes(state.status)) return []
  const recorded = new Set(entries.map(({ type }) => type))
  const stages = staleStages(procedure, state, recorded, { before, after, asOf })
  return stages.map(({ id: stage, changes }) => ({
    stage,
    label: { ...(procedure.stageWords[stage] ?? { zh: stage, en: stage }) },
    changes: changes.map(changeShown),
  }))
}

function changeShown({ norm, title, cite, kind, values }: StaleStage['changes'][number]) {
  return {
    norm,
    title: { ...title },
    cite: cite ? { ...cite } : null,
    kind,
    values: values.map(({ label, before, after }) => ({
      label: { ...label },
      before: before ?? null,
      after: after ?? null,
    })),
  }
}
