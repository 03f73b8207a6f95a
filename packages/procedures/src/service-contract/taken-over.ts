// A service contract that was concluded before its case began: on paper, in another system, in a ledger. Its
// approval and signing are told by documents and days and are no acts here; the case begins at its money
// (gd-2025#a19.p2 asks for the house's rule and the net income, whenever the contract was signed).
import type { Day } from '@yizhuan/kit'
import type { z } from 'zod'
import { type ActsState, has, readers, type StepRule } from '../procedure/acts-state.ts'
import { type Beside, besideTakeover, takeoverRules } from '../procedure/concluded-before.ts'
import { label } from '../procedure/fields.ts'
import type { Fit } from '../procedure/procedure.ts'
import { tto } from '../procedure/roles.ts'
import {
  daysCrossed,
  hasPapers,
  isOwn,
  nothingToCome,
  ownTakeover,
  partsNotWhole,
  signedSince,
  sincePlatform,
  withoutPapers,
  withoutReason,
  wrongTakeover,
} from '../transfer-case/taken-over/wrongs.ts'
import { actData } from './acts.ts'
import type { TakenOverService } from './taken-over-data.ts'

const { latest } = readers(actData)

type Filled = Readonly<Record<string, unknown>>
type Opened = z.infer<typeof actData.serviceOpened>

const opening = ({ opened }: ActsState) => opened.data as Opened

/** Whether the case is about a contract that was concluded before. */
export const takesOverService = (state: ActsState): boolean =>
  opening(state).contractId !== undefined

/** What was told last of the contract. */
export const takenOverIn = (state: ActsState) => latest(state, 'contractTakenOver')

/** Steps of before that the takeover tells: they count on their own days. */
const tellable = ['serviceSigned', 'serviceRegistered', 'serviceAccepted'] as const

/** Whether nothing was recorded yet of what a contract brings: money, its registration, its end. */
export function isServiceUntouched(state: ActsState): boolean {
  const seq = takenOverIn(state)?.seq
  const own: readonly string[] = ['serviceOpened', 'contractTakenOver', 'takeoverConfirmed']
  return Object.entries(state.acts).every(
    ([type, acts]) => own.includes(type) || acts.every((one) => one.seq === seq),
  )
}

export const rules = takeoverRules<ActsState>({
  takesOver: takesOverService,
  isTold: (state) => takenOverIn(state) !== undefined,
  isConfirmed: (state) => has(state, 'takeoverConfirmed'),
  isUntouched: isServiceUntouched,
})

export const takenOverSteps = {
  contractTakenOver: {
    label: label('接手已签合同', 'Take over the contract'),
    who: [...tto, 'legal'],
    data: actData.contractTakenOver,
    stage: 'signing',
    gathers: 'contractToTakeOver',
    done: [rules.isInUse],
    ahead: [rules.noContract],
    rests: ({ opened }) => [opened.on],
    needed: (state) => takesOverService(state) && takenOverIn(state) === undefined,
    wrongs: [
      signedSince,
      sincePlatform,
      daysCrossed,
      partsNotWhole,
      withoutReason,
      nothingToCome,
      withoutPapers,
    ],
    wrong: (state, data, _by, on) =>
      state && (data as TakenOverService).signedOn > state.opened.on
        ? signedSince
        : wrongTakeover(data as TakenOverService, on),
    wrongPapers: (data, files) =>
      hasPapers(data as TakenOverService, files) ? undefined : withoutPapers,
    suggests: suggestedBy,
    fits: (_state, data) => takeoverFit(data),
    tells: (data) => toldBy(data as TakenOverService),
    // Told anew, it is checked anew, and what was told of other steps goes with it.
    takesBack: () => ['takeoverConfirmed', ...tellable],
    leads: (data, { status }) =>
      data['endedOn'] !== undefined ? 'terminated' : status === 'terminated' ? 'open' : undefined,
  },
  takeoverConfirmed: {
    label: label('确认接手', 'Confirm the takeover'),
    who: ['tto_reviewer', 'leaders', 'legal'],
    data: actData.takeoverConfirmed,
    stage: 'signing',
    done: [rules.isConfirmed],
    ahead: [rules.nothingToConfirm],
    rests: ({ opened }) => [opened.on],
    needed: (state) => takenOverIn(state) !== undefined && !has(state, 'takeoverConfirmed'),
    wrongs: [ownTakeover],
    wrong: (state, _data, by) =>
      state && by && isOwn({ opened: state.opened, takenOver: takenOverIn(state) }, by)
        ? ownTakeover
        : undefined,
  },
} as const satisfies Readonly<Record<string, StepRule>>

