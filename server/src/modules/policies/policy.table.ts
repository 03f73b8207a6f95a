import type { Generated } from 'kysely'

interface PolicyTextTable {
  institutionId: string
  source: string
  importedAt: Generated<Date>
  importedBy: string
  body: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    policyText: PolicyTextTable
  }
}
