import type { Generated } from 'kysely'

interface InventorConfirmationTable {
  institutionId: string
  id: string
  achievementId: string
  place: number
  name: string
  staffNo: string | null
  teamHash: string
  tokenHash: string
  askedAt: Date
  askedBy: string
  expiresAt: Date
  revokedAt: Date | null
  answeredAt: Date | null
  answer: 'confirmed' | 'disputed' | null
  words: string | null
  /** The address and the link, until the mail has left or was given up. */
  mailSealed: string | null
  /** The address by its ends. */
  mailTo: string | null
  mailAttempts: Generated<number>
  mailTrouble: string | null
  mailedAt: Date | null
  mailGaveUpAt: Date | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    inventorConfirmation: InventorConfirmationTable
  }
}
