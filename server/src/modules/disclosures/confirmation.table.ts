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
}

declare module '../../platform/tables.ts' {
  interface Tables {
    inventorConfirmation: InventorConfirmationTable
  }
}
