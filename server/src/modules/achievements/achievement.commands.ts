import {
  accept,
  add,
  compare,
  type Outcome,
  parseRatio,
  ratio,
  ratioText,
  refuse,
} from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import './achievement.table.ts'
import { nextNumber } from './achievement.queries.ts'
import type { CreateAchievementWire } from './achievement.wire.ts'

/** Why an achievement is not entered. */
export interface AchievementRefusals {
  'shares-must-total-one': { readonly sum: string }
  'disclosed-in-future': { readonly today: string }
}

/**
 * Enters an achievement under a permanent number and records it in its chain.
 *
 * Inventors' shares are exact: they make one, or nothing is written.
 */
export async function createAchievement(
  tx: Tx,
  clock: Clock,
  by: Pick<Caller, 'institution' | 'person' | 'name'>,
  order: z.output<typeof CreateAchievementWire>,
): Promise<Outcome<{ id: string; number: string }, AchievementRefusals>> {
  const sum = order.inventors
    .map(({ share }) => parseRatio(share, 'inventors.share'))
    .reduce(add, ratio(0))
  if (compare(sum, ratio(1)) !== 0) return refuse('shares-must-total-one', { sum: ratioText(sum) })
  const today = clock.today()
  const disclosedOn = order.disclosedOn ?? today
  if (disclosedOn > today) return refuse('disclosed-in-future', { today })

  // From here on the achievement is entered.
  const id = newId()
  const number = await nextNumber(tx, by.institution, Number(disclosedOn.slice(0, 4)))
  const { title, kind, department = null, disclosure, inventors } = order
  await tx
    .insertInto('achievement')
    .values({
      institutionId: by.institution,
      id,
      number,
      title,
      kind,
      department,
      disclosedOn,
      disclosure: JSON.stringify(disclosure),
      inventors: JSON.stringify(inventors),
    })
    .execute()
  const data = { number, title, kind, department, disclosedOn, disclosure, inventors }
  await recordChange(
    tx,
    `achievement/${id}`,
    { action: 'achievement.disclosed', subject: id, data, at: clock.now(), by },
    { fresh: true },
  )
  return accept({ id, number })
}
