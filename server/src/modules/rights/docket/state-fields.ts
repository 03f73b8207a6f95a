import type { RightState } from '@yizhuan/docket'
import type { RightFields, RightKind, RightStatus } from '../right.ts'
import type { Docket } from './docket.ts'

/**
 * What the register shows of a right once its events are known: its days, its next fee, and its status
 * where an event moved it. A ledger may know a status better than the events that are recorded.
 */
export function fieldsFrom(docket: Docket, isMoved: boolean): Partial<RightFields> {
  // A status that only the day gives is not kept: whoever reads it asks the day.
  const { told: right, annuities } = docket
  const on = (kind: string) => right.events.find((event) => event.kind === kind)?.on
  const paid = annuities.filter(({ state, isGrantYear }) => state === 'paid' || isGrantYear)
  const next = annuities.find(({ state }) => state === 'upcoming' || state === 'inGrace')
  const [filedOn, grantedOn] = [on('filed'), on('granted')]
  return {
    ...(filedOn && { filedOn }),
    ...(grantedOn && { grantedOn }),
    ...(isMoved && { status: statusOf(right) }),
    ...(annuities.length > 0 && {
      feePaidYear: paid.at(-1)?.year ?? null,
      feeDueOn: next?.dueOn ?? null,
    }),
  }
}

const inProcedure: Partial<Record<RightState['state'], RightStatus>> = {
  filed: 'pending',
  accepted: 'pending_accepted',
  preliminary: 'pending_accepted',
  published: 'pending_published',
  examination: 'pending_examination',
  reexamination: 'pending_examination',
  grantNoticed: 'pending_examination',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  deemedWithdrawn: 'deemed_withdrawn',
  deemedAbandoned: 'lapsed',
  invalidated: 'invalidated',
}

/** The status of the register that a legal state stands for. */
function statusOf({ kind, state, ending, isOurs }: RightState): RightStatus | null {
  if (!isOurs) return 'transferred'
  if (state === 'granted') return grantedAs(kind)
  if (state === 'terminated') return endedAs[ending ?? 'cancelled']
  return inProcedure[state] ?? null
}

function grantedAs(kind: RightKind): RightStatus {
  if (kind === 'preparation') return 'valid'
  return ['invention', 'utility_model', 'design', 'patent'].includes(kind)
    ? 'granted'
    : 'registered'
}

const endedAs: Record<NonNullable<RightState['ending']>, RightStatus> = {
  unpaid: 'lapsed_unpaid',
  expired: 'lapsed_expired',
  waived: 'lapsed_waived',
  cancelled: 'cancelled',
  secrecyLost: 'lapsed',
}
