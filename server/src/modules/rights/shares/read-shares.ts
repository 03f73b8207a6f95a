import { dayInChina } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import { institutionName } from '../../../platform/export.ts'
import { recordOf } from '../../../platform/register.ts'
import { achievementOf, holdersOn } from '../../achievements/index.ts'
import { rightRegister } from '../right.table.ts'
import type { RightFields } from '../right.ts'
import { costsOf, partySets } from './share.queries.ts'
import type { RightSharesWire } from './share.wire.ts'

/** Who owns a right, who bears its fees and what others owe of them; undefined where there is no such right. */
export async function readShares(
  tx: Tx,
  institution: string,
  id: string,
  today: string,
): Promise<(RightSharesWire & { readonly inventors: readonly string[] }) | undefined> {
  const stored = await recordOf(tx, rightRegister, institution, id)
  if (!stored) return undefined
  const { achievementId, coOwners, inventors } = stored as unknown as RightFields
  const achievement = achievementId
    ? await achievementOf(tx, institution, achievementId)
    : undefined
  const sets = await partySets(tx, institution, [id])
  return {
    today,
    sets: sets.toReversed().map(({ id: of, from, parties, basis, recordedAt, recordedName }) => ({
      ...{ id: of, from, parties: [...parties], basis, recordedName },
      recordedOn: dayInChina(recordedAt),
    })),
    holders: holdersOn(achievement?.holdings ?? [], today).map((one) => ({ ...one })),
    coOwners: [...coOwners],
    institution: await institutionName(tx, institution),
    costs: await costsOf(tx, institution, [id]),
    inventors,
  }
}
