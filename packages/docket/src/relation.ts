import { type Country, isRegional } from './country.ts'
import type { RightKind } from './kind.ts'

// What can come from what in a family of rights.

/** How a right comes from an earlier one. */
export const relationKinds = ['priority', 'national', 'divisional'] as const
export type RelationKind = (typeof relationKinds)[number]

/** A right of a family, as far as it matters what can come from it. */
export interface FamilyMember {
  readonly kind: RightKind
  readonly country: Country | null
}

const patents: readonly RightKind[] = ['invention', 'utility_model', 'design', 'patent']
const technical: readonly RightKind[] = ['invention', 'utility_model', 'patent']
/** Kinds whose priority only the same kind can claim. */
const alone: readonly RightKind[] = ['trademark', 'variety']

/** Whether a right can come from another in this way, by what the two are. */
export function canRelate(how: RelationKind, later: FamilyMember, earlier: FamilyMember): boolean {
  switch (how) {
    case 'priority':
      return claims(later.kind, earlier.kind)
    case 'national':
      return enters(later, earlier)
    case 'divisional':
      return divides(later, earlier)
  }
}

/** Of patents any founds the priority of any other (cn-patent-law#a29); a mark claims that of a mark. */
function claims(later: RightKind, earlier: RightKind): boolean {
  const isPatent = (kind: RightKind) => kind === 'pct' || patents.includes(kind)
  if (isPatent(later)) return isPatent(earlier)
  return alone.includes(later) && later === earlier
}

/**
 * A country is entered from an international application (cn-patent-rules#a118), or has its part of what one
 * office granted for several. Hong Kong and Macao take over what another office granted.
 */
function enters(later: FamilyMember, earlier: FamilyMember): boolean {
  if (!technical.includes(later.kind)) return false
  // The unitary effect is asked for of what the European office granted, of nothing else.
  if (later.country === 'UP' && earlier.country !== 'EP') return false
  if (earlier.kind === 'pct') return true
  if (!technical.includes(earlier.kind) || later.country === null) return false
  if (earlier.country !== null && isRegional(earlier.country)) return !isRegional(later.country)
  const takesOver = later.country === 'HK' || later.country === 'MO'
  return takesOver && (earlier.country === null || earlier.country === 'GB')
}

/** What is divided stays of its kind and at its office (cn-patent-rules#a48); `patent` is not known yet. */
function divides(later: FamilyMember, earlier: FamilyMember): boolean {
  if (later.country !== earlier.country) return false
  if (later.kind === 'trademark') return earlier.kind === 'trademark'
  if (!patents.includes(later.kind) || !patents.includes(earlier.kind)) return false
  const isUnknown = later.kind === 'patent' || earlier.kind === 'patent'
  return isUnknown || later.kind === earlier.kind
}
