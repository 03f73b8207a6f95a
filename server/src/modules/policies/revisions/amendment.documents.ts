// What an amendment comes to: the documents it starts from, with its edits put to them.

import type { Pack } from '@yizhuan/law'
import { amended, type Edit, type LawText } from '@yizhuan/law-authoring'
import type { Tx } from '../../../platform/database.ts'
import { allPacks, documentsNow, filesOf, recordedRevisions, shippedPacks } from '../packs/packs.ts'
import { lawTextOf } from '../texts/text-import.queries.ts'
import { type Amendment, withEdit } from './amendment.ts'
import { historyOf } from './revision.queries.ts'
import { fateOf, newestOf, type Revision } from './revision.ts'

/** The newest recorded revision of a pack. */
export const newestRevision = (pack: string): Revision | undefined =>
  newestOf(recordedRevisions()).find((one) => one.pack === pack)

/** The files of the release, when they wait to be taken over. */
export function waitingRelease(pack: string): Revision | undefined {
  const shipped = shippedPacks().find((one) => one.pack === pack)
  return shipped && fateOf(shipped, recordedRevisions()) === 'waits' ? shipped : undefined
}

/** From what an amendment starts, what it comes to, and the number it would get. */
export function documentsOf({ pack, origin, edits }: Draft) {
  const newest = newestRevision(pack)
  const release = waitingRelease(pack)
  const before = origin === 'newest' ? documentsNow(pack) : filesOf(pack)
  const number = Math.max(
    newest?.revision ?? 0,
    origin === 'release' ? (release?.revision ?? 0) : 0,
  )
  return { before, after: amended(before, edits, number + 1), number: number + 1 }
}

type Draft = Pick<Amendment, 'pack' | 'origin' | 'edits'>

/**
 * What an amendment begins with. One that takes over a release carries on what was published here since
 * the files before it.
 */
export async function firstEdits(
  tx: Tx,
  pack: string,
  origin: Amendment['origin'],
): Promise<readonly Edit[]> {
  if (origin === 'newest') return []
  const history = (await historyOf(tx, pack)).toReversed()
  const since = history.slice(history.findLastIndex((one) => one.origin === 'shipped') + 1)
  return since.flatMap(({ edits }) => edits ?? []).reduce(withEdit, [] as readonly Edit[])
}

/** The official texts at hand of a pack's sources. */
export async function textsFor(
  tx: Tx,
  institution: string,
  pack: Pack,
): Promise<ReadonlyMap<string, LawText>> {
  const texts = new Map<string, LawText>()
  for (const { id, lacksText } of pack.sources) {
    const text = lacksText ? undefined : await lawTextOf(tx, institution, id)
    if (text) texts.set(id, text)
  }
  return texts
}

/** The packs that a pack stands on, base first, in their newest revisions. */
export function basesOf({ extends: names = [] }: Pick<Pack, 'extends'>): readonly Pack[] {
  const below = names.flatMap((id) => allPacks().find((one) => one.id === id) ?? [])
  const stack = below.flatMap((pack) => [...basesOf(pack), pack])
  return stack.filter(({ id }, at) => stack.findIndex((one) => one.id === id) === at)
}
