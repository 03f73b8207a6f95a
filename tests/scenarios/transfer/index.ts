import type { Scenario } from '../vocabulary/scenario.ts'
import { amendment } from './amendment.ts'
import { assignment } from './assignment.ts'
import { auction } from './auction.ts'
import { changedTerms } from './changed-terms.ts'
import { cooperation } from './cooperation.ts'
import { correctedDistribution } from './corrected-distribution.ts'
import { costCameBack } from './cost-came-back.ts'
import { equityContribution } from './equity-contribution.ts'
import { exclusiveLicence } from './exclusive-licence.ts'
import { inShanghai } from './in-shanghai.ts'
import { listing } from './listing.ts'
import { objectionRejected } from './objection-rejected.ts'
import { objectionUpheld } from './objection-upheld.ts'
import { oneOfSeveralLicences } from './one-of-several-licences.ts'
import { openLicence } from './open-licence.ts'
import { otherWay } from './other-way.ts'
import { ownImplementation } from './own-implementation.ts'
import { plainLicence } from './plain-licence.ts'
import { rejected } from './rejected.ts'
import { soleLicence } from './sole-licence.ts'
import { specialRegime } from './special-regime.ts'
import { termination } from './termination.ts'
import { universityReview } from './university-review.ts'

/** Transfers: each mode, each way to a price, and what comes between. */
export const transfers: readonly Scenario[] = [
  plainLicence,
  exclusiveLicence,
  soleLicence,
  oneOfSeveralLicences,
  openLicence,
  assignment,
  ownImplementation,
  cooperation,
  equityContribution,
  otherWay,
  listing,
  auction,
  specialRegime,
  objectionRejected,
  objectionUpheld,
  changedTerms,
  correctedDistribution,
  costCameBack,
  rejected,
  amendment,
  termination,
  universityReview,
  inShanghai,
]
