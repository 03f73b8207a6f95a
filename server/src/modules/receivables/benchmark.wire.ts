import { z } from 'zod'
import { idText } from '../../platform/text.ts'
import { ContractFilterWire } from '../contracts/contract.wire.ts'

/** What travels of a benchmark: what deals of this house came to. */

export const BenchmarkQueryWire = z.object({
  /** The kind of achievement; with `achievement`, that of the achievement. */
  kind: z.string().max(40).optional(),
  achievement: idText().optional(),
  mode: ContractFilterWire.shape.mode,
  exclusivity: z.enum(['exclusive', 'sole', 'plain']).optional(),
  /** Words of the field of use. */
  field: z.string().trim().min(1).max(100).optional(),
})

const Spread = z.object({
  count: z.int(),
  low: z.string(),
  median: z.string(),
  high: z.string(),
})

export const BenchmarkWire = z.object({
  count: z.int(),
  /** Amounts in fen; null of fewer than three. */
  upfront: Spread.nullable(),
  total: Spread.nullable(),
  /** The first rates of royalties, as percentages. */
  rate: Spread.nullable(),
  deals: z.array(
    z.object({
      year: z.string(),
      mode: z.string().nullable(),
      exclusivity: z.string().nullable(),
    }),
  ),
  /** The kind of achievement that was compared. */
  kind: z.string().nullable(),
})
export type BenchmarkWire = z.infer<typeof BenchmarkWire>
