import type { FieldChange, Fields } from '../../platform/register.ts'

/** What a record held before some entries of its chain. */
export interface Before {
  readonly fields: Fields
  /** The achievements it was linked to, where the entries tell of other ones. */
  readonly achievements?: readonly string[]
  /** The rights it was made to come from. */
  readonly related: readonly string[]
  /** The sets of owners and the events of the timeline that were recorded. */
  readonly sets: readonly string[]
  readonly events: readonly string[]
  /** Whether an identity number was replaced: what stood before is kept nowhere. */
  readonly losesIdNumber: boolean
}

/** What the fingerprints of an identity number are kept as: given with it, and gone with it. */
const idFields = { leadIdSealed: null, leadIdMasked: null, leadIdIndex: null }

/** What stood in the fields that these changes tell of, given in the order they were made. */
export function beforeChanges(changes: readonly FieldChange[]): Before {
  const first = new Map<string, unknown>()
  // What was recorded beside the fields is no field, though a trusteeship has parties of its own among them.
  const ofFields = changes.filter((change) => recordedBeside(change).length === 0)
  for (const { field, from } of ofFields) if (!first.has(field)) first.set(field, from)
  const achievements = first.get('achievements') as readonly string[] | undefined
  const hadNumber = first.get('leadIdMasked')
  const isEntered = first.has('leadIdMasked') && hadNumber === null
  for (const field of ['achievements', 'leadIdMasked', 'family']) first.delete(field)
  return {
    fields: { ...Object.fromEntries(first), ...(isEntered && idFields) },
    ...(achievements && { achievements }),
    related: changes.flatMap(relatedIn),
    sets: changes.flatMap((change) => recordedIn('parties', change)),
    events: changes.flatMap((change) => recordedIn('event', change)),
    losesIdNumber: typeof hadNumber === 'string',
  }
}

const recordedBeside = (change: FieldChange): readonly string[] =>
  (['parties', 'event'] as const).flatMap((what) => recordedIn(what, change))

/** What an entry recorded beside the fields of a right. */
function recordedIn(what: 'parties' | 'event', { field, to }: FieldChange): readonly string[] {
  if (field !== what || typeof to !== 'object' || to === null) return []
  return 'id' in to && typeof to.id === 'string' ? [to.id] : []
}

/** The earlier right a relation made by these entries leads to. */
function relatedIn({ field, to }: FieldChange): readonly string[] {
  if (field !== 'family' || typeof to !== 'object' || to === null) return []
  return 'earlierId' in to && typeof to.earlierId === 'string' ? [to.earlierId] : []
}
