import type { Json } from '../../../platform/tables.ts'
import type { CostEntry, Party } from './party.ts'

interface RightPartySetTable {
  institutionId: string
  id: string
  rightId: string
  fromDay: string
  parties: Json<readonly Party[]>
  basis: string
  recordedAt: Date
  recordedBy: string
  recordedName: string
}

interface RightCostEntryTable {
  institutionId: string
  id: string
  rightId: string
  /** The payment of the fee. */
  eventId: string
  party: string
  kind: CostEntry['kind']
  fen: string
  onDay: string
  document: string
  /** The entry that this one takes back. */
  reverses: string | null
  recordedAt: Date
  recordedBy: string
  recordedName: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    rightPartySet: RightPartySetTable
    rightCostEntry: RightCostEntryTable
  }
}
