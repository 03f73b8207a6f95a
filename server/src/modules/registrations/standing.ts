import { outcomes, type RegistrationState, type Step, stateAfter } from './registration.ts'

// What stands of an attempt once what was recorded by mistake is said to be one: a correction takes back the
// step before it, and the attempt is again where it was.

/** The steps that stand: each correction took the last one back. */
export function standingSteps<Event extends { readonly step: Step }>(
  events: readonly Event[],
): readonly Event[] {
  const standing: Event[] = []
  for (const event of events) {
    if (event.step === 'corrected') standing.pop()
    else standing.push(event)
  }
  return standing
}

/** The day before which nothing follows: what was recorded by mistake holds no place. */
export function earliestDay(
  events: readonly { readonly step: Step; readonly onDay: string }[],
): string | undefined {
  return standingSteps(events).at(-1)?.onDay
}

/** Where an attempt stands after one more step. */
export function stateOf(events: readonly { readonly step: Step }[], step: Step): RegistrationState {
  if (step !== 'corrected') return stateAfter(step)
  const [before, gone] = standingSteps(events).slice(-2)
  // An outcome that never was leaves the attempt with the registrar.
  if (!gone || !before || isOutcome(gone.step)) return stateAfter('corrected')
  return stateAfter(before.step)
}

export const isOutcome = (step: Step) => (outcomes as readonly Step[]).includes(step)
