import type {
  AchievementPageWire,
  AchievementWire,
} from '@yizhuan/server/wire/achievements/achievement'
import { read, withQuery } from '../../api/client.ts'
import type { RightWire } from './right.api.ts'

/** An achievement as the form of a right shows it, and what it tells of the right. */
export interface AboutAchievement {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly inventors: readonly string[]
  readonly department: string | null
}

/** The achievement that a right is linked to already. */
export function achievementOfRight(of: RightWire | undefined): AboutAchievement | undefined {
  if (!of?.achievementId) return undefined
  const { achievementId: id, achievementNumber, achievementTitle } = of
  const named = { number: achievementNumber ?? '', title: achievementTitle ?? '' }
  return { id, ...named, inventors: [], department: null }
}

/** Achievements by words of their titles, by their numbers or by who made them. */
export async function findAchievements(q: string): Promise<readonly AboutAchievement[]> {
  const { items } = await read<AchievementPageWire>(withQuery('/achievements', { q, limit: 6 }))
  return items.map(({ id, number, title, department }) => ({
    ...{ id, number, title, department },
    inventors: [],
  }))
}

/** One achievement, with those who made it. */
export async function readAchievement(id: string): Promise<AboutAchievement> {
  const { number, title, department, inventors } = await read<AchievementWire>(
    `/achievements/${id}`,
  )
  return { id, number, title, department, inventors: inventors.map(({ name }) => name) }
}
