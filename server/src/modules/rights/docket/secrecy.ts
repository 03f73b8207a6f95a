// Whether an application abroad went out without the examination for secrecy (cn-patent-law#a19).
import { type EventKind, isForeign, type RightKind } from '@yizhuan/docket'

/** A right of a family, as far as this question asks. */
export interface FamilyRight {
  readonly kind: RightKind
  readonly country: string | null
  readonly number: string | null
  readonly filedOn: string | null
}

/** An event of a right of the family. */
export interface FamilyEvent {
  readonly kind: EventKind
  readonly on: string
}

const examined: ReadonlySet<RightKind> = new Set(['invention', 'utility_model', 'patent'])

/**
 * Whether nothing says that the examination was asked for before an invention was filed abroad, or that it was
 * made elsewhere. An international application handed in at the Chinese office asks for it by itself
 * (cn-patent-rules#a8.p3).
 *
 * @param family  all rights of its family, itself among them.
 * @param events  what befell them.
 */
export function isUnexamined(
  { kind, country, filedOn }: FamilyRight,
  family: readonly FamilyRight[],
  events: readonly FamilyEvent[],
): boolean {
  if (!isForeign(country) || !examined.has(kind)) return false
  const isInTime = (on: string | null) =>
    filedOn === null || on === null || on.slice(0, filedOn.length) <= filedOn.slice(0, on.length)
  const isAsked = events.some(
    ({ kind: what, on }) =>
      what === 'madeAbroad' ||
      ((what === 'secrecyRequested' || what === 'secrecyCleared') && isInTime(on)),
  )
  const isHandedIn = family.some(
    (one) =>
      one.kind === 'pct' && one.number?.startsWith('PCT/CN') === true && isInTime(one.filedOn),
  )
  return !isAsked && !isHandedIn
}
