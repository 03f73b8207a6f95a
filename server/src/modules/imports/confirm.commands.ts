import { accept, canonicalJson, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import { asCaller, type Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { frugally } from '../../platform/frugal.ts'
import { settleSoon } from '../../platform/settling.ts'
import { fold } from './decision.ts'
import {
  againstTables,
  type ImportDesk,
  type Importer,
  type ImportRefusals,
  importChain,
  lockDraft,
  settle,
} from './import.commands.ts'
import { decisionsOf, toCorrectIn } from './import.queries.ts'
import type { Counts } from './import.table.ts'
import { loadKnown } from './known.ts'
import { isWritten, type Planned, planRows, type Taken } from './plan.ts'
import { settleRows } from './settle.commands.ts'
import { redecide, rememberOrigins, type StagedDraft, stagedRows } from './staged.queries.ts'
import { registerNames } from './table-row.ts'
import { type Tell, type Teller, tellerOf } from './teller.ts'
import { forgetContents } from './to-correct.queries.ts'
import { rememberAmended } from './undo.queries.ts'
import { countUnknown } from './unknown.queries.ts'
import { type Written, writeRows } from './write.ts'

/** Why a confirmation wrote nothing. */
export interface ConfirmRefusals extends ImportRefusals {
  'rows-changed': { readonly rows: string; readonly expected: string }
}

/** What a confirmation wrote. */
export type Confirmed = Omit<Written, 'linked'> & {
  readonly linked: number
  readonly leftOut: number
}

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
  let teller: Teller | undefined
  const begin = (file: string) => {
    teller = tellerOf(desk, by, id, file)
    return teller.tell
  }
  try {
    return await frugally(() =>
      asCaller(desk.db, by, (tx) => confirm(tx, desk, by, id, seen, begin)),
    )
  } finally {
    // Who is refused has begun nothing, and takes away nobody else's note.
    await teller?.end()
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
  begin: (file: string) => Tell,
): Promise<Outcome<Confirmed, ConfirmRefusals>> {
  const { institution } = by
  // One confirmation at a time in an institution: of two at once the second sees what the first did.
  await lockChain(tx, { institution, name: importChain })
  const found = await lockDraft(tx, institution, id, seen.version)
  if (found.kind === 'refused') return found
  const tell = begin(found.value.fileName)
  const no = againstTables(by, found.value.counts)
  if (no) return no
  const decided = fold(await decisionsOf(tx, keys, institution, id))
  const draft = { tx, keys, institution, id, decided }
  const { written: entering, present, all } = await compare(draft, found.value.counts, tell, clock)
  if (entering !== seen.rows) {
    return refuse('rows-changed', { rows: `${entering}`, expected: `${seen.rows}` })
  }

  // From here on the rows are written.
  const { fileName: file, fileSha256: sha256, version } = found.value
  const { linked, ...written } = await writeRows(draft, clock, by, file, entering, tell)
  await rememberOrigins(tx, institution, id)
  await rememberAmended(tx, institution, id, linked)
  const at = clock.now()
  await settle(tx, by, id, 'confirmed', at, toCorrectIn(found.value.counts) > 0)
  await forgetContents(tx, institution, new Date(at.getTime() - keptForDays * 86_400_000))
  const confirmed = { ...written, linked: linked.length, leftOut: all - present - entering }
  const data = { file, sha256, version, ...confirmed }
  await recordChange(tx, importChain, { action: 'import.confirmed', subject: id, data, at, by })
  await settleSoon(tx, institution, at)
  return accept(confirmed)
}

/** How long the file of a confirmed import is kept for the rows it left out. */
const keptForDays = 90

/** Compares every row once more with the registers as they are now, and keeps what came out otherwise. */
async function compare(
  draft: StagedDraft,
  counts: Counts,
  tell: Tell,
  clock: Clock,
): Promise<{ readonly written: number; readonly present: number; readonly all: number }> {
  const total = counts.tables
    .flatMap(({ states }) => Object.values(states))
    .reduce((sum, count) => sum + (count ?? 0), 0)
  const { tx, keys, institution, id } = draft
  let [written, present, all] = [0, 0, 0]
  for (const register of registerNames) {
    const unknown = await countUnknown(tx, institution, id, register)
    if (unknown) {
      written += unknown.fresh
      all += unknown.all
      continue
    }
    const taken: Taken = new Map()
    for await (const rows of stagedRows(draft, { register })) {
      tell('comparing', all, total)
      const known = await loadKnown(tx, keys, institution, rows)
      for (const [at, row] of planRows(rows, known, taken).entries()) {
        const before = rows[at]
        if (before && !isSame(before, row)) await redecide(tx, institution, id, row.n, row)
        all += 1
        if (row.state === 'present') present += 1
        if (isWritten(row)) written += 1
      }
    }
  }
  const moved = await settleRows(draft, clock)
  for (const { from, wasWritten } of moved) {
    if (wasWritten) written -= 1
    if (from === 'present') present -= 1
  }
  return { written, present, all }
}

function isSame(before: Planned, now: Planned): boolean {
  if (before.state !== now.state || before.recordId !== now.recordId) return false
  return canonicalJson(before.changes) === canonicalJson(now.changes)
}
