// An inquiry into relief from liability: closed to all but those who decide, who look into it, and
// whom it concerns.
import { type Day, daysBetween } from '@yizhuan/kit'
import { type ActsState, foldSteps, has } from '../procedure/acts-state.ts'
import type { CaseFacts, CaseLine, Procedure, Readers } from '../procedure/procedure.ts'
import { type StageRule, stageIn, stagesIn, wordsOf } from '../procedure/step-stages.ts'
import { conductFacts } from './conduct.ts'
import { findingFacts } from './finding.ts'
import { all, currentFinding, latest, referralIn, subjectsIn, wasHeard } from './standing.ts'
import { exemptionSteps } from './steps.ts'
import { concernedIn, withheldFrom } from './withheld.ts'

const stages: readonly StageRule[] = [
  { id: 'opened', label: { zh: '启动', en: 'Opened' }, endedBy: ['exemptionOpened'] },
  { id: 'evidence', label: { zh: '调查取证', en: 'Evidence' }, endedBy: ['conductScreened'] },
  { id: 'hearing', label: { zh: '听取陈述', en: 'Hearing' }, endedBy: ['heard'] },
  { id: 'finding', label: { zh: '认定', en: 'Finding' }, endedBy: ['exempted', 'notExempted'] },
  { id: 'effect', label: { zh: '落实和申诉', en: 'Effect and appeal' }, endedBy: ['closed'] },
]

export const exemption: Procedure<ActsState> = {
  id: 'exemption',
  label: { zh: '尽职免责', en: 'Relief from liability' },
  opening: 'exemptionOpened',
  acts: exemptionSteps,
  // New facts and appeals come after the end as well.
  afterEnd: { closed: ['appealed', 'reopened'] },
  whenSuspended: ['referralAnswered'],
  stageWords: wordsOf(stages),
  readers: readersOf,
  withholds: withheldFrom,
  concerns: concernedIn,
  evolve: foldSteps(exemptionSteps),
  facts: factsOf,
  stages: (state) => stagesIn(stages, state),
  line: lineOf,
}

function readersOf(state: ActsState): Readers {
  const investigators = latest(state, 'investigatorsNamed')?.data.investigators ?? []
  const people = [...subjectsIn(state), ...investigators].flatMap(({ person }) => person ?? [])
  return { roles: ['discipline', 'leaders'], people }
}

/** One assessment is one person and one ground: those of the finding that was made last. */
function factsOf(state: ActsState): CaseFacts {
  const opened = latest(state, 'exemptionOpened')?.data
  const finding = currentFinding(state)?.data
  const subject = subjectsIn(state).find(({ name }) => name === finding?.name)
  const screenings = all(state, 'conductScreened').map(({ data }) => data)
  const screening = screenings.findLast(({ name }) => name === subject?.name)
  const { referral, answer } = referralIn(state)
  const effect = latest(state, 'effectFlagged')?.data
  const conduct = conductFacts(screening)
  return {
    matter: 'exemption',
    pilotUnit: opened?.pilotUnit ?? false,
    optedIn: opened?.optedIn ?? false,
    conductOn: opened?.conductOn ?? null,
    ...periodFacts(state),
    exemptionProcedureMade: opened?.procedureMade ?? false,
    ...conduct,
    ...findingFacts(finding),
    ...(finding && { illegalGain: finding.illegalGain || conduct['illegalGain'] === true }),
    ...(subject && { exemptionFor: subject.relief, exemptionRole: subject.role }),
    evidenceCollected: has(state, 'evidenceGathered'),
    partiesHeard: finding !== undefined && wasHeard(state, finding.name),
    violationSuspected:
      referral !== undefined || screenings.some(({ violationSuspected }) => violationSuspected),
    referredOn: referral?.on ?? null,
    referralClosed: answer?.data.outcome === 'no_bar',
    ...(effect && {
      assessmentsUnharmed: effect.conduct && effect.merit && effect.awards && effect.yearly,
    }),
  }
}

/** The days that the times of an inquiry are counted from and kept by. */
function periodFacts(state: ActsState): CaseFacts {
  const called = shortestCall(state)
  return {
    exemptionTriggeredOn: latest(state, 'exemptionOpened')?.data.triggeredOn,
    exemptionOpenedOn: state.opened.on,
    evidenceGatheredOn: latest(state, 'evidenceGathered')?.on ?? null,
    hearingCalledOn: called?.on ?? null,
    hearingOn: called?.data.hearingOn ?? null,
  }
}

/** Of the persons' last calls the one that leaves the least time: nobody else's longer one hides it. */
function shortestCall(state: ActsState) {
  const calls = all(state, 'hearingCalled')
  const last = new Map(calls.map((call) => [call.data.name, call]))
  const left = ({ on, data }: (typeof calls)[number]) => daysBetween(on, data.hearingOn as Day)
  return [...last.values()].toSorted((a, b) => left(a) - left(b))[0]
}

function lineOf(state: ActsState): CaseLine {
  const opened = latest(state, 'exemptionOpened')?.data
  const number = opened?.caseNumber
  return {
    title: opened?.title ?? '',
    about: [
      ...(number === undefined ? [] : [number]),
      ...subjectsIn(state).map(({ name }) => name),
    ],
    stage: stageIn(stages, state),
  }
}
