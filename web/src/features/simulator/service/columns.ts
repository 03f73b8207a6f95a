import { byTopics, type TopicRow } from '@yizhuan/law'
import type { OfHouse, ServiceOutcome } from '@yizhuan/procedures'
import type { Place } from '../../../api/laws.ts'

/** The law of one place with what it makes of commissioned work. */
export interface ServiceColumn extends Place {
  readonly outcome: ServiceOutcome
  /** What the house adds to this law, where it is judged by it. */
  readonly own?: Pick<OfHouse, 'rules' | 'chosen'> | undefined
}

/** What the laws say of the rule and the reward; of the pay they speak by themselves. */
export const serviceTopics = (columns: readonly ServiceColumn[]): readonly TopicRow[] =>
  byTopics(columns.map(({ outcome }) => outcome.assessment)).filter(
    ({ topic, cells }) =>
      topic.startsWith('service.') &&
      !ofPay.includes(topic) &&
      cells.some((cell) => cell && cell.status !== 'na'),
  )

const ofPay = ['service.wages', 'service.insurance']
