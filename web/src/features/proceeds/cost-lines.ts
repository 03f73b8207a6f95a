import type { ReceiptWire } from './receipt.api.ts'

const kinds = ['taxFen', 'appraisalFen', 'agencyFen'] as const

/** A cost of a receipt as the picture of its net income shows it. */
export interface CostLine {
  readonly id: (typeof kinds)[number] | 'costFen' | 'otherCostFen'
  /** Whole fen. */
  readonly fen: string
}

type Costs = Pick<ReceiptWire, 'costFen' | (typeof kinds)[number]>

/**
 * The costs of a receipt, which sum to what was deducted: those of a kind, and what the total holds beyond
 * them. A total below its kinds is shown alone, since it is what was deducted.
 */
export function costLines(costs: Costs): readonly CostLine[] {
  const known = kinds.flatMap((id) => (isNone(costs[id]) ? [] : [{ id, fen: costs[id] ?? '0' }]))
  if (costs.costFen === null) return known
  const sum = known.reduce((all, { fen }) => all + BigInt(fen), 0n)
  const rest = BigInt(costs.costFen) - sum
  if (rest === 0n) return known
  if (rest < 0n || known.length === 0) return [{ id: 'costFen', fen: costs.costFen }]
  return [...known, { id: 'otherCostFen', fen: `${rest}` }]
}

const isNone = (fen: string | null): boolean => fen === null || fen === '0'
