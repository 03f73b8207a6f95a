interface PaperTemplateTable {
  institutionId: string
  paper: string
  version: number
  sha256: string | null
  name: string | null
  at: Date
  byPerson: string
  byName: string
}

interface PaperMadeTable {
  institutionId: string
  caseId: string
  id: string
  paper: string
  format: 'docx' | 'pdf'
  sha256: string
  name: string
  size: number
  seq: number
  entryHash: string
  law: string
  templateVersion: number | null
  missing: number
  at: Date
  byPerson: string
  byName: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    paperTemplate: PaperTemplateTable
    paperMade: PaperMadeTable
  }
}

export {}
