// A contract that was concluded before its case began: on paper, in another system, in a ledger. What was done
// for it is told by documents and days, and is no act here; what nobody can tell stays unknown and is asked
// where the law still asks. Which norms bind its steps is decided by the day of each, as everywhere.
import type { Day } from '@yizhuan/kit'
import { has } from '../../procedure/acts-state.ts'
import { takeoverRules } from '../../procedure/concluded-before.ts'
import type { Act } from '../../procedure/entry.ts'
import { label } from '../../procedure/fields.ts'
import type { CaseFacts, Fit } from '../../procedure/procedure.ts'
import { tto } from '../../procedure/roles.ts'
import { recorded } from '../../procedure/state.ts'
import { contractPriceOf } from '../amended.ts'
import { type CaseState, isUntouched, type Terms } from '../state.ts'
import type { CaseStep, Change } from '../step.ts'
import { termsFit } from '../terms.ts'
import { type EarlierDistribution, type TakenOver, takenOverData } from './taken-over-data.ts'
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
} from './wrongs.ts'

/** Whether the case is about a contract that was concluded before. */
export const takesOver = ({ opened }: Pick<CaseState, 'opened'>): boolean =>
  opened.data.contractId !== undefined

/** What the record says of the takeover; a step is a rule of the transfer. */
export const rules = takeoverRules<CaseState>({
  takesOver,
  isTold: ({ takenOver }) => takenOver !== undefined,
  isConfirmed: (state) => has(state, 'takeoverConfirmed'),
  isUntouched,
})

type Filled = Readonly<Record<string, unknown>>

export const takenOverSteps = {
  contractTakenOver: {
    label: label('接手已签合同', 'Take over the contract'),
    who: [...tto, 'legal'],
    data: takenOverData.contractTakenOver,
    stage: 'signing',
    gathers: 'contractToTakeOver',
    done: [rules.isInUse],
    ahead: [rules.noContract],
    rests: ({ opened }) => [opened.on],
    needed: (s) => takesOver(s) && s.takenOver === undefined,
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
      state && (data as TakenOver).signedOn > state.opened.on
        ? signedSince
        : wrongTakeover(data as TakenOver, on),
    wrongPapers: (data, files) => (hasPapers(data as TakenOver, files) ? undefined : withoutPapers),
    suggests: suggestedBy,
    fits: (_state, data) => takeoverFit(data),
    changes: changesOf,
    // Told anew, it is checked anew.
    takesBack: () => ['takeoverConfirmed'],
    leads: (data, { status }) =>
      data['endedOn'] !== undefined ? 'terminated' : status === 'terminated' ? 'open' : undefined,
  },
  takeoverConfirmed: {
    label: label('确认接手', 'Confirm the takeover'),
    who: ['tto_reviewer', 'leaders', 'legal'],
    data: takenOverData.takeoverConfirmed,
    stage: 'signing',
    done: [rules.isConfirmed],
    ahead: [rules.nothingToConfirm],
    rests: ({ opened }) => [opened.on],
    needed: (s) => s.takenOver !== undefined && !has(s, 'takeoverConfirmed'),
    wrongs: [ownTakeover],
    wrong: (state, _data, by) => (state && by && isOwn(state, by) ? ownTakeover : undefined),
  },
} as const satisfies Readonly<Record<string, CaseStep>>

/** What was told last, or what the register knew when the case was opened. */
function suggestedBy({ takenOver, opened }: CaseState): Partial<TakenOver> {
  if (takenOver) {
    const { platformSince: _since, typedBy: _by, ...told } = takenOver.data
    return told
  }
  const { contract: _id, title: _title, ...known } = opened.data.takesOver ?? {}
  return known as Partial<TakenOver>
}

function takeoverFit(data: Filled): Fit {
  const mode = data['mode'] as TakenOver['mode'] | undefined
  const { hides } = termsFit(mode === 'other' ? undefined : mode, false)
  const isRegistered = data['registration'] === 'registered'
  const holders = data['holders']
  const isShared = Array.isArray(holders) && holders.length > 1
  const hasNoDecision = data['decisionPaper'] === 'none'
  const isEnded = typeof data['endedOn'] === 'string' && data['endedOn'] !== ''
  return {
    hides: [
      ...hides.filter((field) => field in takenOverData.contractTakenOver.shape),
      ...(isRegistered ? [] : ['registrationNumber']),
      ...(data['registration'] === undefined ? ['registeredOn'] : []),
      ...(isShared ? [] : ['othersIncome']),
      ...(hasNoDecision ? [] : ['noDecisionPaper']),
      ...(isEnded ? [] : ['stillToCome']),
    ],
    wants: [
      'decisionPaper',
      ...(data['registration'] === undefined ? [] : ['registeredOn']),
      ...(isShared ? ['othersIncome'] : []),
      ...(hasNoDecision ? ['noDecisionPaper'] : []),
      ...(isEnded ? ['stillToCome'] : []),
    ],
  }
}

