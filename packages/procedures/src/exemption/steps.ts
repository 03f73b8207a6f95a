// The steps of an inquiry into relief from liability (gd-2025#a26.p1, a27.p1; sh-pilot-exemption#1-1/a8.p1):
// facts first, then the person is heard, then it is found per person and ground.
import { type ActsState, has, type StepRule } from '../procedure/acts-state.ts'
import { label } from '../procedure/fields.ts'
import { lacks, when } from '../procedure/order.ts'
import type { Role } from '../procedure/roles.ts'
import { exemptionData as data } from './acts.ts'
import { type FindingData, unasked } from './finding.ts'
import {
  all,
  documentsIn,
  latest,
  onlyOne,
  openAppeals,
  resultFor,
  subjectsIn,
  undecided,
} from './standing.ts'
import * as wrongs from './wrongs.ts'

type Steps = Readonly<Record<keyof typeof data, StepRule>>

/** The body that decides, and those who look into it. */
const deciders: readonly Role[] = ['discipline', 'leaders']
const inquirers: readonly Role[] = ['discipline', 'legal']

const noInvestigators = lacks<ActsState>(
  (state) => latest(state, 'investigatorsNamed'),
  'no-investigators',
  '请先指定调查人员。',
  'Name the investigators first.',
)
const noEvidence = lacks<ActsState>(
  (state) => latest(state, 'evidenceGathered'),
  'no-evidence',
  '请先收集办理记录中的证据。',
  'Gather the proof in the record first.',
)
const nothingFound = when<ActsState>(
  (state) => undecided(state).length === subjectsIn(state).length,
  'nothing-found',
  '尚无认定。',
  'Nothing is found yet.',
)
const nobodyRelieved = when<ActsState>(
  (state) =>
    subjectsIn(state).every(({ name }) =>
      [undefined, 'not_exempt'].includes(resultFor(state, name)),
    ),
  'nobody-relieved',
  '没有人获得免责。',
  'Nobody is relieved.',
)
const awaitsReferral = when<ActsState>(
  ({ status }) => status === 'suspended',
  'referral-open',
  '线索已移送，答复前免责程序中止。',
  'The lead is referred; the inquiry rests until it is answered.',
)
/** A closed case opens again; one that waits for the answer to a referral goes on waiting. */
const whereClosed: StepRule['leads'] = (_data, { status }) =>
  status === 'closed' ? 'open' : undefined
const onLatest = ({ lastOn }: ActsState) => [lastOn]

const inquiry: Pick<
  Steps,
  | 'exemptionOpened'
  | 'referred'
  | 'referralAnswered'
  | 'investigatorsNamed'
  | 'evidenceGathered'
  | 'interviewed'
  | 'conductScreened'
