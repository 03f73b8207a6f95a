// Persons, the posts they hold, and what must not be told of them.
import type { Day } from '@yizhuan/kit'

export const unitKinds = ['department', 'legal_person'] as const
export type UnitKind = (typeof unitKinds)[number]

/** 正职领导, 副职领导, 中层干部, 其他: the first three are leading posts, the first alone is a chief. */
export const postKinds = ['chief', 'deputy', 'middle', 'other'] as const
export type PostKind = (typeof postKinds)[number]

/** A post somebody holds or held. `to` is the first day on which it is no longer held. */
export interface Post {
  readonly id: string
  readonly title: string
  readonly kind: PostKind
  /** Null: of the institution itself. */
  readonly unit: { readonly id: string; readonly name: string; readonly kind: UnitKind } | null
  /** Whether its work is the transfer of achievements (gd-2025#a5.p2). */
  readonly forTransfer: boolean
  readonly from: Day
  readonly to: Day | null
}

/** What a person's posts say on a day. */
export interface Leading {
  /** Head of the institution or of one of its legal-person units (gd-2025#a21.p1). */
  readonly isChief: boolean
  /** Any leading post, at any level: the notice names more people than the ban on equity. */
  readonly holdsLeadingPost: boolean
  /** The posts held on the day, as the record of an act keeps them. */
  readonly posts: readonly HeldPost[]
}

/** A post as an act records it: whole without any register. */
export interface HeldPost {
  readonly title: string
  readonly kind: PostKind
  readonly unit: string | null
  readonly from: Day
}

/** Who is a chief and who holds a leading post is asked of the posts on the day, not of anybody's memory. */
export function leadingOn(posts: readonly Post[], on: Day): Leading {
  const held = posts.filter(({ from, to }) => from <= on && (to === null || on < to))
  return {
    isChief: held.some(isChiefPost),
    holdsLeadingPost: held.some(({ kind }) => kind !== 'other'),
    posts: held.map(({ title, kind, unit, from }) => ({
      title,
      kind,
      unit: unit?.name ?? null,
      from,
    })),
  }
}

function isChiefPost({ kind, unit }: Post): boolean {
  return kind === 'chief' && (unit === null || unit.kind === 'legal_person')
}

/** Shows the end of an account number only. */
export function maskedAccount(number: string): string {
  return `${'*'.repeat(Math.max(0, number.length - 4))}${number.slice(-4)}`
}

/** What is sealed of a person and opened for a reason only. */
export const sealedFields = ['idCard', 'bankAccount'] as const
export type SealedField = (typeof sealedFields)[number]

/** The file that shows a certificate. */
export interface CredentialFile {
  readonly name: string
  readonly sha256: string
  readonly size: number
}
