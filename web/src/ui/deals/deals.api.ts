import { queryOptions } from '@tanstack/react-query'
import type { FeedbackWire, HearWire } from '@yizhuan/server/wire/disclosures/feedback'
import type { BenchmarkWire } from '@yizhuan/server/wire/receivables/benchmark'
import { read, withQuery, write } from '../../api/client.ts'

export type { FeedbackWire } from '@yizhuan/server/wire/disclosures/feedback'

/** Which deals of the house a price is compared with. */
export interface Compared {
  readonly achievement?: string | undefined
  readonly kind?: string | undefined
  readonly mode?: string | undefined
  readonly exclusivity?: string | undefined
  readonly field?: string | undefined
}

/** What comparable deals of the house came to. */
export const benchmarkQuery = (of: Compared) =>
  queryOptions({
    queryKey: ['deal-benchmark', of],
    queryFn: () => read<BenchmarkWire>(withQuery('/deal-benchmark', { ...of })),
    retry: false,
  })

/** What companies said of an achievement. */
export const feedbackQuery = (achievement: string) =>
  queryOptions({
    queryKey: ['achievement', achievement, 'feedback'],
    queryFn: () => read<FeedbackWire>(`/achievements/${achievement}/feedback`),
    retry: false,
  })

/** Takes down what a company said. */
export const hear = (achievement: string, body: HearWire) =>
  write<{ id: string }>('POST', `/achievements/${achievement}/feedback`, body)

/** Strikes what was taken down by mistake. */
export const strikeFeedback = (achievement: string, id: string, reason: string) =>
  write('POST', `/achievements/${achievement}/feedback/${id}/strike`, { reason })
