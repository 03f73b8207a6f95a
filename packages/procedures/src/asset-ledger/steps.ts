// The acts of the ledger of assets: what happened to an achievement, who decided on its stage and by
// which evidence, and how finance booked it. A booking is never changed; a later one corrects it.

import { heldIn, keyOfNumber, taggedOn } from '../asset-tags/signs.ts'
import { type ActsState, has, type StepRule } from '../procedure/acts-state.ts'
import { label } from '../procedure/fields.ts'
import { type OutOfOrder, when } from '../procedure/order.ts'
import type { Role } from '../procedure/roles.ts'
import { tto } from '../procedure/roles.ts'
import { assetData as data } from './acts.ts'
import { signsIn } from './signs.ts'

type Steps = Readonly<Record<keyof typeof data, StepRule>>

const keepers: readonly Role[] = [...tto, 'finance']
/** On what happened last. A booking follows what happened, and holds nothing back that is told after it. */
const onLatest = ({ acts }: ActsState) =>
  Object.entries(acts).flatMap(([type, all]) => (type === 'booked' ? [] : all.map(({ on }) => on)))
const rightsHeld = (state: ActsState): readonly string[] => heldIn(signsIn(state)).rights
const keyOf = (data: Readonly<Record<string, unknown>>) =>
  typeof data['number'] === 'string' ? keyOfNumber(data['number']) : undefined
const whichRight: OutOfOrder = {
  code: 'which-right',
  detail: {
    zh: '本成果有多项权利，请写明丧失的是哪一项。',
    en: 'The achievement has several rights: name the one that was lost.',
  },
}
const unknownRight: OutOfOrder = {
  code: 'right-not-held',
  detail: {
    zh: '台账中没有这项仍有效的权利，请核对证书号或登记号。',
    en: 'No right of this number stands in the ledger; check the number.',
  },
}
/** Spending ends after an evaluation by the market, by decision (sh-draft-2024#a7.p1): a draft, so only the reason is waited for. */
const givenUp = { hides: [], wants: ['reason'] }
const withoutReason: OutOfOrder = {
  code: 'given-up-without-reason',
  detail: {
    zh: '未形成无形资产而结束开发的，请写明终止研发的原因。',
    en: 'Development ended without an asset: say why it is given up.',
  },
}
const ofGivingUp = ['reason', 'evaluation', 'approval']
const nothingGivenUp = { hides: ofGivingUp, wants: [] }
const givenUpBesideAsset: OutOfOrder = {
  code: 'given-up-beside-asset',
  detail: {
    zh: '已形成无形资产的，不填写终止研发的原因、评价材料和批准决定。',
    en: 'Where an asset resulted, nothing was given up: leave reason, evaluation and approval out.',
  },
}
/** Its costs become an asset only from the day the conditions and their evidence were there (sh-pilot-ledger#1-2/a9.p1). */
const notInDevelopment: OutOfOrder = {
  code: 'not-in-development',
  detail: {
    zh: '最近一次阶段认定的条件或证据不齐，没有进入开发阶段，不能登记形成无形资产；有新证据的先重新认定阶段。',
    en: 'By the last decision on the stage a condition or the evidence lacks, so nothing was in development of which an asset could result. Decide on the stage anew first.',
  },
}
const endedWrongly = (
  state: ActsState | undefined,
  data: Readonly<Record<string, unknown>>,
): OutOfOrder | undefined => {
  if (data['assetFormed'] === false) {
    return data['reason'] === undefined ? withoutReason : undefined
  }
  if (ofGivingUp.some((field) => data[field] !== undefined)) return givenUpBesideAsset
  // Where no stage was decided at all, that is what is still to come.
  if (state === undefined || !has(state, 'stageDecided')) return undefined
  return taggedOn(signsIn(state), state.lastOn).standing.isShown ? undefined : notInDevelopment
}
const without = (type: string, code: string, zh: string, en: string) =>
  when<ActsState>((state) => !has(state, type), code, zh, en)