/** What was told last, or what the register knew when the case was opened. */
function suggestedBy(state: ActsState): Filled {
  const last = takenOverIn(state)
  if (last) {
    const { platformSince: _since, typedBy: _by, ...told } = last.data
    return told
  }
  const { contract: _id, title: _title, ...known } = opening(state).takesOver ?? {}
  return known
}

function takeoverFit(data: Filled): Fit {
  const isSaid = (field: string) => data[field] !== undefined && data[field] !== ''
  const [isRegistration, isAccepted, isEnded] = [
    isSaid('registration'),
    isSaid('acceptedOn'),
    isSaid('endedOn'),
  ]
  const hasNoPaper = data['decisionPaper'] === 'none'
  return {
    hides: [
      ...(data['registration'] === 'registered' ? [] : ['registrationNumber']),
      ...(isRegistration ? [] : ['registeredOn']),
      ...(isAccepted ? [] : ['acceptedBy']),
      ...(hasNoPaper ? [] : ['noDecisionPaper']),
      ...(isEnded ? [] : ['stillToCome']),
    ],
    wants: [
      'decisionPaper',
      ...(isRegistration ? ['registeredOn'] : []),
      ...(isAccepted ? ['acceptedBy'] : []),
      ...(hasNoPaper ? ['noDecisionPaper'] : []),
      ...(isEnded ? ['stillToCome'] : []),
    ],
  }
}

/** The steps of before that were told; what is not told of them stays unsaid. */
function toldBy({ signedOn, number, price, performUntil, ...told }: TakenOverService) {
  const { registration: outcome, registrationNumber, registeredOn } = told
  const { acceptedOn, acceptedBy } = told
  const step = (on: string, data: Filled) => ({ on: on as Day, data: saidOf(data) })
  return {
    serviceSigned: step(signedOn, { number, price, performUntil }),
    ...(outcome !== undefined && {
      serviceRegistered: step(registeredOn ?? signedOn, { outcome, number: registrationNumber }),
    }),
    ...(acceptedOn !== undefined && { serviceAccepted: step(acceptedOn, { acceptedBy }) }),
  }
}

const saidOf = (data: Filled): Filled =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))

/** What was shared out before the case began: it stands in the sums, and is settled and rewarded no more. */
export const earlierServiceOf = (state: ActsState) => takenOverIn(state)?.data.earlier ?? []

/** What others did, or what was told, of a contract before its case was opened: it bears its own day. */
const ofBefore: ReadonlySet<string> = new Set([
  'serviceRegistered',
  'serviceReported',
  'serviceAccepted',
  'incomeReceived',
  'receiptRefunded',
  'serviceTerminated',
])

/** What may be said before somebody else has confirmed the takeover. */
const beforeConfirmed: ReadonlySet<string> = new Set([
  'serviceOpened',
  'contractTakenOver',
  'takeoverConfirmed',
  'withdrawn',
])

const ofService: Beside<ActsState> = {
  ...{ ofBefore, beforeConfirmed, rules },
  leadsToContract: (type) => type === 'contractApproved' || type === 'serviceSigned',
}

/** The steps beside a contract that was concluded before. */
export const besideServiceTakeover = (type: string, rule: StepRule): StepRule =>
  besideTakeover(ofService, type, rule)
