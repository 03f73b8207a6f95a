interface InstitutionProfileTable {
  institutionId: string
  kind: 'hospital' | 'maternal_child' | 'cdc' | 'institute' | 'other' | null
  province: string | null
  pilot: 'listed' | 'voluntary' | null
  universityAffiliated: boolean | null
  university: string | null
  platformCompany: string | null
  objectionProcedure: string | null
  noticeDepartment: string | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    institutionProfile: InstitutionProfileTable
  }
}