const events: Omit<Steps, 'stageDecided' | 'developmentEnded' | 'booked' | 'closed'> = {
  assetEntered: {
    label: label('登记成果资产', 'Enter the achievement'),
    who: tto,
    data: data.assetEntered,
    action: 'tagAchievement',
    stage: 'entered',
    proves: ['ledgerReviewed', 'resultOwnedByUnit'],
  },
  rightApplied: {
    label: label('登记权利申请', 'Record the application'),
    who: tto,
    data: data.rightApplied,
    stage: 'tagged',
    rests: onLatest,
    proves: ['rightAppliedFor'],
  },
  rightObtained: {
    label: label('登记取得权利', 'Record the right'),
    who: tto,
    data: data.rightObtained,
    stage: 'tagged',
    rests: onLatest,
    proves: ['rightObtained'],
  },
  rightLost: {
    label: label('登记权利丧失', 'Record the loss of the right'),
    who: tto,
    data: data.rightLost,
    stage: 'booked',
    ahead: [without('rightObtained', 'no-right', '尚未取得权利。', 'There is no right yet.')],
    rests: onLatest,
    wrongs: [whichRight, unknownRight],
    wrong: (state, data) => {
      const rights = state ? rightsHeld(state) : []
      const key = keyOf(data)
      if (key === undefined) return rights.length > 1 ? whichRight : undefined
      return rights.includes(key) ? undefined : unknownRight
    },
    suggests: (state) => {
      const numbers = state.acts['rightObtained']?.map(({ data }) => String(data['number'])) ?? []
      return { number: numbers.length === 1 ? numbers[0] : undefined }
    },
    proves: ['performanceChecked', 'titleChangeChecked', 'legalStatusChecked'],
  },
  intentionRecorded: {
    label: label('登记转化意向', 'Record the intention'),
    who: tto,
    data: data.intentionRecorded,
    stage: 'tagged',
    rests: onLatest,
    proves: ['transferIntentionClear'],
  },
  intentionWithdrawn: {
    label: label('登记意向撤回', 'Record that it is withdrawn'),
    who: tto,
    data: data.intentionWithdrawn,
    stage: 'tagged',
    ahead: [
      without('intentionRecorded', 'no-intention', '没有登记意向。', 'There is no intention.'),
    ],
    rests: onLatest,
  },
  contractSigned: {
    label: label('登记转化合同', 'Record a contract'),
    who: tto,
    data: data.contractSigned,
    stage: 'tagged',
    rests: onLatest,
    proves: ['transferContracts'],
  },
  contractFell: {
    label: label('登记合同终止', 'Record that a contract fell'),
    who: tto,
    data: data.contractFell,
    stage: 'tagged',
    ahead: [without('contractSigned', 'no-contract', '没有转化合同。', 'There is no contract.')],
    rests: onLatest,
  },
}

export const assetSteps: Steps = {
  ...events,
  stageDecided: {
    label: label('认定所处阶段', 'Decide on the stage'),
    who: keepers,
    data: data.stageDecided,
    action: 'tagAchievement',
    stage: 'tagged',
    rests: onLatest,
    needed: (state) => !has(state, 'stageDecided'),
    proves: ['developmentConditionsMet', 'developmentEvidence'],
  },
  developmentEnded: {
    label: label('登记开发结束或终止研发', 'Record that development ended or is given up'),
    who: keepers,
    data: data.developmentEnded,
    stage: 'booked',
    done: [
      when(
        (state) => has(state, 'developmentEnded'),
        'already-ended',
        '开发已结束。',
        'Development has ended.',
      ),
    ],
    ahead: [without('stageDecided', 'no-stage', '尚未认定阶段。', 'The stage is not decided yet.')],
    rests: onLatest,
    fits: (_state, { assetFormed }) => (assetFormed === false ? givenUp : nothingGivenUp),
    wrongs: [withoutReason, givenUpBesideAsset, notInDevelopment],
    wrong: endedWrongly,
    proves: ['assetFormed'],
  },
  booked: {
    label: label('财务记账', 'Book it'),
    who: ['finance'],
    data: data.booked,
    action: 'bookAchievement',
    stage: 'booked',
    ahead: [without('stageDecided', 'no-stage', '尚未认定阶段。', 'The stage is not decided yet.')],
    rests: onLatest,
    needed: (state) => has(state, 'stageDecided') && !has(state, 'booked'),
    proves: ['accountingTreatment'],
  },
  closed: {
    label: label('销账结案', 'Take it out of the ledger'),
    who: keepers,
    data: data.closed,
    stage: 'closed',
    ahead: [
      without('rightLost', 'right-stands', '权利仍在，不能销账。', 'The right still stands.'),
      without('booked', 'not-booked', '财务尚未记账。', 'It is not booked yet.'),
    ],
    rests: onLatest,
    leads: () => 'closed',
  },
}
