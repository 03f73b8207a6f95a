import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { StandardContent, StandardForm } from './standard.ts'

interface ContractStandardTable {
  institutionId: string
  id: string
  form: StandardForm
  name: string
  kind: string | null
  types: string[]
  obligation: string | null
  inUse: number | null
  newest: number
  isRetired: boolean
  sample: string | null
}

interface ContractStandardVersionTable {
  institutionId: string
  standardId: string
  version: number
  name: string
  content: Json<StandardContent>
  reason: string | null
  madeAt: Date
  madeBy: string
  madeName: string
}

interface ContractStandardVerdictTable {
  institutionId: string
  standardId: string
  version: number
  verdict: 'approved' | 'refused' | 'withdrawn'
  words: string | null
  madeBy: string
  decidedAt: Date
  decidedBy: string
  decidedName: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    contractStandard: ContractStandardTable
    contractStandardVersion: ContractStandardVersionTable
    contractStandardVerdict: ContractStandardVerdictTable
  }
}

/** The register of clauses and model contracts: which version of each is in use. */
export const standardRegister: Register = {
  name: 'contractStandard',
  table: 'contractStandard',
  columns: ['name', 'kind', 'types', 'obligation', 'inUse', 'newest', 'isRetired'],
  lasting: ['form', 'sample'],
  foundBy: (fields) => ({ label: null, title: String(fields['name']), texts: [] }),
}
