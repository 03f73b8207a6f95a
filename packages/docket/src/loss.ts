import type { Calendar, Day, Fen, Words } from '@yizhuan/kit'
import type { AnnuityYear } from './annuity.ts'
import { receivedOn } from './annuity-facts.ts'
import { type DocketLaw, inForce } from './docket-law.ts'
import { lastOf, type RightState } from './legal-state.ts'
import { ends, lastDay } from './period.ts'

/** A right lost over an annual fee, and how long it can be restored. */
export interface Loss {
  readonly year: number
  /** The right ends as from this day, not from the end of the months of grace. */
  readonly lostFrom: Day
  /** Until when restoration can be asked for good reason; none while no notice has come. */
  readonly restoreUntil: Day | null
  /** Until when after force majeure, whose end is in the record. */
  readonly obstacleUntil: Day | null
  /** The fee of the request and, for the year, the fee with the full surcharge; by each reading alike. */
  readonly request: Fen | null
  readonly cite: string
}

/** The loss that follows from the first missed fee; undefined while none is missed. */
export function lossOf(
  law: DocketLaw,
  calendar: Calendar,
  right: RightState,
  years: readonly AnnuityYear[],
): Loss | undefined {
  const missed = years.find(({ state }) => state === 'missed')
  const payment = missed && inForce(law.payment, missed.dueOn)
  if (!missed || !payment) return undefined
  const notice = lastOf(right, 'lossNoticed')
  const received = notice && notice.on >= missed.dueOn ? receivedOn(law, notice) : undefined
  const obstacle = lastOf(right, 'obstacleEnded')
  const cap = ends(missed.dueOn, payment.atMost)
  const freed = obstacle && lastDay(obstacle.on, payment.obstacle, calendar)
  const fees = law.fees.filter(({ id }) => id === 'restoration')
  return {
    year: missed.year,
    lostFrom: missed.dueOn,
    restoreUntil: received ? lastDay(received, payment.restoration, calendar) : null,
    obstacleUntil: earlier(freed, cap),
    request: inForce(fees, missed.dueOn)?.fen ?? null,
    cite: payment.cite,
  }
}

function earlier(one: Day | undefined, other: Day): Day | null {
  if (one === undefined) return null
  return one < other ? one : other
}

export const annuityStateWords = {
  paid: { zh: '已缴', en: 'Paid' },
  upcoming: { zh: '待缴', en: 'To be paid' },
  inGrace: { zh: '滞纳期内', en: 'Late, still payable' },
  missed: { zh: '逾期未缴', en: 'Missed' },
  void: { zh: '无须缴纳', en: 'Not due' },
} as const satisfies Record<string, Words>
