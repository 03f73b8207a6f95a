import type { Words } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import { checkedChange, checkedNew, trusteeshipProblem } from '../trusteeships/index.ts'
import { isWritten } from './plan.ts'
import { hasRowsOf, type Moved } from './settle-people.commands.ts'
import { redecide, type Staged, type StagedDraft, stagedRows } from './staged.queries.ts'
import { toldBy } from './write-trusteeships.ts'

/** Keeps the rows of a draft out that the register of trusteeships would refuse, each with its reason. */
export async function settleTrusteeships(
  draft: StagedDraft,
  clock: Clock,
): Promise<readonly Moved[]> {
  if (!(await hasRowsOf(draft, ['trusteeships']))) return []
  const moved: Moved[] = []
  const states = ['new', 'changed'] as const
  for await (const rows of stagedRows(draft, { register: 'trusteeship', states })) {
    for (const row of rows) {
      const reason = await againstRow(draft, clock, row)
      if (!reason) continue
      moved.push({ table: row.place.table, from: row.state, wasWritten: isWritten(row) })
      const verdict = { state: 'refused', accepted: false, reason, changes: [] } as const
      const { n, recordId } = row
      const told = { ...verdict, ...(recordId && { recordId }) }
      await redecide(draft.tx, draft.institution, draft.id, n, told)
    }
  }
  return moved
}

async function againstRow(
  draft: StagedDraft,
  clock: Clock,
  row: Staged,
): Promise<Words | undefined> {
  const { tx, institution } = draft
  const told = await toldBy(draft, row)
  if (told.kind === 'refused') {
    const { name } = told.refusal.facts
    return {
      zh: `“${name}”不在成果或知识产权登记中；托管的对象须先登记，再导入托管协议`,
      en: `"${name}" is neither a registered achievement nor a registered right; enter what is held in trust first, then import the agreement`,
    }
  }
  const { whole, change } = told.value
  const checked =
    row.state === 'new'
      ? await checkedNew(tx, clock, institution, whole)
      : await checkedChange(tx, clock, institution, row.recordId ?? '', change)
  if (checked.kind === 'accepted') return undefined
  const { detail, parts } = trusteeshipProblem(checked.refusal)
  const first = parts.errors?.[0]?.detail
  return typeof first === 'object' ? first : detail
}
