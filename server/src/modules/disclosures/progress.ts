// Where a disclosure is, as one follows a parcel: what was done when, what is next, whose turn, by when.
import { addWorkdays, type Calendar, type Day, dayInChina } from '@yizhuan/kit'
import type { Intake } from '../achievements/index.ts'
import type { InventorStanding } from './confirmation.ts'

/** One stop on the way. */
export interface Step {
  readonly code: 'submitted' | 'confirmed' | 'reviewed' | 'titled' | 'filed' | 'granted' | 'case'
  readonly state: 'done' | 'now' | 'next' | 'stopped'
  /** The day it was done. */
  readonly on: string | null
  /** By when it is expected; a setting of the house where no text gives a number. */
  readonly by: string | null
  readonly whose: 'author' | 'inventors' | 'office' | null
  /** So many of so many. */
  readonly count: number | null
  readonly of: number | null
}

/** A right as far as the way of its achievement asks. */
export interface RightOnItsWay {
  readonly status: string | null
  readonly filedOn: string | null
  readonly grantedOn: string | null
}

/** What is known of a disclosure. */
export interface Known {
  readonly intake: Intake | null
  readonly intakeOn: string | null
  /** The day it was first handed in, and that of its acceptance. */
  readonly disclosedOn: string | null
  readonly acceptedOn: string | null
  readonly inventors: readonly InventorStanding[]
  readonly titledOn: string | null
  readonly isDisputed: boolean
  /** The rights in it, each with its days as precise as known. */
  readonly rights: readonly RightOnItsWay[]
  readonly caseOn: string | null
  readonly answerWithin: number
}

/** The stops in order. A record from a ledger begins where it was registered. */
export function progressOf(known: Known, calendar: Calendar): readonly Step[] {
  const { intake, disclosedOn, acceptedOn, titledOn, caseOn } = known
  const blank = { on: null, by: null, whose: null, count: null, of: null }
  const isAccepted = intake === 'accepted' || intake === null
  const steps: Step[] = [{ ...blank, code: 'submitted', state: 'done', on: disclosedOn }]
  // What was merged goes its way with the record that was kept: nothing here waits for anybody.
  if (intake === 'merged') {
    return [...steps, { ...blank, code: 'reviewed', state: 'done', on: known.intakeOn }]
  }
  if (intake !== null) steps.push(confirmation(known), review(known, calendar))
  const title = titledOn ? 'done' : isAccepted ? 'now' : 'next'
  steps.push({
    ...blank,
    code: 'titled',
    state: known.isDisputed ? 'stopped' : title,
    on: titledOn,
    whose: titledOn && !known.isDisputed ? null : 'office',
  })
  steps.push(...protection(known))
  steps.push({
    ...blank,
    code: 'case',
    state: caseOn ? 'done' : isAccepted && titledOn ? 'now' : 'next',
    on: caseOn,
    whose: caseOn ? null : 'office',
  })
  return acceptedOn === null || !isAccepted
    ? steps
    : steps.map((step) => (step.code === 'reviewed' ? { ...step, on: acceptedOn } : step))
}

function confirmation({ inventors }: Known): Step {
  const confirmed = inventors.filter(({ status }) => status === 'confirmed')
  const isDisputed = inventors.some(({ status }) => status === 'disputed')
  const isDone = confirmed.length === inventors.length
  const days = inventors.flatMap(({ expiresAt }) => (expiresAt ? [dayInChina(expiresAt)] : []))
  return {
    code: 'confirmed',
    state: isDone ? 'done' : isDisputed ? 'stopped' : 'now',
    on: null,
    by: isDone ? null : (days.toSorted()[0] ?? null),
    whose: isDone ? null : 'inventors',
    count: confirmed.length,
    of: inventors.length,
  }
}

function review({ intake, intakeOn, answerWithin }: Known, calendar: Calendar): Step {
  const blank = { on: null, by: null, whose: null, count: null, of: null }
  if (intake === 'returned') {
    return { ...blank, code: 'reviewed', state: 'stopped', on: intakeOn, whose: 'author' }
  }
  if (intake !== 'submitted') return { ...blank, code: 'reviewed', state: 'done' }
  const by = intakeOn && addWorkdays(intakeOn as Day, answerWithin, calendar)
  return { ...blank, code: 'reviewed', state: 'now', by, whose: 'office' }
}

/** How far its rights are; what has none passes by here, since not everything is filed for. */
function protection({ rights }: Known): readonly Step[] {
  const blank = { by: null, whose: null, count: null, of: null }
  if (rights.length === 0) return []
  const filed = rights.flatMap(({ filedOn }) => filedOn ?? []).toSorted()
  const days = rights.flatMap(({ grantedOn }) => grantedOn ?? []).toSorted()
  const isGranted =
    days.length > 0 || rights.some(({ status }) => status !== null && granted.has(status))
  const isPending = rights.some(({ status }) => status?.startsWith('pending') ?? false)
  const first: Step = { ...blank, code: 'filed', state: 'done', on: filed[0] ?? null }
  if (isGranted) {
    const last: Step = { ...blank, code: 'granted', state: 'done', on: days[0] ?? null }
    return filed.length > 0 ? [first, last] : [last]
  }
  if (filed.length === 0 && !isPending) return [{ ...first, state: 'next' }]
  return [first, { ...blank, code: 'granted', state: isPending ? 'now' : 'next', on: null }]
}

const granted: ReadonlySet<string> = new Set(['granted', 'registered', 'valid'])
