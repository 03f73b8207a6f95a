import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { ownerKey } from '@yizhuan/ledger'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import type { Author } from '../../platform/register.ts'
import { ownNamesOf } from './finding.queries.ts'

/** Why a name is not added or taken away. */
export interface OwnNameRefusals {
  'own-name-known': { readonly name: string }
  'no-such-own-name': Record<string, never>
}

/** Every change of the names of a house is in one chain. */
const chain = 'own-names'

/** Adds what the house was or is called besides its name. */
export async function addOwnName(
  tx: Tx,
  clock: Clock,
  by: Author,
  told: { readonly kind: 'former' | 'alias'; readonly name: string },
): Promise<Outcome<{ id: string }, OwnNameRefusals>> {
  const { name, others } = await ownNamesOf(tx, by.institution)
  const known = [name, ...others.map((one) => one.name)]
  const same = known.find((one) => ownerKey(one) === ownerKey(told.name))
  if (same !== undefined) return refuse('own-name-known', { name: same })

  // From here on it is added.
  const id = newId()
  const at = clock.now()
  await tx
    .insertInto('ownName')
    .values({ institutionId: by.institution, id, ...told, addedAt: at, addedName: by.name })
    .execute()
  await recordChange(tx, chain, { action: 'own-name.entered', subject: id, data: told, at, by })
  return accept({ id })
}

/** Takes a name away that is none of the house. */
export async function removeOwnName(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
): Promise<Outcome<true, OwnNameRefusals>> {
  const at = clock.now()
  const gone = await tx
    .updateTable('ownName')
    .set({ removedAt: at })
    .where('institutionId', '=', by.institution)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .returning('name')
    .executeTakeFirst()
  if (!gone) return refuse('no-such-own-name', {})
  await recordChange(tx, chain, { action: 'own-name.removed', subject: id, data: gone, at, by })
  return accept(true)
}
