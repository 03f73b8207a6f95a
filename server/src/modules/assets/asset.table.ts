import type { AssetTags } from '@yizhuan/procedures'
import type { Generated } from 'kysely'
import type { Json } from '../../platform/tables.ts'
import type { FileRef } from '../cases/index.ts'
import type { BookingStep, Funding } from './asset.ts'

interface AssetCostTable {
  institutionId: string
  id: string
  achievementId: string
  spentOn: string
  kind: string
  amountFen: string
  funding: Funding
  voucher: string
  /** What the whole voucher comes to, where somebody said it. */
  voucherFen: string | null
  words: string | null
  files: Json<readonly FileRef[]>
  reverses: string | null
  madeAt: Date
  madeBy: string
  madeName: string
}

interface AssetBookingTable {
  institutionId: string
  id: string
  achievementId: string
  period: string
  step: BookingStep
  treatment: string
  amountFen: string
  article: string
  outcome: 'accepted' | 'returned'
  voucher: string | null
  reason: string | null
  decidedOn: string
  decidedAt: Date
  decidedBy: string
  decidedName: string
}

interface AssetBookingCostTable {
  institutionId: string
  bookingId: string
  costId: string
  step: 'first' | 'release'
}

interface AssetTagTable {
  institutionId: string
  achievementId: string
  since: string
  until: string | null
  attribute: AssetTags['attribute']
  stage: AssetTags['stage']
  conversion: AssetTags['conversion']
  count: number
}

interface AssetTagMarkTable {
  institutionId: string
  id: Generated<string>
  achievementId: string
}

interface AssetTagRulesTable {
  institutionId: string
  rules: string
  /** As of what day the register of achievements shows the tag. */
  readOn: string | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    assetCost: AssetCostTable
    assetBooking: AssetBookingTable
    assetBookingCost: AssetBookingCostTable
    assetTag: AssetTagTable
    assetTagMark: AssetTagMarkTable
    assetTagRules: AssetTagRulesTable
  }
}

/** The name of the chain of what was spent on an achievement and how it was booked. */
export const assetChain = (achievement: string) => `asset/${achievement}`
