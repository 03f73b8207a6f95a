// The steps of the modes and of the ways to a price, and after which act of the main line they stand.
import type { ActType } from './acts.ts'
import { listingSteps } from './pricing/listing.ts'
import type { CaseStep } from './step.ts'

/** The steps that follow an act of the main line, in their order. */
export const stepsAfter: Readonly<Partial<Record<ActType, Readonly<Record<string, CaseStep>>>>> = {
  decided: listingSteps,
}

/** Every step by its name. */
export const steps: Readonly<Record<string, CaseStep>> = Object.assign(
  {},
  ...Object.values(stepsAfter),
)
