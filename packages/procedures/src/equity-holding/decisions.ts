// Which decision an event carries out. Decisions are carried out one after the other; where events were struck,
// their decisions wait again, and the earliest of them is carried out first.
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { actData } from './acts.ts'

const { latest, all } = readers(actData)

/** Events that were struck: they count no more, but their decisions had been carried out by them once. */
export const struckEvents = 'eventStruck'

type Decision = ReturnType<typeof decisionsIn>[number]

const decisionsIn = (state: ActsState) => all(state, 'eventDecided')

interface Standing {
  /** The decisions that wait to be carried out, the earliest first. */
  readonly open: readonly Decision[]
  /** The decision that each event carried out, by the place of the event. */
  readonly of: ReadonlyMap<number, Decision>
}

function standingIn(state: ActsState): Standing {
  const struck = new Set((state.acts[struckEvents] ?? []).map(({ seq }) => seq))
  const decided = new Map(decisionsIn(state).map((one) => [one.seq, one]))
  const strikes = new Map(
    all(state, 'entryStruck')
      .filter(({ data }) => struck.has(data.entry))
      .map(({ seq, data }) => [seq, data.entry]),
  )
  const handled = [...all(state, 'eventHandled').map(({ seq }) => seq), ...struck]
  const places = [...decided.keys(), ...handled, ...strikes.keys()].toSorted((a, b) => a - b)
  let open: readonly Decision[] = []
  const of = new Map<number, Decision>()
  for (const place of places) {
    const decision = decided.get(place)
    const [first] = open
    const again = of.get(strikes.get(place) ?? 0)
    if (decision) open = afterDecision(open, decision)
    else if (again) open = [...open, again].toSorted((a, b) => a.seq - b.seq)
    else if (first) {
      of.set(place, first)
      open = open.slice(1)
    }
  }
  return { open, of }
}

/** The same matter decided anew takes the place of the decision that waited. */
function afterDecision(open: readonly Decision[], decision: Decision): readonly Decision[] {
  const former = open.find(({ data }) => data.matter === decision.data.matter)
  return [...open.filter((one) => one !== former), decision]
}

/** The decision in hand: the earliest that waits, or the last one where all are carried out. */
export function decisionInHand(state: ActsState): Decision | undefined {
  return standingIn(state).open[0] ?? latest(state, 'eventDecided')
}

/** The decision that an event carried out; of one that is still to come, the decision in hand. */
export function decisionOf(state: ActsState, handled: number): Decision | undefined {
  if (handled === Number.POSITIVE_INFINITY) return decisionInHand(state)
  return (
    standingIn(state).of.get(handled) ?? decisionsIn(state).findLast(({ seq }) => seq < handled)
  )
}

/** The event that carried out the last decision, once none waits. */
export function handledSince(state: ActsState) {
  const isWaiting = standingIn(state).open.length > 0
  return isWaiting || !latest(state, 'eventDecided') ? undefined : latest(state, 'eventHandled')
}
