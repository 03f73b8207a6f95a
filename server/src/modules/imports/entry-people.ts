import type { PersonRecord, PostRecord, UnitRecord } from '@yizhuan/ledger'

// Units, persons and posts as their registers would hold them. What is referred to stands as it was
// written, a name or a code: what that leads to is found where it is looked up.

/** A unit as a ledger tells of it. */
export interface UnitFields {
  readonly unitName: string | null
  readonly unitCode: string | null
  readonly unitKind: 'department' | 'legal_person' | null
  /** Name or code of the one above. */
  readonly parentUnit: string | null
}

/** A person as a ledger tells of them. */
export interface PersonFields {
  readonly personName: string | null
  readonly staffNo: string | null
  /** Name or code of the unit. */
  readonly unit: string | null
  readonly professionalTitle: string | null
  /** The line of work. */
  readonly occupation: string | null
}

/** A post as a ledger tells of it. */
export interface PostFields {
  readonly staffNo: string | null
  readonly personName: string | null
  readonly postTitle: string | null
  readonly postKind: 'chief' | 'deputy' | 'middle' | 'other' | null
  readonly unit: string | null
  readonly forTransfer: boolean | null
  readonly postFrom: string | null
  readonly postTo: string | null
}

export type PeopleEntry =
  | { readonly to: 'unit'; readonly number: string | null; readonly fields: UnitFields }
  | { readonly to: 'person'; readonly number: string | null; readonly fields: PersonFields }
  | { readonly to: 'post'; readonly number: string | null; readonly fields: PostFields }

export function toUnit(record: UnitRecord): PeopleEntry {
  const { unitName, unitCode, unitKind, parentUnit } = record
  const number = unitCode === null ? unitName : codeKey(unitCode)
  return { to: 'unit', number, fields: { unitName, unitCode, unitKind, parentUnit } }
}

/** The key of a unit that has a code: no name is taken for one. */
export const codeKey = (code: string) => `#${code}`

export function toPerson(record: PersonRecord): PeopleEntry {
  const { personName, staffNo, unit, professionalTitle, occupation = null } = record
  const fields = { personName, staffNo, unit, professionalTitle, occupation }
  return { to: 'person', number: staffNo, fields }
}

export function toPost(record: PostRecord): PeopleEntry {
  const { staffNo, personName, postTitle, postKind, unit, postFrom, postTo } = record
  const forTransfer = record.forTransfer === null ? null : record.forTransfer === 'yes'
  const fields = {
    ...{ staffNo, personName, postTitle, postKind, unit },
    ...{ forTransfer, postFrom, postTo },
  }
  return { to: 'post', number: postKey(fields), fields }
}

/** By what a post is known again: whose, what, where and since when. */
export function postKey({ staffNo, postTitle, unit, postFrom }: PostKey): string | null {
  const parts = [staffNo, postTitle, unit ?? '', postFrom]
  return parts.includes(null) ? null : parts.join('|')
}

type PostKey = Pick<PostFields, 'staffNo' | 'postTitle' | 'unit' | 'postFrom'>
