import { accept, type Day, type Outcome, refuse } from '@yizhuan/kit'
import { asCaller, type Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { fold } from './decision.ts'
import {
  type ImportDesk,
  type Importer,
  type ImportRefusals,
  importChain,
  openWorkbook,
  settle,
  settlement,
} from './import.commands.ts'
import { decisionsOf, lockImport, noteProgress } from './import.queries.ts'
import { loadKnown } from './known.ts'
import { isWritten, planRows } from './plan.ts'
import { readWith } from './reading.ts'
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
  seen: { readonly version: number; readonly rows: number },
): Promise<Outcome<Confirmed, ConfirmRefusals>> {
  try {
    return await asCaller(desk.db, by, (tx) => confirm(tx, desk, by, id, seen))
  } finally {
    // Progress lives outside the transaction, so it is taken away whichever way that ended.
    await asCaller(desk.db, by, (tx) =>
      noteProgress(tx, by.institution, id, desk.clock.now(), undefined),
    )
  }
}

async function confirm(
  tx: Tx,
  desk: ImportDesk,
  by: Importer,
  id: string,
  seen: { readonly version: number; readonly rows: number },
): Promise<Outcome<Confirmed, ConfirmRefusals>> {
  const { clock, keys } = desk
  const { institution } = by
  // One confirmation at a time in an institution: of two at once the second sees what the first did.
  await lockChain(tx, { institution, name: importChain })
  const found = await lockImport(tx, institution, id)
  if (!found) return refuse('no-such-import', {})
  if (found.state !== 'draft') return refuse('import-settled', settlement(found))
  if (found.version !== seen.version) {
    return refuse('import-changed', { version: `${found.version}` })
  }
  const tell = tellerOf(desk, by, id)
  await tell('reading', 0, 0)
  const decided = fold(await decisionsOf(tx, keys, institution, id))
  const sheets = openWorkbook(keys, id, found)
  const { rows } = readWith(keys, sheets, found.asOf as Day, decided)
  await tell('comparing', 0, rows.length)
  const planned = planRows(rows, await loadKnown(tx, keys, institution, rows))
  const entering = planned.filter(isWritten)
  if (entering.length !== seen.rows) {
    return refuse('rows-changed', { rows: `${entering.length}`, expected: `${seen.rows}` })
  }

  // From here on the rows are written.
  const written = await writeRows(
    tx,
    { clock, keys },
    by,
    { id, file: found.fileName },
    planned,
    tell,
  )
  const at = clock.now()
  await settle(tx, by, id, 'confirmed', at)
  const leftOut = planned.length - planned.filter(({ state }) => state === 'present').length
  const confirmed = { ...written, leftOut: leftOut - entering.length }
  const { fileName: file, fileSha256: sha256, version } = found
  await recordChange(tx, importChain, {
    action: 'import.confirmed',
    subject: id,
    data: { file, sha256, version, ...confirmed },
    at,
    by,
  })
  return accept(confirmed)
}

/** Notes progress on a connection of its own, so that others see it before the end. */
function tellerOf({ db, clock }: ImportDesk, by: Importer, id: string): Tell {
  return (phase, done, total) =>
    asCaller(db, by, (tx) =>
      noteProgress(tx, by.institution, id, clock.now(), { phase, done, total }),
    )
}
