import type { Words } from '@yizhuan/kit'

/** A question of the self-assessment when stock is taken; each level is worth one point more. */
export interface AssessmentCriterion {
  readonly code: string
  readonly label: Words
  readonly levels: readonly Words[]
}

/** What inventors are asked of what they made, as data. */
export interface AssessmentForm {
  readonly criteria: readonly AssessmentCriterion[]
}
