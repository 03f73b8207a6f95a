// The small procedures, the commonest first.
import { compulsoryListing, priceItem } from './after-transfer.ts'
import { annualReport } from './annual-report.ts'
import { ipInventory } from './ip-inventory.ts'
import { pilot } from './pilot.ts'
import { specialPost, titleRecommendation } from './posts.ts'
import { preparation } from './preparation.ts'

export const machines = [
  preparation,
  priceItem,
  titleRecommendation,
  specialPost,
  pilot,
  annualReport,
  ipInventory,
  compulsoryListing,
] as const
