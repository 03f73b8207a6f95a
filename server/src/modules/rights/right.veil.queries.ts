import type { Day } from '@yizhuan/kit'
import type { Caller, Tx } from '../../platform/database.ts'
import type { Veil } from '../../platform/history.ts'
import type { FieldChange } from '../../platform/register.ts'
import { docketReaders, mayReadDocket } from './docket/docket.access.ts'
import { readDocket } from './docket/read-docket.ts'

// The history of a right is for everybody of the house, what its docket and its shares say only for those who read
// these: the one is told by the other.

/** Who owns it with the house, who bears its fees, what was claimed of them; who represents it and was told what. */
const ofShares = ['parties', 'cost', 'agent', 'instruction']
/** What befell it, its papers and deadlines, and what was decided of its fees. */
const ofDocket = ['event', 'file', 'deadline', 'review']

/** What of the history of a right somebody sees. */
export async function rightVeil(tx: Tx, caller: Caller, id: string, today: Day): Promise<Veil> {
  if (docketReaders.some((role) => caller.roles.includes(role))) return ({ data }) => data
  const found = await readDocket(tx, caller.institution, id, today)
  const readsDocket = found !== undefined && mayReadDocket(caller, found)
  const hidden = new Set(readsDocket ? ofShares : [...ofShares, ...ofDocket])
  return ({ data }) => {
    const changes = data['changes']
    if (!Array.isArray(changes)) return data
    const all = changes as FieldChange[]
    // The papers of an agreement on shares are told with it.
    const isAgreed = all.some(({ field }) => ofShares.includes(field))
    const seen = all.filter(({ field }) => !hidden.has(field) && !(isAgreed && field === 'file'))
    if (seen.length === all.length) return data
    return seen.length > 0 ? { ...data, changes: seen } : undefined
  }
}
