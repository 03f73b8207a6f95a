interface DraftTable {
  institutionId: string
  personId: string
  form: string
  sealed: string
  device: string
  savedAt: Date
}

declare module '../../platform/tables.ts' {
  interface Tables {
    draft: DraftTable
  }
}
