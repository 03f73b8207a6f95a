interface CasePresenceTable {
  institutionId: string
  caseId: string
  pageId: string
  personId: string
  act: string | null
  seenAt: Date
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    casePresence: CasePresenceTable
  }
}
