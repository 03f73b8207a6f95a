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
  field: z.string().trim().min(1).max(30).optional(),
})

/** Half of the deals lie from `low` to `high`, and the middle one within `middle`. */
const Spread = z.object({
  low: z.string(),
  middle: z.object({ low: z.string(), high: z.string() }),
  high: z.string(),
})

export const BenchmarkWire = z.object({
  /** So many deals are left at least; 0 where they are too few to tell anything. */
  atLeast: z.int(),
  /** Why nothing is told: too few deals, or too few that this choice leaves out of a looser one. */
  withheld: z.enum(['few', 'apart']).nullable(),
  /** Amounts in fen, as coarse spans; null where nothing can be told of them. */
  upfront: Spread.nullable(),
  total: Spread.nullable(),
  /** The first rates of royalties, as percentages. */
  rate: Spread.nullable(),
  /** In which years they were signed. */
  years: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** The kind of achievement that was compared. */
  kind: z.string().nullable(),
})
export type BenchmarkWire = z.infer<typeof BenchmarkWire>