/** The contract as the case has it from now on; a case goes on from its money. */
function changesOf(_data: Filled, _state: CaseState, act: Act): Change {
  const takenOver = recorded<TakenOver>(act)
  const { data, seq, by } = takenOver
  const { holders, othersIncome, registration: outcome, registrationNumber } = data
  const as = <Data>(on: string, said: Data) => ({ seq, by, on: on as Day, data: said })
  const { endedOn, stillToCome = '' } = data
  return {
    takenOver,
    termination: endedOn === undefined ? undefined : as(endedOn, { reason: stillToCome }),
    signing: as(data.signedOn, signingOf(data)),
    terms: termsOf(data),
    title:
      holders &&
      as(data.signedOn, { holders, disputed: false, ...(othersIncome && { othersIncome }) }),
    registration:
      outcome &&
      as(data.registeredOn ?? data.signedOn, {
        outcome,
        ...(registrationNumber !== undefined && { number: registrationNumber }),
      }),
  }
}

/** What is not told of the contract is no fact of it (`takenOverFacts`): these only fill the shape. */
function signingOf({ number, counterparty, price = '0', effectiveOn, ...told }: TakenOver) {
  const byPlatformCompany = told.byPlatformCompany ?? false
  return {
    ...(number !== undefined && { number }),
    ...(effectiveOn !== undefined && { effectiveOn }),
    ...{ counterparty, price, byInstitution: !byPlatformCompany, byPlatformCompany },
    ...{ byInventor: false, statesMode: false, statesPrice: false, statesMilestones: false },
    ...{ statesJointDevelopment: false, statesCooperation: false },
  }
}

function termsOf(data: TakenOver): Terms {
  const { mode, counterparty, price, distributionRule = '' } = data
  const { licenceKind, field, territory, licenceUntil, equityShare } = data
  return {
    ...{ mode, counterparty, distributionRule },
    ...(price !== undefined && { price }),
    ...(licenceKind !== undefined && { licenceKind }),
    ...(field !== undefined && { field }),
    ...(territory !== undefined && { territory }),
    ...(licenceUntil !== undefined && { licenceUntil }),
    ...(equityShare !== undefined && { equityShare }),
  }
}

/** What was shared out before the case began. */
export const earlierOf = ({ takenOver }: CaseState): readonly EarlierDistribution[] =>
  takenOver?.data.earlier ?? []

/** What came in and was shared out before the case began, in whole fen. */
export const earlierIncome = (state: CaseState): bigint =>
  earlierOf(state).reduce((sum, { income }) => sum + BigInt(income), 0n)
export const earlierReward = (state: CaseState): bigint =>
  earlierOf(state).reduce((sum, { toContributors }) => sum + BigInt(toContributors), 0n)

/** What was told of the contract, as far as it was told; the rest is unknown. */
export function takenOverFacts(state: CaseState): CaseFacts {
  const { takenOver, terms } = state
  const data = takenOver?.data
  if (!data) return {}
  const { pricing, effectiveOn, price, noticeOn, noticeEndedOn, decidedOn } = data
  return {
    ...{ mode: terms?.mode ?? data.mode, counterparty: terms?.counterparty ?? data.counterparty },
    ...{ signedOn: data.signedOn, dealer: 'institution', useFirst: null, useEndedOn: null },
    ...(pricing !== undefined && { pricing }),
    ...(effectiveOn !== undefined && { contractEffectiveOn: effectiveOn }),
    // Of a contract that pays royalties only there is no sum to wait for.
    contractPrice: contractPriceOf(state) ?? '0',
    ...(price !== undefined && { agreedPrice: terms?.price ?? price }),
    ...(noticeOn !== undefined ? { noticeOn } : noticeOf(state)),
    ...(noticeEndedOn !== undefined && { noticeEndedOn }),
    ...(decidedOn !== undefined && { decidedOn, decisionResult: 'passed' }),
  }
}

/**
 * Whether the deal was shown before nobody may know; that a plan put up here is none of that notice is known
 * (`gd-2025#a18.p2`, read as asking for a notice of its own).
 */
function noticeOf({ plan, distributions }: CaseState): CaseFacts {
  const isPlanShown = [plan, ...distributions.map((one) => one.plan)].some((one) => one?.notice)
  return isPlanShown ? { noticeOn: null } : {}
}

/** Facts of which the record says nothing: of what was before it, that is no answer. */
export const unlessNone = (facts: CaseFacts): CaseFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
