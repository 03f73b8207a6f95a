// The documents of a pack from which an amendment starts: the files of the release, or what stands with
// the newest published revision.

import { basename } from 'node:path'
import { canonicalJson } from '@yizhuan/kit'
import type { Pack } from '@yizhuan/law'
import { type LawCase, type PackDocuments, type PackSource, packOf } from '@yizhuan/law-authoring'
import { sha256 } from '../../../platform/evidence.ts'

/** The documents of a revision as stored: all but where the files lay. */
export interface StoredDocuments {
  readonly source: Omit<PackSource, 'dir'>
  readonly cases: readonly LawCase[]
}

/** Documents as they are stored, and read back. */
export function toStored({ source, cases }: PackDocuments): StoredDocuments {
  const { dir: _dir, ...rest } = source
  // Where the files of a release lay says nothing of a revision.
  return { source: rest, cases: cases.map((one) => ({ ...one, file: basename(one.file) })) }
}

/** Stored documents as lint and the cases take them. */
export function fromStored({ source, cases }: StoredDocuments): PackDocuments {
  return { source: { ...source, dir: '' }, cases }
}

/** What a revision says, and its seal: equal content has equal hashes, whatever the order of its keys. */
export function sealed(source: PackSource): { readonly content: Pack; readonly hash: string } {
  const content = packOf(source)
  return { content, hash: hashOf(content) }
}

/** The hash of the content of a pack. */
export const hashOf = (content: Pack): string => sha256(canonicalJson(content))
