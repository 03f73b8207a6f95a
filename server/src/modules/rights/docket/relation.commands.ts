import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockChain, lockKnownChain } from '../../../platform/evidence.ts'
import { type Author, amendRecord, chainOf, recordsByIds } from '../../../platform/register.ts'
import { rightRegister } from '../right.table.ts'
import { countDockets } from './count.commands.ts'
import { familyOf } from './docket.queries.ts'
import type { RelationKind } from './docket.table.ts'

/** Why two rights are not made a family. */
export interface RelationRefusals {
  'no-such-right': Record<string, never>
  'relation-to-itself': Record<string, never>
  'relation-turned': Record<string, never>
}

/** That a right claims the priority of, enters from, or was divided out of an earlier one. */
export interface Relation {
  readonly earlier: string
  readonly kind: RelationKind
}

/** Relates a right to the earlier one it comes from. */
export async function relateRights(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { earlier, kind }: Relation,
): Promise<Outcome<{ seq: number }, RelationRefusals>> {
  if (earlier === id) return refuse('relation-to-itself', {})
  // One family at a time: a ring may be closed by links between rights that have none in common.
  await lockChain(tx, { institution: by.institution, name: 'right_family' })
  for (const one of [id, earlier].toSorted()) {
    const name = chainOf(rightRegister, one)
    await lockKnownChain(tx, { institution: by.institution, name })
  }
  const rights = await recordsByIds(tx, rightRegister, by.institution, [id, earlier])
  if (rights.length < 2) return refuse('no-such-right', {})
  const { links } = await familyOf(tx, by.institution, id)
  if (isEarlier(links, earlier, id)) return refuse('relation-turned', {})

  // From here on the two are related.
  await tx
    .insertInto('rightRelation')
    .values({ institutionId: by.institution, rightId: id, earlierId: earlier, kind })
    .onConflict((on) => on.columns(['institutionId', 'rightId', 'earlierId']).doNothing())
    .execute()
  // A priority moves the clocks that run from it.
  await countDockets(tx, clock, by.institution, [id])
  const to = { kind, earlier: titleOf(rights, earlier), earlierId: earlier }
  return note(tx, clock, by, id, { from: null, to })
}

/** Takes back a relation that was wrong. */
export async function unrelateRights(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  earlier: string,
): Promise<Outcome<{ seq: number }, RelationRefusals>> {
  const rights = await recordsByIds(tx, rightRegister, by.institution, [id, earlier])
  const gone = await tx
    .deleteFrom('rightRelation')
    .where('institutionId', '=', by.institution)
    .where('rightId', '=', id)
    .where('earlierId', '=', earlier)
    .returning('kind')
    .executeTakeFirst()
  if (!gone) return refuse('no-such-right', {})
  await countDockets(tx, clock, by.institution, [id])
  return note(tx, clock, by, id, {
    from: { kind: gone.kind, earlier: titleOf(rights, earlier), earlierId: earlier },
    to: null,
  })
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

const titleOf = (rights: Awaited<ReturnType<typeof recordsByIds>>, id: string) =>
  String(rights.find((one) => one.id === id)?.['title'] ?? '')

async function note(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  change: { readonly from: unknown; readonly to: unknown },
): Promise<Outcome<{ seq: number }, RelationRefusals>> {
  const amended = await amendRecord(tx, rightRegister, clock, by, id, {
    fields: {},
    beside: [{ field: 'family', ...change }],
    reason: '',
  })
  return amended ? accept(amended) : refuse('no-such-right', {})
}
