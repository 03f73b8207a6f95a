import { allPacks } from '../packs/packs.ts'
import { waitingRelease } from './amendment.documents.ts'
import type { Amendment } from './amendment.ts'
import type { historyOf } from './revision.queries.ts'
import type { PackWire } from './revision.wire.ts'

type History = Awaited<ReturnType<typeof historyOf>>

/** Each pack with its revisions, newest first. */
export function packsShown(history: History, onTheWay: readonly Amendment[]): PackWire[] {
  return allPacks().map(({ id, title, jurisdiction, status, revision }) => {
    const release = waitingRelease(id)
    const amendment = onTheWay.find(({ pack }) => pack === id)
    return {
      id,
      title,
      jurisdiction,
      status,
      newest: revision,
      revisions: history.filter(({ pack }) => pack === id).map(shown),
      release: release ? { revision: release.revision, hash: release.hash } : null,
      amendment: amendment
        ? {
            id: amendment.id,
            state: amendment.state,
            names: amendment.authors.map(({ name }) => name).join('、'),
          }
        : null,
    }
  })
}

function shown(row: History[number]): PackWire['revisions'][number] {
  const { revision, hash, origin, change, note, authors, reviewedName, recordedOn } = row
  return {
    revision,
    hash,
    origin,
    change,
    note,
    authors: (authors ?? []).map(({ name }) => name),
    reviewer: reviewedName,
    recordedOn,
    changes: [...(row.changes ?? [])],
  }
}
