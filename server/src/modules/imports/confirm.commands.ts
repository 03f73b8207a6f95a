import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { asCaller, type Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import type { ReadRow } from './candidates.ts'
import { fold } from './decision.ts'
import {
  type ImportDesk,
  type Importer,
  type ImportRefusals,
  importChain,
  lockDraft,
  openDraft,
  settle,
} from './import.commands.ts'
import { noteProgress } from './import.queries.ts'
import { loadKnown } from './known.ts'
import { isWritten, planRows } from './plan.ts'
import { readWith } from './read-workbook.ts'
import { type Tell, type Written, writeRows } from './write.ts'

/** Why a confirmation wrote nothing. */
export interface ConfirmRefusals extends ImportRefusals {
  'rows-changed': { readonly rows: string; readonly expected: string }
}

/** What a confirmation wrote. */
export type Confirmed = Written & { readonly leftOut: number }

/**
 * Writes the rows of a draft into the registers: all of them or, whatever happens, none.
 *
 * Everything is compared once more under the lock that orders the imports of an institution; what is
 * written is what the person saw, or nothing.
 */
export async function confirmImport(
  desk: ImportDesk,
  by: Importer,
  id: string,
  seen: Seen,
): Promise<Outcome<Confirmed, ConfirmRefusals>> {
  const draft = await openDraft(desk, by, id, seen.version)
  if (draft.kind === 'refused') return draft
  const tell = tellerOf(desk, by, id)
  try {
    await tell('reading', 0, 0)
    const { file, before } = draft.value
    const { rows } = await readWith(desk.keys, file, fold(before))
    return await asCaller(desk.db, by, (tx) => confirm(tx, desk, by, id, seen, rows, tell))
  } finally {
    // Progress lives outside the transaction, so it is taken away whichever way that ended.
    await asCaller(desk.db, by, (tx) =>
      noteProgress(tx, by.institution, id, desk.clock.now(), undefined),
    )
  }
}

/** What the person who confirms has looked at. */
interface Seen {
  readonly version: number
  readonly rows: number
}

async function confirm(
  tx: Tx,
  { clock, keys }: ImportDesk,
  by: Importer,
  id: string,
  seen: Seen,
  rows: readonly ReadRow[],
  tell: Tell,
): Promise<Outcome<Confirmed, ConfirmRefusals>> {
  const { institution } = by
  // One confirmation at a time in an institution: of two at once the second sees what the first did.
  await lockChain(tx, { institution, name: importChain })
  const found = await lockDraft(tx, institution, id, seen.version)
  if (found.kind === 'refused') return found
  await tell('comparing', 0, rows.length)
  const planned = planRows(rows, await loadKnown(tx, keys, institution, rows))
  const entering = planned.filter(isWritten)
  if (entering.length !== seen.rows) {
    return refuse('rows-changed', { rows: `${entering.length}`, expected: `${seen.rows}` })
  }

  // From here on the rows are written.
  const { fileName: file, fileSha256: sha256, version } = found.value
  const written = await writeRows(tx, { clock, keys }, by, { id, file }, planned, tell)
  const at = clock.now()
  await settle(tx, by, id, 'confirmed', at)
  const present = planned.filter(({ state }) => state === 'present').length
  const confirmed = { ...written, leftOut: planned.length - present - entering.length }
  const data = { file, sha256, version, ...confirmed }
  await recordChange(tx, importChain, { action: 'import.confirmed', subject: id, data, at, by })
  return accept(confirmed)
}

/** Notes progress on a connection of its own, so that others see it before the end. */
function tellerOf({ db, clock }: ImportDesk, by: Importer, id: string): Tell {
  return (phase, done, total) =>
    asCaller(db, by, (tx) =>
      noteProgress(tx, by.institution, id, clock.now(), { phase, done, total }),
    )
}
