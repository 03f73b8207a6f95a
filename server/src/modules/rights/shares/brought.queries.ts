import { inForce, type RightEvent, ruleOf } from '@yizhuan/docket'
import { type Day, groupBy, type Ratio } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import { eventsOfRights, standing } from '../docket/event.queries.ts'
import { docketGround } from '../docket/law.ts'
import type { RightKind } from '../right.ts'
import type { Party } from './party.ts'
import { partySets } from './share.queries.ts'

// What is recorded of the owners of some rights and of their fees, for a ledger to be compared with.

/** The owners of a right as they were recorded last, and since when its fees are reduced. */
export interface KnownTitle {
  /** Nobody where no set is recorded. */
  readonly parties: readonly Party[]
  /** From when on the newest set holds; none where there is none. */
  readonly from: string | null
  readonly reducedFrom: Day | null
  /** When the last reduction ended, where none runs. */
  readonly reducedTo: Day | null
}

/** What is recorded of some rights. */
export async function titlesOf(
  tx: Tx,
  institution: string,
  rights: readonly string[],
): Promise<ReadonlyMap<string, KnownTitle>> {
  if (rights.length === 0) return new Map()
  const sets = groupBy(await partySets(tx, institution, rights), ({ rightId }) => rightId)
  const events = standing(await eventsOfRights(tx, institution, rights))
  return new Map(
    rights.map((right) => {
      const own = sets.get(right) ?? []
      const title = {
        parties: own.at(-1)?.parties ?? [],
        from: own.at(-1)?.from ?? null,
        ...reductionIn(events.get(right) ?? []),
      }
      return [right, title]
    }),
  )
}

/** Since when a reduction of the fees runs that nobody has ended, or when the last one ended. */
function reductionIn(events: readonly RightEvent[]) {
  let known: Pick<KnownTitle, 'reducedFrom' | 'reducedTo'> = { reducedFrom: null, reducedTo: null }
  for (const { kind, on } of events) {
    if (kind === 'reductionRecorded')
      known = { reducedFrom: known.reducedFrom ?? on, reducedTo: null }
    if (kind === 'reductionEnded') known = { reducedFrom: null, reducedTo: on }
  }
  return known
}

/** What part of a fee the law takes off on a day, for one owner or for several; nothing where no rule of that day is known. */
export function reductionOn(on: Day, owners: number): Ratio | undefined {
  const rule = inForce(docketGround().law.reductions, on)
  return rule && (owners > 1 ? rule.shared : rule.single)
}

/** Whether fees of a kind of right can be reduced. */
export const isReducible = (kind: RightKind): boolean =>
  ruleOf('reductionRecorded').of.includes(kind)
