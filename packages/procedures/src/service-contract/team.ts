// Who of a team a line of a plan or a payment is. Accounts, payments and words of agreement go by what somebody is
// called in the record, so namesakes are called apart in it; who they are their place in the register says.
import type { z } from 'zod'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { actData } from './acts.ts'

const { latest } = readers(actData)

export type Team = z.infer<typeof actData.serviceOpened>['team']
type Member = Team[number]
type Line = Pick<Member, 'name' | 'person'>

export const teamOf = (state: ActsState | undefined): Team =>
  (state && latest(state, 'serviceOpened')?.data.team) ?? []

/** What a member is called in plans and payments: their name, and which of several namesakes they are. */
export function calledIn(team: Team, member: Member): string {
  const namesakes = team.filter(({ name }) => name === member.name)
  return namesakes.length < 2 ? member.name : `${member.name}（${namesakes.indexOf(member) + 1}）`
}

/** The name without what tells namesakes apart: what a bank knows somebody by. */
export const plainName = (called: string): string => called.replace(/（\d{1,3}）$/u, '')

/** Lines of a plan with each called as the record calls them. Who cannot be told apart is left as written. */
export function calledApart<One extends Line>(team: Team, lines: readonly One[]): readonly One[] {
  return lines.map((line) => {
    const own = memberOf(team, line)
    return own && own.name === line.name ? { ...line, name: calledIn(team, own) } : line
  })
}

/** The member of that place in the register; of the others the only one who is called so and has none. */
function memberOf(team: Team, { name, person }: Line): Member | undefined {
  if (person !== undefined) return team.find((one) => one.person === person)
  const [only, ...more] = team.filter((one) => one.name === name && one.person === undefined)
  return more.length > 0 ? undefined : only
}

const namedIn = (team: Team, name: string): Team =>
  team.filter((one) => one.name === name || calledIn(team, one) === name)

/**
 * Whoever the team has from the register is who they are by that, and may be called otherwise by now. A name
 * alone would let the money and the word of one go to another, or a paper stand for an account.
 */
export function isMember(team: Team, { name, person }: Line): boolean {
  const own = team.find((one) => person !== undefined && one.person === person)
  const named = namedIn(team, name)
  return own ? named.every((one) => one === own) : named.some((one) => one.person === undefined)
}

/** Whether somebody stands in no team by any name. */
export const isStranger = (team: Team, { name }: Pick<Line, 'name'>): boolean =>
  namedIn(team, name).length === 0
