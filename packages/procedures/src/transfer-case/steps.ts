// The steps of the modes and of the ways to a price, and after which act of the main line they stand.
import type { ActType } from './acts.ts'
import { coOwnerSteps } from './co-owners/co-owner-steps.ts'
import { companySteps } from './company-part/company-part.ts'
import { correctionSteps } from './correction/correction.ts'
import { meetingSteps, redoSteps } from './decision/meeting.ts'
import { planDecisionSteps } from './decision/plan-decision.ts'
import { deferralSteps } from './deferral/deferral.ts'
import { assignmentSteps } from './modes/assignment.ts'
import { equitySteps } from './modes/equity.ts'
import { licenceSteps } from './modes/licence.ts'
import { openLicenceSteps } from './modes/open-licence.ts'
import { ownSteps } from './modes/own-implementation.ts'
import { toldSteps } from './modes/told.ts'
import { venueSteps } from './notice/venues.ts'
import { listingSteps } from './pricing/listing.ts'
import { registrationSteps } from './registration/taken-back.ts'
import type { CaseStep } from './step.ts'
import { takenOverSteps } from './taken-over/taken-over.ts'
import { writeOffSteps } from './write-offs.ts'

/** The steps that follow an act of the main line, in their order. */
export const stepsAfter: Readonly<Partial<Record<ActType, Readonly<Record<string, CaseStep>>>>> = {
  caseOpened: takenOverSteps,
  negotiationLogged: toldSteps,
  noticePublished: venueSteps,
  noticeCertified: meetingSteps,
  decided: { ...listingSteps, ...openLicenceSteps },
  reportSupplemented: {
    ...assignmentSteps,
    ...equitySteps,
    ...deferralSteps,
    ...licenceSteps,
    ...ownSteps,
  },
  receivableWrittenOff: { ...writeOffSteps, ...coOwnerSteps },
  planObjectionFound: planDecisionSteps,
  paid: { ...companySteps, ...correctionSteps },
  withdrawn: redoSteps,
  registrationAmended: registrationSteps,
}

/** Every step by its name. */
export const steps: Readonly<Record<string, CaseStep>> = Object.assign(
  {},
  ...Object.values(stepsAfter),
)
