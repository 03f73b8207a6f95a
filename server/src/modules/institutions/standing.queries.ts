import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { prepared } from '../../platform/prepared.ts'
import { profileOf } from './institution.queries.ts'
import './institution.table.ts'
import type { Profile } from './institution.ts'
import { factsOn, type KnownFact, placeOn, type Standing } from './standing.ts'

const rows = prepared((tx: Tx, { institution }: { institution: string }) =>
  tx
    .selectFrom('institutionStanding')
    .select(['id', 'aspect', 'value', 'was', 'fromDay', 'document', 'file', 'enteredName'])
    .where('institutionId', '=', institution)
    .where('annulledOn', 'is', null)
    .orderBy('fromDay', 'desc')
    .orderBy('aspect'),
)

/** The turns of an institution that were not annulled, newest first. */
export async function standingsOf(tx: Tx, institution: string) {
  const found = await rows(tx, { institution })
  return found.map(({ fromDay, ...row }) => ({ ...row, from: fromDay as Day })) satisfies Standing[]
}

/** What an institution says of itself, with its place and pilot as they were on a day. */
export async function profileOn(tx: Tx, institution: string, on: Day): Promise<Profile> {
  const [profile, standings] = await Promise.all([
    profileOf(tx, institution),
    standingsOf(tx, institution),
  ])
  return { ...profile, ...placeOn(profile, standings, on) }
}

/** What the register of the institution answers to the packs on a day. */
export async function institutionFactsOn(
  tx: Tx,
  institution: string,
  on: Day,
): Promise<readonly KnownFact[]> {
  const [profile, standings] = await Promise.all([
    profileOf(tx, institution),
    standingsOf(tx, institution),
  ])
  return factsOn(profile, standings, on)
}
