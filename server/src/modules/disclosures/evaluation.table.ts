import type { Json } from '../../platform/tables.ts'
import type { FileRef } from '../cases/index.ts'
import type { Evaluation, PriorArt } from './evaluation.ts'

interface AchievementEvaluationTable extends Omit<Evaluation, 'scores'> {
  institutionId: string
  id: string
  achievementId: string
  scores: Json<Readonly<Record<string, number>>>
  files: Json<readonly FileRef[]>
  priorArt: Json<readonly PriorArt[]>
  /** The version that this one takes the place of, and why. */
  corrects: string | null
  correctionReason: string | null
  madeAt: Date
  madeBy: string
  /** Unknown of those recorded before names were kept. */
  madeName: string | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    achievementEvaluation: AchievementEvaluationTable
  }
}
