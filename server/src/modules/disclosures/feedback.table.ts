import type { Json } from '../../platform/tables.ts'
import type { FileRef } from '../cases/index.ts'
import type { Interest } from './feedback.ts'

interface AchievementFeedbackTable {
  institutionId: string
  id: string
  achievementId: string
  heardOn: string
  company: string
  /** Who of the house asked. */
  askedBy: string
  interest: Interest
  words: string
  files: Json<readonly FileRef[]>
  madeAt: Date
  madeBy: string
  madeName: string
  struckAt: Date | null
  struckName: string | null
  struckReason: string | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    achievementFeedback: AchievementFeedbackTable
  }
}
