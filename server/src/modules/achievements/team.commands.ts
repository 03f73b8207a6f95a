import { accept, type Day, type Outcome, refuse } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { registeredOn } from '../people/index.ts'
import type { AchievementInventor } from './achievement.ts'
import { namedTwice } from './team.ts'

/** Why a team is not entered. */
export interface TeamRefusals {
  'inventor-not-in-register': { readonly at: string; readonly name: string }
  'inventor-named-twice': { readonly at: string; readonly name: string }
}

/**
 * A team with what the register of people knows of those chosen from it: the staff number, and the
 * posts of the day. Nobody ticks who is a chief (gd-2025#a21.p1) where the register says it.
 *
 * Who stood there before stays as they stood: a name that changed since is no reason to refuse a
 * correction of something else.
 */
export async function asRegistered(
  tx: Tx,
  by: Author,
  team: readonly AchievementInventor[],
  on: string,
  before: readonly AchievementInventor[] = [],
): Promise<Outcome<readonly AchievementInventor[], TeamRefusals>> {
  const stood = (one: AchievementInventor) =>
    before.find(({ person, name }) => person === one.person && name === one.name)
  const fresh = team.flatMap((one) => (one.person && !stood(one) ? [one.person] : []))
  const known = await registeredOn(tx, by.institution, fresh, on as Day) // Every caller read it as a day.
  // Whoever signs in without an entry of their own still knows who they are.
  const isSelf = ({ person, name }: AchievementInventor) =>
    person === by.person && name === by.name && !known.has(by.person)
  const isUnknown = (one: AchievementInventor) =>
    one.person !== undefined &&
    !stood(one) &&
    !isSelf(one) &&
    known.get(one.person)?.name !== one.name
  const at = team.findIndex(isUnknown)
  if (at >= 0) {
    return refuse('inventor-not-in-register', { at: `${at}`, name: team[at]?.name ?? '' })
  }
  const told = team.map((one) => {
    if (one.person === undefined) return one
    const said = stood(one) ?? known.get(one.person)
    if (said === undefined) return one
    const { isChief, holdsLeadingPost } = said
    const staffNo = 'staffNo' in said ? said.staffNo : said.staffNumber
    return { ...one, staffNo, isChief, holdsLeadingPost }
  })
  const twice = namedTwice(told, before)
  if (twice >= 0) {
    return refuse('inventor-named-twice', { at: `${twice}`, name: told[twice]?.name ?? '' })
  }
  return accept(told)
}
