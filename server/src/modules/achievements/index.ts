import './achievement.table.ts'
import type { Module } from '../../platform/module.ts'
import { achievementRoutes } from './achievement.routes.ts'

export {
  amendAchievement,
  createAchievement,
  enterAchievements,
  leadIdIndexOf,
} from './achievement.commands.ts'
export { achievementsByNumber } from './achievement.queries.ts'
export { achievementRegister } from './achievement.table.ts'
export { type AchievementFields, blankAchievement } from './achievement.ts'

/** The register of achievements. */
export const achievements: Module = {
  name: 'achievements',
  routes: achievementRoutes,
  searchable: [{ kind: 'achievement', access: 'signedIn' }],
}
