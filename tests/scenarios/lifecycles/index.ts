import { abandonment } from './abandonment.ts'
import { assetLedger } from './asset-ledger.ts'
import { empowermentOwnership } from './empowerment-ownership.ts'
import { empowermentUse } from './empowerment-use.ts'
import { equityHolding } from './equity-holding.ts'
import { exemptionGiven, exemptionRefused, exemptionReopened } from './exemption.ts'
import {
  annualReport,
  compulsoryListing,
  ipInventory,
  pilot,
  preparation,
  priceItem,
  specialPost,
  titleRecommendation,
} from './machines.ts'
import { platformCompany } from './platform-company.ts'
import { rectification } from './rectification.ts'
import { useFirstPaid, useFirstReturned } from './use-first.ts'

/** Every other lifecycle: empowerment, use first, equity, relief, and the smaller ones. */
export const lifecycles = [
  empowermentOwnership,
  empowermentUse,
  useFirstPaid,
  useFirstReturned,
  rectification,
  equityHolding,
  abandonment,
  assetLedger,
  exemptionGiven,
  exemptionRefused,
  exemptionReopened,
  platformCompany,
  annualReport,
  preparation,
  priceItem,
  titleRecommendation,
  specialPost,
  pilot,
  compulsoryListing,
  ipInventory,
]
