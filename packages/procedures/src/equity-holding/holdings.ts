// Who holds how much of the company, over time. The parts of every day add up to the whole.
import { add, compare, type Day, parseRatio, type Ratio, ratio } from '@yizhuan/kit'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { actData, type Holder, type matters } from './acts.ts'
import { decisionOf } from './decisions.ts'

type Matter = (typeof matters)[number]

const { latest, all } = readers(actData)

/** The holders from a day on, until the next change; nobody once the company is gone. */
export interface Holdings {
  readonly since: Day
  readonly holders: readonly Holder[]
  /** The act that made it so. */
  readonly seq: number
  readonly matter: Matter | 'formed'
}

/** The holdings over time, the earliest first. */
export function holdingsIn(state: ActsState): readonly Holdings[] {
  const formed = latest(state, 'holdingOpened')
  if (!formed) return []
  const first: Holdings = {
    since: formed.data.formedOn as Day,
    holders: formed.data.holders,
    seq: formed.seq,
    matter: 'formed',
  }
  const former = all(state, 'formerEvent').map(({ on, seq, data }) => ({
    since: on,
    holders: data.holders,
    seq,
    matter: data.matter,
  }))
  const later = all(state, 'eventHandled').map(({ on, seq, data }) => ({
    since: on,
    holders: data.holders ?? [],
    seq,
    matter: decisionOf(state, seq)?.data.matter ?? 'exit',
  }))
  return [first, ...former, ...later].toSorted(
    (one, other) =>
      (one.since < other.since ? -1 : Number(one.since > other.since)) || one.seq - other.seq,
  )
}

/** What the institution and its platform company hold together now. */
export function ownShare(state: ActsState): Ratio {
  return ownPart(holdingsIn(state).at(-1)?.holders ?? [])
}

/** What the institution and its platform company hold together of these. */
export function ownPart(holders: readonly Pick<Holder, 'kind' | 'share'>[]): Ratio {
  return holders
    .filter(isOwn)
    .map(({ share }) => parseRatio(share))
    .reduce(add, ratio(0))
}

/** Whether a holder is the institution, or the company it holds through. */
export function isOwn({ kind }: Pick<Holder, 'kind'>): boolean {
  return kind === 'institution' || kind === 'platform_company'
}

/** Whether nothing is held any more. */
export function isOut(state: ActsState): boolean {
  return compare(ownShare(state), ratio(0)) === 0
}

/** The day on which the record was begun; what happened before it is entered from the files. */
export function recordBegan({ opened, late }: ActsState): Day {
  return late.find(({ seq }) => seq === opened.seq)?.recordedOn ?? opened.on
}

/** Who held what when something was decided: a change of the same day counts where it was recorded before. */
export function holdersAt(
  state: ActsState,
  { on, seq }: { readonly on: Day; readonly seq: number },
): readonly Holder[] {
  const isBefore = (one: Holdings) => one.since < on || (one.since === on && one.seq < seq)
  return holdingsIn(state).findLast(isBefore)?.holders ?? []
}
