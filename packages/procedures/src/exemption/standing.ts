// Where an inquiry stands: which findings count for whom, who was heard, what waits for an answer.
import { addDays, type Calendar, type Day, rollForward } from '@yizhuan/kit'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { exemptionData } from './acts.ts'
import { duties } from './proof.ts'

export const { latest, all } = readers(exemptionData)

/** Whom the inquiry is about. */
export const subjectsIn = (state: ActsState) =>
  latest(state, 'exemptionOpened')?.data.subjects ?? []

/** Whether a name is one of those concerned. */
export const isSubject = (state: ActsState | undefined, name: string): boolean =>
  state !== undefined && subjectsIn(state).some((one) => one.name === name)

/** The findings for somebody that count: a changed appeal takes back those before it. */
export function findingsFor(state: ActsState, name: string) {
  const changed = all(state, 'appealDecided')
    .filter(({ data }) => data.name === name && data.outcome === 'changed')
    .map(({ seq }) => seq)
  const since = Math.max(0, ...changed)
  const mine = <Found extends { seq: number; data: { name: string } }>(found: readonly Found[]) =>
    found.filter(({ seq, data }) => data.name === name && seq > since)
  return { relieved: mine(all(state, 'exempted')), refused: mine(all(state, 'notExempted')) }
}

/** Relieved of everything, of a part, of nothing; undefined while nothing is found. */
export function resultFor(state: ActsState, name: string) {
  const { relieved, refused } = findingsFor(state, name)
  if (relieved.length === 0 && refused.length === 0) return undefined
  if (refused.length === 0) return 'exempt' as const
  return relieved.length > 0 ? ('partly' as const) : ('not_exempt' as const)
}

/** Those of whom nothing is found yet. */
export const undecided = (state: ActsState) =>
  subjectsIn(state).filter(({ name }) => resultFor(state, name) === undefined)

/** Whether somebody was heard, or stayed away from a hearing. */
export const wasHeard = (state: ActsState, name: string): boolean =>
  all(state, 'heard').some(({ data }) => data.name === name)

/** The day of the hearing somebody was called to last. */
export const hearingOf = (state: ActsState, name: string): Day | undefined =>
  all(state, 'hearingCalled').findLast(({ data }) => data.name === name)?.data.hearingOn as
    | Day
    | undefined

/** Appeals that were not decided. */
export function openAppeals(state: ActsState) {
  return all(state, 'appealed').filter(
    ({ seq, data: { name } }) =>
      !all(state, 'appealDecided').some((one) => one.data.name === name && one.seq > seq),
  )
}

/** The last day to appeal against what was found of somebody; a rest day moves it on (Civil Code, article 203). */
export function appealUntil(
  state: ActsState,
  name: string,
  calendar: Calendar | undefined,
): Day | undefined {
  const { relieved, refused } = findingsFor(state, name)
  const last = [...relieved, ...refused]
    .map(({ on, data: { appealDays } }) => addDays(on, appealDays))
    .sort()
    .at(-1)
  return last && calendar ? rollForward(last, calendar) : last
}

/** What the answer to the latest referral was; undefined while it is awaited or there is none. */
export function referralIn(state: ActsState) {
  const referral = latest(state, 'referred')
  const answer = all(state, 'referralAnswered').findLast(({ seq }) => seq > (referral?.seq ?? 0))
  return { referral, answer }
}

/** The finding that is being made or was made last. */
export function currentFinding(state: ActsState) {
  const relieved = latest(state, 'exempted')
  const refused = latest(state, 'notExempted')
  return (relieved?.seq ?? 0) >= (refused?.seq ?? 0) ? relieved : undefined
}

/** The one an act is about next, where only one is left; nobody is guessed among several. */
export function onlyOne(
  state: ActsState,
  isDone: (name: string) => boolean,
): { readonly name?: string } {
  const [next, ...others] = subjectsIn(state).filter(({ name }) => !isDone(name))
  return next && others.length === 0 ? { name: next.name } : {}
}

/** The newest documents that were gathered under each duty, to begin a finding with. */
export function documentsIn(state: ActsState) {
  const items = latest(state, 'evidenceGathered')?.data.items ?? []
  return duties.flatMap((duty) =>
    items
      .filter((item) => item.duty === duty)
      .slice(-2)
      .map(({ what, on, seq }) => ({
        duty,
        document: seq === undefined ? what : `${what}（${on}，第${seq}号记录）`,
      })),
  )
}
