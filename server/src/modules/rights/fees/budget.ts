/** What is compared when a batch is to be approved. */
export interface BudgetFacts {
  readonly totalFen: bigint
  /** Of the batch itself; none of batches from before budgets were amounts. */
  readonly budgetFen: bigint | null
  readonly year: { readonly budgetFen: bigint | null; readonly committedFen: bigint }
}

/** By how much a batch goes beyond its own budget, and beyond what is left of the year's. */
export interface BudgetExcess {
  readonly batchFen: bigint | null
  readonly yearFen: bigint | null
}

export function excessOf({ totalFen, budgetFen, year }: BudgetFacts): BudgetExcess {
  const left = year.budgetFen === null ? null : year.budgetFen - year.committedFen
  const beyond = (limit: bigint | null) =>
    limit !== null && totalFen > limit ? totalFen - limit : null
  // What others of the year overspent is theirs: no batch is beyond by more than it costs itself.
  const beyondYear = beyond(left)
  return {
    batchFen: beyond(budgetFen),
    yearFen: beyondYear !== null && beyondYear > totalFen ? totalFen : beyondYear,
  }
}
