import type { Json } from '../../platform/tables.ts'
import type { Found } from './closing.ts'

interface ClosingLookTable {
  institutionId: string
  lookedAt: Date
  found: Json<readonly Found[]>
}

declare module '../../platform/tables.ts' {
  interface Tables {
    closingLook: ClosingLookTable
  }
}
