import type { SubstitutionState } from './substitution.ts'

interface SubstitutionTable {
  institutionId: string
  id: string
  personId: string
  substituteId: string
  roles: string[]
  scope: 'all' | 'own'
  fromDay: string
  untilDay: string
  reason: string
  namedBy: string
  state: SubstitutionState
}

interface SubstitutionSettingTable {
  institutionId: string
  automatic: boolean
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    substitution: SubstitutionTable
    substitutionSetting: SubstitutionSettingTable
  }
}
