// What an act would change of what the public has read: told before it is recorded, since the notice
// then stands no longer (article 14, third stage).
import type { Difference } from '../procedure/procedure.ts'
import type { ActData, ActType } from './acts.ts'
import { agreedTerms } from './pricing/deal.ts'
import { type CaseState, latestNotice } from './state.ts'
import { differences, type Terms } from './terms.ts'

type Filled = Readonly<Record<string, unknown>>

/** The published fields that would be others; none while nothing is published. */
export function differs(state: CaseState, type: ActType, data: Filled): readonly Difference[] {
  const shown = latestNotice(state)?.terms
  if (!shown) return []
  if (type === 'proposed' || type === 'termsChanged')
    return differences(shown, data['terms'] as Terms | undefined)
  if (type !== 'signed') return []
  const published = { ...shown, ...agreedTerms(state) }
  const { mode = published.mode, counterparty, price } = data as ActData<'signed'>
  return differences(published, { ...published, mode, counterparty, price })
}
