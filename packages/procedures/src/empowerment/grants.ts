// What an empowerment grants of an achievement, and what it may not be given beside.
import type { z } from 'zod'
import { type ActsState, has, readers } from '../procedure/acts-state.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import { wrongBeside } from '../transfer-case/modes/grants.ts'
import type { Grant } from '../transfer-case/terms.ts'
import { type ownershipData, useData } from './acts.ts'

const { latest } = readers(useData)

/** The last day of the term of use as it stands; undefined for ownership, which has none. */
export function termEnd(state: ActsState): string | undefined {
  return latest(state, 'extended')?.data.endsOn ?? latest(state, 'agreed')?.data.endsOn
}

/** What the team holds once the agreement is signed, until the use ends; ownership stays theirs. */
export function empoweredBy(state: ActsState): Omit<Grant, 'by'> | undefined {
  if (!has(state, 'agreed') || has(state, 'useExpired') || has(state, 'useTerminated'))
    return undefined
  const { team } = state.opened.data as z.infer<typeof ownershipData.ownershipPrepared>
  const until = termEnd(state)
  const to = team.map(({ name }) => name).join('、')
  return { to, kind: 'empowered', ...(until !== undefined && { until }) }
}

/** Why it contradicts what others were granted: the right itself, or its use to the exclusion of others. */
export function wrongEmpowerment(
  data: Readonly<Record<string, unknown>>,
  on = '',
): OutOfOrder | undefined {
  const { otherGrants, grantsReconciled } = data as z.infer<typeof ownershipData.agreed>
  return wrongBeside({ kind: 'empowered' }, otherGrants, on, grantsReconciled)
}
