import type { Words } from '@yizhuan/kit'
import type { TableName } from '@yizhuan/ledger'
import type { Clock } from '../../platform/clock.ts'
import type { Problem } from '../../platform/problem.ts'
import { isWritten } from './plan.ts'
import { hasRowsOf, type Moved } from './settle-people.commands.ts'
import {
  noteOrigins,
  redecide,
  type Staged,
  type StagedDraft,
  stagedRows,
} from './staged.queries.ts'
import { type RegisterName, sourceOf } from './table-row.ts'
import type { Outlay } from './write.ts'
import type { Done } from './write-people.ts'

// Registers whose rows go in one by one, each by the command of its register as if somebody had entered or
// amended it: lists of some hundreds.

const states = ['new', 'changed'] as const

/** Keeps the rows of a draft out that their register would refuse, each with its reason. */
export async function settleEach(
  draft: StagedDraft,
  table: TableName,
  register: RegisterName,
  against: (row: Staged) => Promise<Words | undefined>,
): Promise<readonly Moved[]> {
  if (!(await hasRowsOf(draft, [table]))) return []
  const moved: Moved[] = []
  for await (const rows of stagedRows(draft, { register, states })) {
    for (const row of rows) {
      const reason = await against(row)
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

/** Writes the rows of a draft into their register, each with its source. */
export async function writeEach(
  draft: StagedDraft,
  outlay: Outlay,
  register: RegisterName,
  write: (row: Staged, source: string) => Promise<void>,
): Promise<Done> {
  const { tx, institution, id } = draft
  let [entered, amended] = [0, 0]
  for await (const page of stagedRows(draft, { register, states })) {
    const rows = page.filter(isWritten)
    const fresh = rows.filter(({ state }) => state === 'new')
    for (const row of rows) await write(row, sourceOf(outlay.file, row))
    await noteOrigins(tx, institution, id, register, fresh)
    entered += fresh.length
    amended += rows.length - fresh.length
    outlay.onRows(register, rows.length)
  }
  return { entered, amended }
}

/** What a person reads for a no of a register: of a wrong field the sentence of that field. */
export function saidBy({ detail, parts }: Problem): Words {
  const first = parts.errors?.[0]?.detail
  return typeof first === 'object' ? first : detail
}

/** What settling asks of a register besides the draft. */
export type Settling = (draft: StagedDraft, clock: Clock) => Promise<readonly Moved[]>
