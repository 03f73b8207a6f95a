import type { z } from 'zod'
import type { RegistrationFields } from './registration.table.ts'
import type { Step } from './registration.ts'
import type { StepWire } from './registration.wire.ts'
import { isOutcome, standingSteps } from './standing.ts'

// What an attempt holds after a step, and what the register of contracts says of it then.

export type Said = Pick<
  z.output<typeof StepWire>,
  'step' | 'on' | 'words' | 'files' | 'number' | 'registrar' | 'recognisedFen'
>

/** A step as far as taking it back depends on it. */
export interface PastStep {
  readonly step: Step
  readonly words: string | null
  readonly files: readonly unknown[]
}

const nothing = {
  number: null,
  decidedOn: null,
  recognisedFen: null,
  certificate: [],
  reason: null,
}

/** What an attempt holds after a step; a correction takes back the last of those before it. */
export function fieldsAfter(
  stored: Pick<RegistrationFields, 'certificate' | 'registrar'>,
  { step, on, words, files, number, recognisedFen, ...said }: Said,
  before: readonly PastStep[] = [],
): Partial<RegistrationFields> {
  const { certificate, registrar } = stored
  switch (step) {
    case 'registered':
      return {
        ...{ number, recognisedFen, decidedOn: on, certificate: files, reason: null },
        registrar: said.registrar ?? registrar,
      }
    case 'refused':
    case 'not_technology':
      return { decidedOn: on, reason: words, registrar: said.registrar ?? registrar }
    case 'changed':
      return { certificate: [...certificate, ...files], reason: words }
    case 'terminated':
    case 'revoked':
      return { reason: words }
    case 'corrected':
      return takenBack(stored, before)
    default:
      return {}
  }
}

function takenBack(
  { certificate }: Pick<RegistrationFields, 'certificate'>,
  steps: readonly PastStep[],
): Partial<RegistrationFields> {
  const [before, gone] = standingSteps(steps).slice(-2)
  if (!gone || isOutcome(gone.step)) return nothing
  const reason = before?.step === 'changed' ? before.words : null
  if (gone.step !== 'changed') return { reason }
  return { reason, certificate: certificate.slice(0, certificate.length - gone.files.length) }
}

/** What the register of contracts says of a registration, as far as a step changes it. */
export function contractAfter(
  stored: Pick<RegistrationFields, 'number' | 'decidedOn'>,
  { step, on, number }: Pick<Said, 'step' | 'on' | 'number'>,
  gone: Step | undefined,
) {
  switch (step) {
    case 'registered':
      return { registration: step, registrationNo: number, registeredOn: on }
    case 'refused':
    case 'not_technology':
      return { registration: step, registrationNo: number, registeredOn: null }
    case 'terminated':
      return { registration: 'cancelled' as const }
    case 'revoked':
      return unregistered
    case 'corrected':
      return gone === undefined || isOutcome(gone) ? unregistered : again(stored, gone)
    default:
      return undefined
  }
}

const unregistered = {
  registration: 'unregistered',
  registrationNo: null,
  registeredOn: null,
} as const

function again(
  { number, decidedOn }: Pick<RegistrationFields, 'number' | 'decidedOn'>,
  gone: Step,
) {
  if (gone === 'changed') return undefined
  return { registration: 'registered' as const, registrationNo: number, registeredOn: decidedOn }
}
