import type { Pack } from '@yizhuan/law'
import type { PackDocuments } from '@yizhuan/law-authoring'
import type { Tx } from '../../../platform/database.ts'
import { prepared } from '../../../platform/prepared.ts'
import { fromStored, type StoredDocuments } from '../packs/documents.ts'
import { recordedRevisions, useRevisions } from '../packs/packs.ts'
import type { Amendment } from './amendment.ts'
import type { ChangeWire } from './amendment.wire.ts'
import { newestOf, type Revision } from './revision.ts'
import './revision.table.ts'

const recorded = prepared((tx: Tx, _values: Record<string, never>) =>
  tx
    .selectFrom('packRevision')
    .select(['pack', 'revision', 'hash'])
    .orderBy('pack')
    .orderBy('revision'),
)

/**
 * Has this process know every recorded revision: what another process published is law here as well.
 *
 * Asks for the short list each time and reads the content of what is new.
 */
export async function refreshRevisions(tx: Tx): Promise<void> {
  const rows = await recorded(tx, {})
  const known = recordedRevisions()
  const isSame = (a: Pick<Revision, 'pack' | 'revision' | 'hash'>, b: typeof a) =>
    a.pack === b.pack && a.revision === b.revision && a.hash === b.hash
  if (rows.length === known.length && rows.every((row, at) => isSame(row, known[at] ?? row))) {
    if (rows.length === 0 || known.length > 0) return
  }
  const all: Revision[] = []
  for (const row of rows) {
    const before = known.find((one) => isSame(one, row))
    all.push(before ?? (await revisionAt(tx, row.pack, row.revision)))
  }
  useRevisions(all, await publishedDocuments(tx, newestOf(all)))
}

async function publishedDocuments(tx: Tx, newest: readonly Revision[]) {
  const documents = new Map<string, PackDocuments>()
  for (const { pack, revision, origin } of newest) {
    const stored = origin === 'published' ? await documentsAt(tx, pack, revision) : null
    if (stored) documents.set(pack, fromStored(stored))
  }
  return documents
}

async function revisionAt(tx: Tx, pack: string, revision: number): Promise<Revision> {
  return tx
    .selectFrom('packRevision')
    .select(['pack', 'revision', 'hash', 'origin', 'releaseHash', 'content'])
    .where('pack', '=', pack)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
}

/** The documents that stand with a published revision; null for files of a release. */
async function documentsAt(
  tx: Tx,
  pack: string,
  revision: number,
): Promise<StoredDocuments | null> {
  const row = await tx
    .selectFrom('packRevision')
    .select('documents')
    .where('pack', '=', pack)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row?.documents ?? null
}

/** The history of all packs, or of one, newest first, without the content. */
export async function historyOf(tx: Tx, pack?: string) {
  let query = tx
    .selectFrom('packRevision')
    .select([
      'pack',
      'revision',
      'hash',
      'origin',
      'base',
      'releaseHash',
      'change',
      'note',
      'edits',
      'changes',
      'authors',
      'reviewedName',
      'recordedOn',
    ])
  if (pack !== undefined) query = query.where('pack', '=', pack)
  return query.orderBy('pack').orderBy('revision', 'desc').execute()
}

/** Records the files of a release; of two processes that start at once one is first. */
export async function insertShipped(
  tx: Tx,
  { pack, revision, hash }: Pick<Revision, 'pack' | 'revision' | 'hash'>,
  content: Pack,
  recorded: { readonly on: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('packRevision')
    .values({
      pack,
      revision,
      hash,
      origin: 'shipped',
      content: JSON.stringify(content),
      recordedOn: recorded.on,
      recordedAt: recorded.at,
    } as never)
    .onConflict((on) => on.columns(['pack', 'revision']).doNothing())
    .execute()
}

/** Whether an institution is the one entrusted with the packs. */
export async function keepsLaw(tx: Tx, institution: string): Promise<boolean> {
  const row = await tx.selectFrom('lawKeeper').select('institutionId').executeTakeFirst()
  return row?.institutionId === institution
}

/** Entrusts the first institution founded here. */
export async function entrustFirst(tx: Tx, institution: string): Promise<void> {
  await tx
    .insertInto('lawKeeper')
    .values({ institutionId: institution })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Every institution served here: a change of law concerns all of them. */
export async function institutionIds(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.selectFrom('institution').select('id').execute()
  return rows.map(({ id }) => id)
}

/** What a publication writes. */
export interface Publication {
  readonly revision: Omit<Revision, 'origin'>
  readonly documents: StoredDocuments
  readonly changes: readonly ChangeWire[]
  readonly amendment: Amendment
  readonly base: number
  readonly reviewer: { readonly person: string; readonly name: string }
  readonly on: string
  readonly at: Date
}

/** Writes a published revision; row security refuses it to anybody but a second person. */
export async function insertPublished(
  tx: Tx,
  { revision, documents, changes, amendment, base, reviewer, on, at }: Publication,
): Promise<void> {
  const { content, ...rest } = revision
  await tx
    .insertInto('packRevision')
    .values({
      ...rest,
      origin: 'published',
      content: JSON.stringify(content),
      documents: JSON.stringify(documents),
      base,
      change: amendment.change,
      note: amendment.note,
      edits: JSON.stringify(amendment.edits),
      changes: JSON.stringify(changes),
      amendmentId: amendment.id,
      authors: JSON.stringify(amendment.authors),
      reviewedBy: reviewer.person,
      reviewedName: reviewer.name,
      recordedOn: on,
      recordedAt: at,
    })
    .execute()
}

/** The name of the institution entrusted with the packs; null before any is founded. */
export async function keeperName(tx: Tx): Promise<string | null> {
  const row = await tx
    .selectFrom('lawKeeper')
    .innerJoin('institution', 'institution.id', 'lawKeeper.institutionId')
    .select('name')
    .executeTakeFirst()
  return row?.name ?? null
}
