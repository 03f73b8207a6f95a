import type { RecordMarks } from './records.ts'
import type { ScorePart } from './records-of-evaluations.ts'

/** What somebody said on paper of one right or achievement when stock was taken (盘点自评). */
export interface StockAnswerRecord extends RecordMarks {
  /** What the stock-taking is called. */
  readonly stockName: string | null
  /** The number under which it lists the right or the achievement. */
  readonly stockNumber: string | null
  readonly staffNo: string | null
  readonly answerer: string | null
  /** What should become of it. */
  readonly stockWish: string | null
  readonly stockWords: string | null
  /** The level that was chosen for each question, counted from nought. */
  readonly stockScores: readonly ScorePart[]
}