> = {
  exemptionOpened: {
    label: label('启动免责调查', 'Open the inquiry'),
    who: deciders,
    data: data.exemptionOpened,
    action: 'openExemption',
    stage: 'opened',
    gathers: 'concernedCase',
    proves: ['exemptionProcedureMade', 'conductOn'],
  },
  referred: {
    label: label('移送违纪违法线索', 'Refer signs of a violation'),
    who: deciders,
    data: data.referred,
    stage: 'evidence',
    done: [awaitsReferral],
    proves: ['referredOn', 'violationSuspected'],
    leads: () => 'suspended',
  },
  referralAnswered: {
    label: label('登记移送结论', 'Record the answer to the referral'),
    who: deciders,
    data: data.referralAnswered,
    stage: 'evidence',
    ahead: [
      when(
        ({ status }) => status !== 'suspended',
        'nothing-referred',
        '没有待答复的移送。',
        'No referral waits for an answer.',
      ),
    ],
    rests: (state) => [latest(state, 'referred')?.on],
    proves: ['referralClosed'],
    leads: () => 'open',
  },
  investigatorsNamed: {
    label: label('指定调查人员', 'Name the investigators'),
    who: deciders,
    data: data.investigatorsNamed,
    stage: 'evidence',
    needed: (state) => !has(state, 'investigatorsNamed'),
    wrongs: [wrongs.investigatorInvolved],
    wrong: (state, given) => wrongs.wrongInvestigators(state, given as never),
  },
  evidenceGathered: {
    label: label('收集办理记录中的证据', 'Gather the proof in the record'),
    who: inquirers,
    data: data.evidenceGathered,
    action: 'gatherEvidence',
    stage: 'evidence',
    gathers: 'proofOfDuties',
    ahead: [noInvestigators],
    rests: (state) => [latest(state, 'investigatorsNamed')?.on],
    needed: (state) => !has(state, 'evidenceGathered'),
    proves: ['evidenceCollected'],
  },
  interviewed: {
    label: label('登记谈话', 'Record an interview'),
    who: inquirers,
    data: data.interviewed,
    stage: 'evidence',
    ahead: [noInvestigators],
  },
  conductScreened: {
    label: label('核查负面清单', 'Go through the negative list'),
    who: inquirers,
    data: data.conductScreened,
    suggests: (state) =>
      onlyOne(state, (name) =>
        all(state, 'conductScreened').some(({ data }) => data.name === name),
      ),
    stage: 'evidence',
    ahead: [noEvidence],
    rests: (state) => [latest(state, 'evidenceGathered')?.on],
    needed: (state) => all(state, 'conductScreened').length < subjectsIn(state).length,
    wrongs: [wrongs.notConcerned, wrongs.foundAlready],
    wrong: wrongs.wrongScreening,
  },
}

const hearing: Pick<Steps, 'hearingCalled' | 'heard'> = {
  hearingCalled: {
    label: label('通知当事人陈述', 'Call the person to a hearing'),
    who: inquirers,
    data: data.hearingCalled,
    action: 'callHearing',
    suggests: (state) =>
      onlyOne(state, (name) => all(state, 'hearingCalled').some(({ data }) => data.name === name)),
    stage: 'hearing',
    ahead: [noEvidence],
    rests: (state) => [latest(state, 'evidenceGathered')?.on],
    needed: (state) => all(state, 'hearingCalled').length < subjectsIn(state).length,
    wrongs: [wrongs.notConcerned],
    wrong: wrongs.wrongSubject,
  },
  heard: {
    label: label('听取陈述', 'Hear the person'),
    who: [...inquirers, 'inventor', 'team_rep', 'leaders'],
    data: data.heard,
    suggests: (state) =>
      onlyOne(state, (name) => all(state, 'heard').some(({ data }) => data.name === name)),
    stage: 'hearing',
    ahead: [noEvidence],
    rests: (state) => [latest(state, 'evidenceGathered')?.on],
    needed: (state) => all(state, 'heard').length < all(state, 'hearingCalled').length,
    proves: ['partiesHeard'],
    wrongs: [wrongs.notConcerned, wrongs.notCalled, wrongs.beforeTheHearing],
    wrong: (state, given, _by, on) => wrongs.wrongHearing(state, given as never, on),
  },
}

