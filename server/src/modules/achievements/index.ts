import './achievement.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { problems } from './achievement.refusals.ts'
import { achievementRoutes } from './achievement.routes.ts'
import { achievementRegister } from './achievement.table.ts'
import { countFound, linesFor, readersOfAchievements } from './reading.queries.ts'

export {
  type AmendRefusals,
  amendAchievement,
  asFields,
  createAchievement,
  enterAchievements,
  leadIdIndexOf,
} from './achievement.commands.ts'
export { achievementEditable } from './achievement.editable.ts'
export { achievementOf, achievementsByNumber, isMerged } from './achievement.queries.ts'
export { toProblem as achievementProblem } from './achievement.refusals.ts'
export { achievementRegister } from './achievement.table.ts'
export {
  type AchievementFields,
  type AchievementInventor,
  blankAchievement,
  type Intake,
} from './achievement.ts'
export { correctAchievement, registerTitle } from './correction.commands.ts'
export { mustReadWhole, readsWhole } from './reading.queries.ts'
export { isTheirs, office, readsAll, wholeReaders } from './reading.ts'
export { namedTwice } from './team.ts'
export { holdersOn, isDisputedOn } from './title.ts'

/** The register of achievements. */
export const achievements: Module = {
  name: 'achievements',
  problems,
  routes: achievementRoutes,
  searchable: [
    {
      kind: 'achievement',
      access: 'signedIn',
      findAnew: findAnewIn(achievementRegister),
      readersOf: readersOfAchievements,
      linesFor,
      countFound,
    },
  ],
}
