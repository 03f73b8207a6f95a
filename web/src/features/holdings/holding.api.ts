import { queryOptions } from '@tanstack/react-query'
import type { HoldingWire, PortfolioWire } from '@yizhuan/server/wire/holdings/holding'
import { read, withQuery } from '../../api/client.ts'

export type {
  ClockWire,
  HoldingLineWire,
  HoldingWire,
  PeriodWire,
  PortfolioWire,
} from '@yizhuan/server/wire/holdings/holding'

/** How far a holding can be. */
export const stages = ['before_market', 'on_market', 'left', 'wound_up'] as const

/** How a stage looks. */
export const toneOf = {
  before_market: 'chip-open',
  on_market: 'chip-running',
  left: 'chip-expired',
  wound_up: 'chip-expired',
} as const

/** One holding with its whole life. */
export const holdingQuery = (id: string) =>
  queryOptions({
    queryKey: ['holding', id],
    queryFn: () => read<HoldingWire>(`/holdings/${id}`),
  })

/** The holdings as a whole over a period. */
export const portfolioQuery = (period: { readonly from: string; readonly to: string }) =>
  queryOptions({
    queryKey: ['holding-portfolio', period],
    queryFn: () => read<PortfolioWire>(withQuery('/holding-portfolio', period)),
  })
