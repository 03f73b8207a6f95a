import './achievement.table.ts'
import type { Module } from '../../platform/module.ts'
import { achievementRoutes } from './achievement.routes.ts'

export { createAchievement } from './achievement.commands.ts'

/** The register of achievements. */
export const achievements: Module = { name: 'achievements', routes: achievementRoutes }
