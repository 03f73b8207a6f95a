interface CaseOfficerTable {
  institutionId: string
  caseId: string
  personId: string
  part: 'lead' | 'support'
  since: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    caseOfficer: CaseOfficerTable
  }
}