const results: Pick<Steps, 'exempted' | 'notExempted' | 'effectFlagged'> = {
  exempted: {
    label: label('作出免责认定', 'Grant the relief'),
    who: deciders,
    data: data.exempted,
    suggests: (state) => ({
      ...onlyOne(state, (name) => resultFor(state, name) !== undefined),
      documents: documentsIn(state),
    }),
    fits: (state, { head }) => {
      const opened = state && latest(state, 'exemptionOpened')?.data
      const isPilot = opened?.pilotUnit === true || opened?.optedIn === true
      return { hides: unasked(head, isPilot), wants: head === 'other' ? ['headReason'] : [] }
    },
    action: 'exempt',
    stage: 'finding',
    done: [awaitsReferral],
    ahead: [noEvidence],
    rests: (state) => [latest(state, 'heard')?.on, latest(state, 'conductScreened')?.on],
    needed: (state) => undecided(state).length > 0,
    proves: ['findingReasoned'],
    wrongs: [
      wrongs.concernedDecides,
      wrongs.notConcerned,
      wrongs.notHeard,
      wrongs.foundAlready,
      wrongs.noDocument,
    ],
    wrong: (state, given, by) =>
      wrongs.wrongDecider(state, by) ?? wrongs.wrongFinding(state, given as FindingData),
  },
  notExempted: {
    label: label('作出不予免责认定', 'Refuse the relief'),
    who: deciders,
    data: data.notExempted,
    suggests: (state) => onlyOne(state, (name) => resultFor(state, name) !== undefined),
    stage: 'finding',
    done: [awaitsReferral],
    ahead: [noEvidence],
    rests: (state) => [latest(state, 'heard')?.on],
    needed: (state) => undecided(state).length > 0,
    wrongs: [wrongs.concernedDecides, wrongs.notConcerned, wrongs.notHeard, wrongs.foundAlready],
    wrong: (state, given, by) =>
      wrongs.wrongDecider(state, by) ?? wrongs.wrongResult(state, given as FindingData),
  },
  effectFlagged: {
    label: label('落实免责效果', 'Carry out the effect'),
    who: deciders,
    data: data.effectFlagged,
    stage: 'effect',
    ahead: [nobodyRelieved],
    rests: (state) => [latest(state, 'exempted')?.on],
    needed: (state) => !has(state, 'effectFlagged'),
    proves: ['assessmentsUnharmed'],
  },
}

const afterwards: Pick<Steps, 'appealed' | 'appealDecided' | 'reopened' | 'closed'> = {
  appealed: {
    label: label('登记申诉', 'Record an appeal'),
    who: [...deciders, 'legal', 'inventor', 'team_rep'],
    data: data.appealed,
    stage: 'effect',
    ahead: [nothingFound],
    rests: (state) => [latest(state, 'notExempted')?.on],
    wrongs: [wrongs.nothingToAppeal],
    wrong: (state, given, _by, _on, calendar) =>
      wrongs.wrongAppeal(state, given as never, calendar),
    leads: whereClosed,
  },
  appealDecided: {
    label: label('处理申诉', 'Decide the appeal'),
    who: deciders,
    data: data.appealDecided,
    stage: 'effect',
    ahead: [
      when(
        (state) => openAppeals(state).length === 0,
        'no-open-appeal',
        '没有待处理的申诉。',
        'No appeal is open.',
      ),
    ],
    rests: (state) => [latest(state, 'appealed')?.on],
    needed: (state) => openAppeals(state).length > 0,
    wrongs: [wrongs.concernedDecides, wrongs.noOpenAppeal],
    wrong: (state, given, by) =>
      wrongs.wrongDecider(state, by) ?? wrongs.wrongAppealDecision(state, given as never),
  },
  reopened: {
    label: label('依据新的事实重启', 'Reopen on new facts'),
    who: deciders,
    data: data.reopened,
    stage: 'evidence',
    ahead: [nothingFound],
    rests: onLatest,
    takesBack: () => ['exempted', 'notExempted', 'effectFlagged', 'closed'],
    leads: whereClosed,
  },
  closed: {
    label: label('结案', 'Close'),
    who: deciders,
    data: data.closed,
    stage: 'effect',
    done: [awaitsReferral],
    ahead: [
      when(
        (state) => undecided(state).length > 0,
        'somebody-undecided',
        '仍有当事人没有认定。',
        'Nothing is found yet for somebody.',
      ),
      when(
        (state) => openAppeals(state).length > 0,
        'appeal-open',
        '仍有申诉没有处理。',
        'An appeal is open.',
      ),
      when(
        (state) => has(state, 'exempted') && !has(state, 'effectFlagged'),
        'effect-missing',
        '请先落实免责效果。',
        'Carry out the effect of the relief first.',
      ),
    ],
    rests: onLatest,
    needed: () => true,
    leads: () => 'closed',
  },
}

export const exemptionSteps: Steps = { ...inquiry, ...hearing, ...results, ...afterwards }
