// From the offer to the screened request: the achievement, its title, and the enterprise that asks.
import { type ActsState, has, type StepRule } from '../procedure/acts-state.ts'
import { disclosureFit, wrongHolders } from '../procedure/disclosure.ts'
import { label } from '../procedure/fields.ts'
import { tto } from '../procedure/roles.ts'
import { approvalOutgrown, needs, once } from '../procedure/step-rules.ts'
import { useFirstData } from './acts.ts'

const onOf = (state: ActsState, type: string) => state.acts[type]?.at(-1)?.on

const notDisclosed = needs('disclosed', 'not-disclosed', '请先报备成果。', 'Disclose it first.')
const notScreened = needs('screened', 'not-screened', '请先完成筛查。', 'Screen it first.')
/** Stops an act once the contract is signed. */
export const signedAlready = once(
  'signed',
  'already-signed',
  '合同已签署。',
  'The contract is signed.',
)
/** Stops an act while no enterprise asked. */
export const notRequested = needs(
  'requested',
  'not-requested',
  '尚无企业申请使用。',
  'Nobody has asked.',
)

const titled = {
  who: [...tto, 'platform_company'],
  stage: 'request',
  done: [signedAlready],
  ahead: [notDisclosed],
  rests: (state: ActsState) => [onOf(state, 'disclosed')],
  takesBack: () => ['titleRegistered', 'titleLeftOpen'],
} as const

export const requestSteps: Readonly<Record<string, StepRule>> = {
  useFirstOffered: {
    label: label('登记先用后转', 'Offer for use'),
    who: tto,
    data: useFirstData.useFirstOffered,
    stage: 'request',
  },
  disclosed: {
    label: label('成果报备', 'Disclose'),
    who: ['inventor', 'team_rep', ...tto],
    data: useFirstData.disclosed,
    stage: 'request',
    action: 'disclose',
    done: [signedAlready],
    needed: (state) => !has(state, 'disclosed'),
    takesBack: () => ['disclosed'],
    fits: (_state, data, missing) => disclosureFit(data, missing),
    suggests: (state) => state.acts['disclosed']?.at(-1)?.data ?? {},
  },
  titleRegistered: {
    ...titled,
    label: label('权属登记', 'Register title'),
    data: useFirstData.titleRegistered,
    action: 'registerTitle',
    wrong: (_state, { holders }) => wrongHolders(holders as Parameters<typeof wrongHolders>[0]),
    needed: (state) =>
      has(state, 'disclosed') && !has(state, 'titleRegistered') && !has(state, 'titleLeftOpen'),
  },
  titleLeftOpen: {
    ...titled,
    label: label('说明权属暂不能明晰', 'Leave title open'),
    data: useFirstData.titleLeftOpen,
  },
  requested: {
    label: label('登记企业申请', 'Record the request'),
    who: tto,
    data: useFirstData.requested,
    stage: 'request',
    done: [signedAlready],
    rests: ({ opened }) => [opened.on],
    needed: (state) => !has(state, 'requested'),
    // Another enterprise is another deal: its terms are reviewed, published and decided anew.
    takesBack: () => [
      'requested',
      'accepted',
      'proposed',
      'reviewed',
      'noticePublished',
      'noticeCertified',
      'decided',
    ],
    proves: ['enterpriseSize'],
  },
  screened: {
    label: label('处置筛查', 'Screen'),
    who: ['tto_reviewer'],
    data: useFirstData.screened,
    stage: 'request',
    action: 'screen',
    rests: (state) => [onOf(state, 'requested'), onOf(state, 'disclosed')],
    ahead: [notRequested],
    needed: (state) => has(state, 'requested') && !has(state, 'screened'),
    takesBack: approvalOutgrown,
  },
  specialApprovalRecorded: {
    label: label('登记专门审批', 'Record the special approval'),
    who: tto,
    data: useFirstData.specialApprovalRecorded,
    stage: 'request',
    ahead: [notScreened],
    rests: (state) => [onOf(state, 'screened')],
  },
}
