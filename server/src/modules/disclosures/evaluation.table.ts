import type { Json } from '../../platform/tables.ts'
import type { FileRef } from '../cases/index.ts'
import type { Evaluation } from './evaluation.ts'

interface AchievementEvaluationTable extends Omit<Evaluation, 'scores'> {
  institutionId: string
  id: string
  achievementId: string
  scores: Json<Readonly<Record<string, number>>>
  files: Json<readonly FileRef[]>
  madeAt: Date
  madeBy: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    achievementEvaluation: AchievementEvaluationTable
  }
}
