import type { Generated } from 'kysely'
import type { ArchiveState } from './archive.wire.ts'

interface ArchiveOrderTable {
  institutionId: string
  id: string
  state: ArchiveState
  reason: string
  orderedBy: string
  orderedName: string
  orderedAt: Date
  decidedBy: string | null
  decidedName: string | null
  decidedAt: Date | null
  isSealed: boolean
  passphraseSealed: string | null
  done: Generated<number>
  ofAll: Generated<number>
  /** 64-bit numbers stay texts. */
  size: string | null
  sha256: string | null
  tables: number | null
  rowCount: string | null
  files: number | null
  madeAt: Date | null
  expiresAt: Date | null
  trouble: string | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    archiveOrder: ArchiveOrderTable
  }
}
