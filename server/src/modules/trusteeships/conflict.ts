import type { Words } from '@yizhuan/kit'
import {
  overlaps,
  type Party,
  type Power,
  powersApart,
  type TrusteeshipFields,
} from './trusteeship.ts'

// What speaks against an agreement: what it would contradict refuses it, what it should be weighed
// against is told, and it stands with a reason.

/** A right as far as a trusteeship asks: what has become of it, and whether it is to be given up. */
export interface SubjectRight {
  readonly id: string
  readonly title: string
  readonly achievementId: string | null
  readonly status: string | null
  /** Legal state by its docket, which may know more than the register. */
  readonly state: string | null
  /** The newest decision about its next fee. */
  readonly review: string | null
  /** A licence recorded with the office that leaves no room beside it. */
  readonly licence: 'exclusive' | 'sole' | null
}

/** What somebody was granted of an achievement. */
export interface SubjectGrant {
  readonly achievement: string
  readonly by: string
  readonly to: string
  readonly kind: 'exclusive' | 'sole' | 'plain' | 'assigned' | 'empowered'
  readonly until?: string | undefined
}

/** Another agreement, with everything it reaches: its rights, and those of its achievements. */
export interface OtherTrusteeship
  extends Pick<TrusteeshipFields, 'fromDay' | 'toDay' | 'endedOn' | 'parties' | 'number'> {
  readonly reach: ReadonlySet<string>
}

export interface Surroundings {
  readonly reach: ReadonlySet<string>
  readonly rights: readonly SubjectRight[]
  readonly grants: readonly SubjectGrant[]
  readonly others: readonly OtherTrusteeship[]
}

/** What contradicts an agreement: it is not entered. */
export type Contradiction =
  | { readonly code: 'right-ended'; readonly title: string }
  | { readonly code: 'granted-away'; readonly by: string; readonly to: string }
  | { readonly code: 'held-in-trust'; readonly number: string; readonly power: Power }

/** What an agreement is to be weighed against: it stands when somebody says why. */
export type Concern =
  | { readonly code: 'to-be-abandoned'; readonly title: string }
  | { readonly code: 'licensed'; readonly by: string; readonly to: string; readonly until: string }

const endedStates = new Set([
  'terminated',
  'withdrawn',
  'deemedWithdrawn',
  'deemedAbandoned',
  'rejected',
  'invalidated',
])
const endedStatuses = new Set([
  ...['rejected', 'withdrawn', 'deemed_withdrawn', 'lapsed', 'lapsed_unpaid', 'lapsed_waived'],
  ...['lapsed_expired', 'invalidated', 'transferred', 'expired', 'cancelled'],
])

/** Whether a right has ended or left the house, by its register or by its docket. */
export function hasEnded({ status, state }: Pick<SubjectRight, 'status' | 'state'>): boolean {
  return endedStatuses.has(status ?? '') || endedStates.has(state ?? '')
}

type Agreement = Pick<TrusteeshipFields, 'fromDay' | 'toDay' | 'endedOn'> & {
  readonly parties: readonly Party[]
}

/** The first thing that contradicts an agreement; undefined where nothing does. */
export function contradictionTo(
  mine: Agreement,
  { reach, rights, grants, others }: Surroundings,
): Contradiction | undefined {
  const ended = rights.find(hasEnded)
  if (ended) return { code: 'right-ended', title: ended.title }
  const away = grants.find(({ kind }) => kind === 'assigned')
  if (away) return { code: 'granted-away', by: away.by, to: away.to }
  for (const other of others) {
    const isAbout = [...reach].some((one) => other.reach.has(one))
    if (!isAbout || !overlaps(mine, other)) continue
    const [power] = powersApart(mine.parties, other.parties)
    // The same powers to the same hands twice is one agreement entered twice.
    return { code: 'held-in-trust', number: other.number, power: power ?? 'operation' }
  }
  return undefined
}

/** Everything an agreement is to be weighed against. */
export function concernsAbout(
  { fromDay }: Pick<TrusteeshipFields, 'fromDay'>,
  { rights, grants }: Surroundings,
): readonly Concern[] {
  const leaving = rights
    .filter(({ review }) => review === 'abandon')
    .map(({ title }) => ({ code: 'to-be-abandoned' as const, title }))
  const recorded = rights.flatMap(({ title, licence }) =>
    licence === null ? [] : [{ code: 'licensed' as const, by: title, to: '', until: '' }],
  )
  const granted = grants
    .filter(({ kind, until }) => kind !== 'plain' && kind !== 'assigned' && !isOver(until, fromDay))
    .map(({ by, to, until }) => ({ code: 'licensed' as const, by, to, until: until ?? '' }))
  return [...leaving, ...recorded, ...granted]
}

/** Whether a grant ended before a day; one known to the year or month only is taken for its last day. */
function isOver(until: string | undefined, day: string): boolean {
  return until !== undefined && `${until}-12-31`.slice(0, 10) < day
}

/** What is read of a concern, and what to do about it. */
export function sayConcern(concern: Concern): Words {
  if (concern.code === 'to-be-abandoned') {
    const { title } = concern
    return {
      zh: `“${title}”已决定放弃：先改变缴费决定，或从托管范围中去掉。`,
      en: `“${title}” is to be given up: change what was decided about its fee, or leave it out.`,
    }
  }
  const { by, to, until } = concern
  const whom = { zh: to && `给${to}`, en: to && ` to ${to}` }
  const span = { zh: until && `，至 ${until}`, en: until && ` until ${until}` }
  return {
    zh: `${by}已作独占、排他许可或赋权${whom.zh}${span.zh}：托管方不得再许可，请在职责中写明或先与被许可人协商。`,
    en: `${by} grants exclusive use${whom.en}${span.en}: the trustee cannot license it again; say so in its duties or settle it with the licensee first.`,
  }
}
