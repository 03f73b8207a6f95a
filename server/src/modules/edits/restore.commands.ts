import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import type { Editable, Editor } from '../../platform/editable.ts'
import { historyOf } from '../../platform/history.ts'
import type { Context } from '../../platform/module.ts'
import { Problem } from '../../platform/problem.ts'
import { chainOf, recordOf, toFields } from '../../platform/register.ts'
import type { EditRefusals } from './edit.refusals.ts'
import { type Restoration, restorationTo } from './edit.ts'

/** To which entry of its history a record is put back, and whether one field alone. */
export interface Then {
  readonly to: number
  readonly field?: string | undefined
}

/** What putting a record back would change. */
export async function foreseeRestoration(
  tx: Tx,
  editable: Editable,
  institution: string,
  id: string,
  { to, field }: Then,
): Promise<Outcome<Restoration & { seq: number }, EditRefusals>> {
  const now = await recordOf(tx, editable.register, institution, id)
  if (!now) return refuse('no-such-record', {})
  const history = await historyOf(tx, { institution, name: chainOf(editable.register, id) })
  const { changes, kept } = restorationTo(editable, history, now, to)
  const isAsked = (one: { readonly field: string }) => field === undefined || one.field === field
  const seq = history.items.at(-1)?.seq ?? 0
  return accept({ seq, changes: changes.filter(isAsked), kept: kept.filter(isAsked) })
}

/**
 * Puts a record back to what it was after an entry of its history: a new edit by the register's own
 * command. What a legal act said since stays, and so does what no edit may touch.
 */
export async function restoreRecord(
  tx: Tx,
  context: Context,
  editable: Editable,
  by: Editor,
  id: string,
  { reason, expectedSeq, ...then }: Then & { reason: string; expectedSeq: number },
): Promise<Outcome<{ seq: number }, EditRefusals>> {
  const foreseen = await foreseeRestoration(tx, editable, by.institution, id, then)
  if (foreseen.kind === 'refused') return foreseen
  const { changes, kept } = foreseen.value
  const [first] = kept
  if (changes.length === 0 && first) {
    const code = first.why === 'by-act' ? 'fixed-by-act' : 'not-by-hand'
    return refuse(code, { field: first.field })
  }
  if (changes.length === 0) return refuse('nothing-to-restore', {})
  const fields = toFields(changes)
  const restored = await editable.edit(tx, context, by, id, { fields, reason, expectedSeq })
  if (restored instanceof Problem) throw restored
  return accept(restored)
}
