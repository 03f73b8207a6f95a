import { eventsOf, type RightEvent } from '@yizhuan/docket'
import type { Day } from '@yizhuan/kit'
import type { RightFields } from '../right.ts'

// What a right has from its family, told as events of its own that nobody has to record.

/** An earlier right and the day of its filing. */
export interface Priority {
  readonly id: string
  readonly day: Day
  readonly ref: string | null
}

/** The application a right was divided from: its day of filing, and the day on which the divisional was submitted. */
export interface Division extends Priority {
  readonly submittedOn: Day | null
}

/** A right that entered a national phase from an international application. */
export interface Entry {
  readonly id: string
  readonly on: Day
  readonly ref: string | null
}

/** What the family of a right says of it. */
export interface FamilyFacts {
  /** The earlier rights whose priority it claims, or has from what it was divided from. */
  readonly priorities?: readonly Priority[]
  readonly division?: Division | undefined
  readonly entries?: readonly Entry[]
  /** Whether rights of other countries entered from it. */
  readonly isEnteredAbroad?: boolean
}

/** The events of a right, with those that its family tells. */
export function withFamily(
  fields: RightFields,
  known: readonly RightEvent[],
  { priorities = [], division, entries = [] }: FamilyFacts,
): readonly RightEvent[] {
  const events = division ? dividedFrom(division, known) : known
  const filedOn = events.find(({ kind }) => kind === 'filed')?.on ?? null
  return [
    ...claimsOf(fields, events, priorities, filedOn),
    ...entriesOf(fields, events, entries),
    ...events,
  ]
}

/** A divisional keeps the filing day of what it was divided from; its own later one is that of its submission. */
function dividedFrom(
  { id, day, ref, submittedOn }: Division,
  known: readonly RightEvent[],
): readonly RightEvent[] {
  const events = known.flatMap((event) => {
    if (event.kind !== 'filed') return [event]
    // Of the two the relation knows better than the field, which is a copy of it.
    if (event.id === 'field/filed' && (submittedOn !== null || event.on <= day)) return []
    return event.on > day ? [{ ...event, kind: 'divided' as const }] : [event]
  })
  const number = ref === null ? {} : { ref }
  const isFiled = events.some(({ kind }) => kind === 'filed')
  const isSubmitted = events.some(({ kind }) => kind === 'divided')
  // Where nobody knows the day of the submission it founds no priority still.
  const on = submittedOn ?? day
  return [
    ...(isFiled ? [] : [{ id: `family/${id}/filed`, kind: 'filed' as const, on: day, source: '' }]),
    ...(isSubmitted
      ? []
      : [{ id: `family/${id}`, kind: 'divided' as const, on, source: '', ...number }]),
    ...events,
  ]
}

/** The priorities that the family tells, where no event tells one of that day. */
function claimsOf(
  { kind }: RightFields,
  recorded: readonly RightEvent[],
  priorities: readonly Priority[],
  filedOn: Day | null,
): readonly RightEvent[] {
  if (!eventsOf(kind).includes('priorityClaimed')) return []
  return priorities
    .filter(({ day }) => !recorded.some((one) => one.kind === 'priorityClaimed' && one.day === day))
    .map(({ id, day, ref }) => ({
      ...{ id: `family/${id}`, kind: 'priorityClaimed' as const, source: '', day },
      on: filedOn ?? day,
      ...(ref !== null && { ref }),
    }))
}

/** The national phases that rights of the register entered, where no event tells one of that day. */
function entriesOf(
  { kind }: RightFields,
  recorded: readonly RightEvent[],
  entries: readonly Entry[],
): readonly RightEvent[] {
  if (!eventsOf(kind).includes('nationalEntered')) return []
  return entries
    .filter(({ on }) => !recorded.some((one) => one.kind === 'nationalEntered' && one.on === on))
    .map(({ id, on, ref }) => ({
      ...{ id: `family/${id}`, kind: 'nationalEntered' as const, source: '', on },
      ...(ref !== null && { ref }),
    }))
}
