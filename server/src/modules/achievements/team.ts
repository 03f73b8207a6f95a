import type { AchievementInventor } from './achievement.ts'

/** Somebody of a team, as far as they are told apart from others. */
type Member = Pick<AchievementInventor, 'person' | 'staffNo'>

/**
 * Where somebody of a team stands there a second time; namesakes that nothing tells apart may be two. Who stood there
 * twice before is no reason to refuse a correction of something else.
 */
export function namedTwice(team: readonly Member[], before: readonly Member[] = []): number {
  return team.findIndex((one, at) => {
    const sameIn = (others: typeof team) => others.filter((other) => isSame(one, other))
    return sameIn(team.slice(0, at)).length > 0 && sameIn(before).length < 2
  })
}

const isSame = (one: Member, other: Member): boolean =>
  (one.person !== undefined && one.person === other.person) ||
  (plain(one.staffNo) !== '' && plain(one.staffNo) === plain(other.staffNo))

const plain = (staffNo: string | null | undefined): string =>
  (staffNo ?? '').normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()
