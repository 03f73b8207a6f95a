// Who may use the achievement already: two grants of the same thing may not contradict each other.
import type { OutOfOrder } from '../../procedure/order.ts'
import type { CaseState } from '../state.ts'
import type { Grant, Terms } from '../terms.ts'
import { endOf } from './licence.ts'

export type { Grant } from '../terms.ts'

/** What a signed case grants, as long as it lasts: a licence with its bounds, or the right itself. */
export function grantOf(state: CaseState): Omit<Grant, 'by'> | undefined {
  const { terms, signing, status, acts } = state
  if (!signing || !terms || status === 'terminated' || acts['licenceExpired']) return undefined
  const mode = signing.data.mode ?? terms.mode
  if (mode === 'assignment' || mode === 'equity_contribution')
    return { to: signing.data.counterparty, kind: 'assigned' }
  if (mode !== 'license') return undefined
  const { field, territory, licenceKind = 'plain' } = terms
  const until = endOf(state)
  return {
    to: signing.data.counterparty,
    kind: licenceKind,
    ...(field !== undefined && { field }),
    ...(territory !== undefined && { territory }),
    ...(until !== undefined && { until }),
  }
}

/** Why a grant on these terms contradicts others; undefined when it does not, or when somebody says why not. */
export function wrongGrant(
  terms: Terms | undefined,
  others: readonly Grant[] | undefined,
  on: string,
  reconciled: string | undefined,
): OutOfOrder | undefined {
  const kind = terms && kindOf(terms)
  return kind && wrongBeside({ ...terms, kind }, others, on, reconciled)
}

/** Why a grant within these bounds contradicts others. */
export function wrongBeside(
  mine: Bounds,
  others: readonly Grant[] | undefined,
  on: string,
  reconciled: string | undefined,
): OutOfOrder | undefined {
  if (reconciled !== undefined) return undefined
  const other = others?.find((one) => contradicts(mine, one, on))
  if (!other) return undefined
  const { by, to } = other
  return {
    code: 'grant-conflict',
    detail: {
      zh: `与已有授权冲突：${by}已授予${to}。请核对领域、地域和期限；不冲突的写明理由并附材料。`,
      en: `It contradicts an earlier grant: ${by} to ${to}. Compare field, territory and term; say why if it does not.`,
    },
  }
}

function kindOf({ mode, licenceKind }: Terms): Grant['kind'] | undefined {
  if (mode === 'license') return licenceKind ?? 'plain'
  return mode === 'assignment' || mode === 'equity_contribution' ? 'assigned' : undefined
}

interface Bounds {
  readonly kind: Grant['kind']
  readonly counterparty?: string | undefined
  readonly field?: string | undefined
  readonly territory?: string | undefined
}

/** Plain licences and empowerments stand beside each other; anything else wants its field and territory for itself. */
function contradicts(mine: Bounds, other: Grant, on: string): boolean {
  if (other.until !== undefined && other.until < on) return false
  if (standsBeside(mine.kind) && standsBeside(other.kind)) return false
  // Those who were empowered may take what the institution kept.
  if (other.kind === 'empowered' && isAmong(mine.counterparty, other.to)) return false
  return overlaps(mine.field, other.field) && overlaps(mine.territory, other.territory)
}

const standsBeside = (kind: Grant['kind']) => kind === 'plain' || kind === 'empowered'

/** Whether everybody named in one list stands in the other. */
function isAmong(some: string | undefined, all: string): boolean {
  const known = namesIn(all)
  return some !== undefined && namesIn(some).every((name) => known.includes(name))
}

const namesIn = (list: string) => list.split(/[、，,;；]/).map((name) => name.trim())

/** What is not said covers everything; whether two different words overlap only people can tell. */
function overlaps(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a.trim() === b.trim()
}
