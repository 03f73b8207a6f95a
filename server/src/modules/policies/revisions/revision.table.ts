import type { Pack } from '@yizhuan/law'
import type { Edit } from '@yizhuan/law-authoring'
import type { Generated } from 'kysely'
import type { Json } from '../../../platform/tables.ts'
import type { StoredDocuments } from '../packs/documents.ts'
import type { AmendmentChange, AmendmentState, Author, Returned } from './amendment.ts'
import type { ChangeWire } from './amendment.wire.ts'

interface LawKeeperTable {
  one: Generated<boolean>
  institutionId: string
}

interface PackRevisionTable {
  pack: string
  revision: number
  hash: string
  origin: 'shipped' | 'published'
  content: Json<Pack>
  documents: Json<StoredDocuments | null> | null
  base: number | null
  releaseHash: string | null
  change: AmendmentChange | null
  note: string | null
  edits: Json<readonly Edit[] | null> | null
  changes: Json<readonly ChangeWire[] | null> | null
  amendmentId: string | null
  authors: Json<readonly Author[] | null> | null
  reviewedBy: string | null
  reviewedName: string | null
  recordedOn: string
  recordedAt: Date
}

interface PackAmendmentTable {
  institutionId: string
  id: string
  pack: string
  origin: 'newest' | 'release'
  state: AmendmentState
  seq: number
  edits: Json<readonly Edit[]>
  authors: Json<readonly Author[]>
  change: AmendmentChange | null
  note: string | null
  base: number | null
  returned: Json<Returned | null> | null
  begunOn: string
  begunAt: Date
  changedAt: Date
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    lawKeeper: LawKeeperTable
    packRevision: PackRevisionTable
    packAmendment: PackAmendmentTable
  }
}
