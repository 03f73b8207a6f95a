import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { relateRights, rightKey, rightsByNumber } from '../rights/index.ts'
import { isWritten } from './plan.ts'
import { type StagedDraft, stagedRows } from './staged.queries.ts'

/**
 * Relates the patents of a draft to the earlier ones whose priority they claim, where both are in the
 * register by now. A relation that is there stays as it is.
 *
 * @returns the rights that were related.
 */
export async function relatePriorities(
  draft: StagedDraft,
  clock: Clock,
  by: Author,
): Promise<readonly string[]> {
  const { tx, institution } = draft
  const related = new Set<string>()
  for await (const rows of stagedRows(draft, { register: 'right' })) {
    const claims = rows.flatMap((row) => {
      const { state, entry, record } = row
      const isIn = isWritten(row) || state === 'present'
      if (!isIn || entry.to !== 'right' || entry.number === null) return []
      if (!('priorities' in record)) return []
      const key = rightKey({ country: entry.fields.country, number: entry.number })
      return [{ key, number: entry.number, priorities: record.priorities ?? [] }]
    })
    const numbers = claims.flatMap(({ number, priorities }) => [number, ...priorities])
    if (claims.every(({ priorities }) => priorities.length === 0)) continue
    const found = await rightsByNumber(tx, institution, [...new Set(numbers)])
    const ids = new Map(
      found.map(({ id, country, number }) => [rightKey({ country, number: number ?? '' }), id]),
    )
    for (const { key, priorities } of claims) {
      const id = ids.get(key)
      for (const priority of priorities) {
        // Parts of one patent in several countries found no priority of their own: which is meant, a number says not.
        const bearers = found.filter(({ number }) => number === priority)
        const earlier = ids.get(priority) ?? (bearers.length === 1 ? bearers[0]?.id : undefined)
        if (!id || !earlier || (await isRelated(tx, institution, id, earlier))) continue
        const outcome = await relateRights(tx, clock, by, id, { earlier, kind: 'priority' })
        if (outcome.kind === 'accepted') related.add(id)
      }
    }
  }
  return [...related]
}

async function isRelated(tx: Tx, institution: string, id: string, earlier: string) {
  const row = await tx
    .selectFrom('rightRelation')
    .select('kind')
    .where('institutionId', '=', institution)
    .where('rightId', '=', id)
    .where('earlierId', '=', earlier)
    .executeTakeFirst()
  return row !== undefined
}
