import type { Fen } from '@yizhuan/kit'
import type { LedgerDay, RecordMarks } from './records.ts'

/** What was given for a criterion, as a cell calls it: from 0 to 5. */
export interface ScorePart {
  readonly name: string
  readonly points: number
}

/** A line of the list of evaluations of achievements (成果评估). */
export interface EvaluationRecord extends RecordMarks {
  readonly evalAchievement: string | null
  readonly evalKind: string | null
  readonly evalDay: LedgerDay | null
  readonly evaluator: string | null
  readonly evalScores: readonly ScorePart[]
  readonly evalOutcome: string | null
  readonly evalReason: string | null
  readonly evalWords: string | null
  readonly evalValueFen: Fen | null
  /** The name of the report among the files of the achievement. */
  readonly evalFile: string | null
}
