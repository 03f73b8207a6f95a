/** How far a case of the demonstration has come. */
export type Destination =
  | 'opened'
  | 'disclosed'
  | 'titleOpen'
  | 'screened'
  | 'specialRegime'
  | 'negotiating'
  | 'proposed'
  | 'returned'
  | 'reviewed'
  | 'noticeRunning'
  | 'noticeOver'
  | 'objected'
  | 'noticeAfresh'
  | 'certified'
  | 'decided'
  | 'rejected'
  | 'signed'
  | 'reportOverdue'
  | 'registered'
  | 'reported'
  | 'received'
  | 'planned'
  | 'planNotice'
  | 'distributionRefused'
  | 'paid'
  | 'closed'
  | 'withdrawn'

/** Forty cases in every state, most of them in the first hospital. */
export const destinations: readonly (readonly [Destination, number])[] = [
  ['opened', 1],
  ['disclosed', 2],
  ['titleOpen', 1],
  ['screened', 2],
  ['specialRegime', 1],
  ['negotiating', 3],
  ['proposed', 2],
  ['returned', 1],
  ['reviewed', 2],
  ['noticeRunning', 4],
  ['noticeOver', 1],
  ['objected', 1],
  ['noticeAfresh', 1],
  ['certified', 1],
  ['decided', 2],
  ['rejected', 1],
  ['signed', 2],
  ['reportOverdue', 1],
  ['registered', 1],
  ['reported', 1],
  ['received', 2],
  ['planned', 1],
  ['planNotice', 1],
  ['distributionRefused', 1],
  ['paid', 2],
  ['closed', 1],
  ['withdrawn', 1],
]

/** The destinations one by one. */
export function eachDestination(): Destination[] {
  return destinations.flatMap(([destination, count]) =>
    Array.from({ length: count }, () => destination),
  )
}
