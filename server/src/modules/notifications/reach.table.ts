import type { Kind } from './notification.ts'

interface ReachTable {
  institutionId: string
  personId: string
  digestHour: number | null
  atOnce: Kind[]
}

declare module '../../platform/tables.ts' {
  interface Tables {
    reach: ReachTable
  }
}
