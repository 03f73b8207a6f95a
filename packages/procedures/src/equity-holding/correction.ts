// How a mistake in the record of a holding is put right: both stay in the record, and only one counts. What
// was entered of the company's formation is entered anew; any other entry is struck and then made again.
import type { Day } from '@yizhuan/kit'
import { type ActsState, foldSteps, readers, type StepRule } from '../procedure/acts-state.ts'
import type { Act } from '../procedure/entry.ts'
import { label } from '../procedure/fields.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import type { Role } from '../procedure/roles.ts'
import { actData } from './acts.ts'
import { struckEvents } from './decisions.ts'
import { changesIn } from './events.ts'
import { holdingsIn } from './holdings.ts'
import { subscriptionWrongs, wrongSubscriptions } from './money-once.ts'
import { isPaidOut, proceedsPaidOut } from './proceeds.ts'
import { ofHolders, wrongHolders } from './wrongs.ts'

const { latest } = readers(actData)

/** What can be struck: what happened to the company and to money. What was decided is decided anew. */
const strikable = [
  'propertyRegistered',
  'listed',
  'taxChosen',
  'formerEvent',
  'capitalPaidIn',
  'dividendDeclared',
  'dividendReceived',
  'windingUp',
  'appraised',
  'eventHandled',
  'proceedsPaid',
  'marketEntered',
  'assessed',
] as const

const noSuchEntry: OutOfOrder = {
  code: 'no-such-entry',
  detail: {
    zh: '没有可以更正的这条记录；请按办理记录中的序号填写，决策不更正而是重新作出。',
    en: 'There is no entry of that number to strike; take the number from the record. A decision is not struck but made anew.',
  },
}
/** Books and statements would take back in a month or a year what was posted in a later one. */
const beforeEntry: OutOfOrder = {
  code: 'struck-before-entry',
  detail: {
    zh: '更正日期不得早于被更正记录的日期。',
    en: 'An entry is struck on its own day or later.',
  },
}
export const notTheLast: OutOfOrder = {
  code: 'later-holders-rest-on-it',
  detail: {
    zh: '此后的股权变动以它为基础；请从最后一项变动起逐项更正。',
    en: 'Later changes of holders rest on it; strike them first, the latest first.',
  },
}

const correctors: readonly Role[] = ['tto_reviewer', 'finance', 'leaders']

export const correctionSteps = {
  openingCorrected: {
    label: label('更正股权登记', 'Correct the entry of the holding'),
    who: correctors,
    data: actData.openingCorrected,
    gathers: 'freeHolding',
    action: 'formEquity',
    stage: 'formed',
    wrongs: [...ofHolders, ...subscriptionWrongs, notTheLast],
    wrong: (state, data) =>
      wrongHolders(data) ??
      wrongSubscriptions(data) ??
      (state && restsOn(state, withOpening(state, data)) ? notTheLast : undefined),
    suggests: (state) => ({ ...latest(state, 'holdingOpened')?.data }),
    proves: ['recipients'],
    takesBack: () => ['closed'],
    leads: () => 'open',
  },
  entryStruck: {
    label: label('更正误登的记录', 'Strike a mistaken entry'),
    who: correctors,
    data: actData.entryStruck,
    stage: 'held',
    wrongs: [noSuchEntry, beforeEntry, notTheLast, proceedsPaidOut],
    wrong: (state, { entry }, _by, on) => state && wrongStrike(state, Number(entry), on),
    // Who strikes an entry of a case that is closed has something to enter again.
    takesBack: () => ['closed'],
    leads: () => 'open',
  },
} as const satisfies Readonly<Record<string, StepRule>>

function wrongStrike(state: ActsState, entry: number, on: Day | undefined): OutOfOrder | undefined {
  const type = strikable.find((one) => state.acts[one]?.some(({ seq }) => seq === entry))
  if (type === undefined) return noSuchEntry
  const struckOn = state.acts[type]?.find(({ seq }) => seq === entry)?.on
  if (on !== undefined && struckOn !== undefined && on < struckOn) return beforeEntry
  if (isPaidOut(state, entry)) return proceedsPaidOut
  // What came of a change of holders was worked out from it: the shares, the cost, the next decision.
  const changes = holdingsIn(state).map(({ seq }) => seq)
  const isChange = type === 'eventHandled' || type === 'formerEvent'
  return isChange && changes.at(-1) !== entry ? notTheLast : undefined
}

/** The fold with what corrections do: an entry that is struck counts no more, a corrected one is as corrected. */
export function foldCorrected(steps: Readonly<Record<string, StepRule>>) {
  const fold = foldSteps(steps)
  return (state: ActsState | undefined, act: Act): ActsState => {
    const after = fold(state, act)
    if (act.type === 'entryStruck') return struck(after, act.data)
    if (act.type !== 'openingCorrected') return after
    const { reason: _why, ...data } = act.data
    return withOpening(after, data)
  }
}

/** A record with the company's formation told otherwise. */
function withOpening(state: ActsState, data: Act['data']): ActsState {
  const opened = (state.acts['holdingOpened'] ?? []).map((one) => ({ ...one, data }))
  return { ...state, acts: { ...state.acts, holdingOpened: opened } }
}

/**
 * Whether a later change rests on what is told otherwise: a part that was given up would be none any more, and
 * what came for it would leave the books, or one would be that was not.
 */
export function restsOn(before: ActsState, now: ActsState): boolean {
  const after = new Map(changesIn(now).map(({ period, isGivenUp }) => [period.seq, isGivenUp]))
  return changesIn(before).some(({ period, isGivenUp }) => after.get(period.seq) !== isGivenUp)
}

/** What is struck counts no more; of an event it is kept which decision waits to be carried out again. */
function struck(state: ActsState, data: Act['data']): ActsState {
  const event = state.acts['eventHandled']?.find(({ seq }) => seq === Number(data['entry']))
  const acts = withoutIdleReason(without(state.acts, data))
  if (!event) return { ...state, acts }
  return { ...state, acts: { ...acts, [struckEvents]: [...(acts[struckEvents] ?? []), event] } }
}

/** Why the house stays in the company is said of its entry into the market: without one it says nothing. */
function withoutIdleReason(acts: ActsState['acts']): ActsState['acts'] {
  const { stayExplained: reasons, ...others } = acts
  return reasons === undefined || acts['marketEntered'] ? acts : others
}

function without(acts: ActsState['acts'], { entry }: Act['data']): ActsState['acts'] {
  return Object.fromEntries(
    Object.entries(acts).flatMap(([type, all]) => {
      const kept = all.filter(({ seq }) => seq !== Number(entry))
      return kept.length > 0 ? [[type, kept]] : []
    }),
  )
}
