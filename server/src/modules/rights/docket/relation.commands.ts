import { canRelate, type FamilyMember, type RelationKind } from '@yizhuan/docket'
import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { type Author, amendRecord, recordsByIds } from '../../../platform/register.ts'
import { rightRegister } from '../right.table.ts'
import type { RightFields } from '../right.ts'
import { countDockets } from './count.commands.ts'
import { familyOf, filedFirst } from './family.queries.ts'
import { handOnFiling, lockFamily } from './filing.commands.ts'

/** Why two rights are not made a family. */
export interface RelationRefusals {
  'no-such-right': Record<string, never>
  'relation-to-itself': Record<string, never>
  'relation-unfit': { readonly kind: RelationKind }
  'relation-turned': Record<string, never>
  'related-already': Record<string, never>
  'relation-day-needed': { readonly kind: string }
  'relation-day-not-asked': Record<string, never>
  'relation-day-in-future': { readonly today: string }
  'relation-day-before-filing': { readonly filedOn: string }
  'priority-after-filing': { readonly filedOn: string; readonly ownFiledOn: string }
}

/** That a right claims the priority of, enters from, or was divided out of an earlier one. */
export interface Relation {
  readonly earlier: string
  readonly kind: RelationKind
  /** When a divisional was submitted, or a national phase entered. */
  readonly day?: string | undefined
}

/** Relates a right to the earlier one it comes from. */
export async function relateRights(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  relation: Relation,
): Promise<Outcome<{ seq: number }, RelationRefusals>> {
  const { earlier, kind } = relation
  if (earlier === id) return refuse('relation-to-itself', {})
  await lockFamily(tx, by.institution, [id, earlier])
  const rights = await recordsByIds(tx, rightRegister, by.institution, [id, earlier])
  if (rights.length < 2) return refuse('no-such-right', {})
  if (!canRelate(kind, memberIn(rights, id), memberIn(rights, earlier))) {
    return refuse('relation-unfit', { kind })
  }
  const { links } = await familyOf(tx, by.institution, id, clock.today())
  if (isEarlier(links, earlier, id)) return refuse('relation-turned', {})
  if (links.some((one) => one.rightId === id && one.earlierId === earlier)) {
    return refuse('related-already', {})
  }
  const filedOn = await filedFirst(tx, by.institution, earlier)
  const told = dayOf(relation, filedOf(rights, id), filedOn, clock.today())
  if (told.kind === 'refused') return told

  // From here on the two are related.
  const onDay = told.value
  await tx
    .insertInto('rightRelation')
    .values({ institutionId: by.institution, rightId: id, earlierId: earlier, kind, onDay })
    .execute()
  const to = {
    kind,
    earlier: titleOf(rights, earlier),
    earlierId: earlier,
    ...(onDay && { onDay }),
  }
  // A divisional keeps the day of filing of what it was divided from (cn-patent-rules#a49), an entry that of
  // the international application (cn-patent-rules#a119).
  const fields = kind !== 'priority' && filedOn ? { filedOn } : {}
  const noted = await note(tx, clock, by, id, { from: null, to }, fields)
  await handOnFiling(tx, clock, by, id)
  // A priority moves the clocks that run from it; an entry is told to the international application.
  await countDockets(tx, clock, by.institution, [id, earlier])
  return noted
}

/** The day of a submission or an entry: as told, else the day of filing that the register has of it. */
function dayOf(
  { kind, day }: Relation,
  ownFiledOn: string | null,
  filedOn: string | undefined,
  today: string,
): Outcome<string | null, RelationRefusals> {
  if (kind === 'priority') {
    if (day !== undefined) return refuse('relation-day-not-asked', {})
    const isAfter = filedOn !== undefined && ownFiledOn !== null && filedOn > `${ownFiledOn}~`
    return isAfter ? refuse('priority-after-filing', { filedOn, ownFiledOn }) : accept(null)
  }
  const isOwn = ownFiledOn?.length === 10 && filedOn !== undefined && ownFiledOn > filedOn
  const on = day ?? (isOwn ? ownFiledOn : undefined)
  if (on === undefined) return refuse('relation-day-needed', { kind })
  if (on > today) return refuse('relation-day-in-future', { today })
  if (filedOn !== undefined && on < filedOn) {
    return refuse('relation-day-before-filing', { filedOn })
  }
  return accept(on)
}

/** Takes back a relation that was wrong. */
export async function unrelateRights(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  earlier: string,
): Promise<Outcome<{ seq: number }, RelationRefusals>> {
  await lockFamily(tx, by.institution, [id, earlier])
  const rights = await recordsByIds(tx, rightRegister, by.institution, [id, earlier])
  const gone = await tx
    .deleteFrom('rightRelation')
    .where('institutionId', '=', by.institution)
    .where('rightId', '=', id)
    .where('earlierId', '=', earlier)
    .returning(['kind', 'onDay'])
    .executeTakeFirst()
  if (!gone) return refuse('no-such-right', {})
  const { kind, onDay } = gone
  const from = { kind, earlier: titleOf(rights, earlier), earlierId: earlier }
  // Divided from nothing, it was filed on the day on which it was submitted; so was what entered from nothing.
  const change = { from: { ...from, ...(onDay && { onDay }) }, to: null }
  const others = await tx
    .selectFrom('rightRelation')
    .select('kind')
    .where('institutionId', '=', by.institution)
    .where('rightId', '=', id)
    .where('kind', '<>', 'priority')
    .executeTakeFirst()
  // Where it still comes from another, it keeps the day of that one.
  const isDated = kind !== 'priority' && onDay !== null && !others
  const noted = await note(tx, clock, by, id, change, isDated ? { filedOn: onDay } : {})
  await handOnFiling(tx, clock, by, id)
  await countDockets(tx, clock, by.institution, [id, earlier])
  return noted
}

/** Whether one right already comes from the other, over however many steps; a circle is walked once. */
function isEarlier(
  links: readonly { readonly rightId: string; readonly earlierId: string }[],
  right: string,
  earlier: string,
  visited = new Set<string>(),
): boolean {
  if (visited.has(right)) return false
  visited.add(right)
  const above = links.filter(({ rightId }) => rightId === right).map(({ earlierId }) => earlierId)
  return above.some((each) => each === earlier || isEarlier(links, each, earlier, visited))
}

type Stored = Awaited<ReturnType<typeof recordsByIds>>

/** What a right of the two is, for what can come from what. */
function memberIn(rights: Stored, id: string): FamilyMember {
  const right = rights.find((one) => one.id === id) as unknown as RightFields
  return { kind: right.kind, country: right.country }
}

const titleOf = (rights: Stored, id: string) =>
  String(rights.find((one) => one.id === id)?.['title'] ?? '')

const filedOf = (rights: Stored, id: string) =>
  (rights.find((one) => one.id === id)?.['filedOn'] ?? null) as string | null

async function note(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  change: { readonly from: unknown; readonly to: unknown },
  fields: Partial<RightFields>,
): Promise<Outcome<{ seq: number }, RelationRefusals>> {
  const amended = await amendRecord(tx, rightRegister, clock, by, id, {
    fields,
    beside: [{ field: 'family', ...change }],
    reason: '',
  })
  return amended ? accept(amended) : refuse('no-such-right', {})
}
