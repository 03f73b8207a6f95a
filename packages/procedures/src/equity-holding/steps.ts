// Each act of a holding: who records it, what it rests on, what it waits for.
import type { Day } from '@yizhuan/kit'
import { type ActsState, readers, type StepRule } from '../procedure/acts-state.ts'
import { endingSteps } from '../procedure/ending-steps.ts'
import type { Act } from '../procedure/entry.ts'
import { label } from '../procedure/fields.ts'
import { lacks, type OutOfOrder, when } from '../procedure/order.ts'
import { receivedBefore } from '../procedure/receipt-once.ts'
import type { Role } from '../procedure/roles.ts'
import { tto } from '../procedure/roles.ts'
import { actData } from './acts.ts'
import { holdersAgreed } from './agreed.ts'
import { correctionSteps, notTheLast, restsOn } from './correction.ts'
import { decisionInHand, handledSince } from './decisions.ts'
import { dividendOpen } from './dividends.ts'
import { decisionFit, handlingFit } from './forms.ts'
import { holdingsIn, isOut, recordBegan } from './holdings.ts'
import {
  appraisalWrongs,
  declarationWrongs,
  isBeyond,
  payInWrongs,
  subscriptionWrongs,
  wrongAppraisal,
  wrongDeclaration,
  wrongDividend,
  wrongPayIn,
  wrongSubscriptions,
} from './money-once.ts'
import { beyondDecided, wrongPrice } from './price.ts'
import { proceedsIn, proceedsOpen, proceedsWrongs, wrongProceeds } from './proceeds.ts'
import { decisionWrongs, impairmentWrongs, wrongDecision } from './terms-fit.ts'
import { windingUpWrongs, wrongWindingUp } from './winding-up.ts'
import { holderWrongs, ofHolders, wrongEvent, wrongHolders } from './wrongs.ts'

const { latest, all } = readers(actData)

const keepers: readonly Role[] = [...tto, 'platform_company', 'finance']
const formedOn = (state: ActsState) => [latest(state, 'holdingOpened')?.on]
const once = (type: keyof typeof actData) =>
  when<ActsState>(
    (state) => latest(state, type) !== undefined,
    'already-recorded',
    '已登记，不必再办。',
    'It is recorded already.',
  )
const undecided = when<ActsState>(
  (state) => decisionInHand(state) === undefined || handledSince(state) !== undefined,
  'nothing-decided',
  '没有待办理的股权事项，请先集体决策。',
  'No matter is decided and waits to be carried out; decide first.',
)
const waits = when<ActsState>(
  (state) => decisionInHand(state) !== undefined && handledSince(state) === undefined,
  'matter-in-hand',
  '上一事项尚未办理完毕；同一事项可以重新决策。',
  'The matter decided before is not carried out yet; the same matter may be decided anew.',
)
const stillHeld = when<ActsState>(
  (state) => !isOut(state),
  'still-held',
  '仍持有股权，退出或核销后方可结案。',
  'Equity is still held; the case is closed when it was left or written off.',
)

const nothingToPay = when<ActsState>(
  (state) => proceedsIn(state).every(({ fen, paid }) => paid >= fen),
  'no-proceeds-open',
  '没有待发放的处置净收入：处置时未分给完成人或转化部门，或已全部发放。',
  'Nothing of a disposal waits to be paid: none of it goes to contributors or the office, or all of it was paid.',
)

/** A case that is closed pays nobody any more: what people are owed of a disposal would be lost. */
const unpaid = when<ActsState>(
  (state) => !nothingToPay.stops(state),
  'proceeds-unpaid',
  '处置净收入分给完成人或转化部门的部分尚未全部发放，发放后方可结案。',
  'What goes to contributors or the office of a disposal is not all paid; record its payment, then close.',
)

const { closed } = endingSteps({ stage: 'exit', inEffect: [], undone: [stillHeld, waits, unpaid] })

/** What came before the record is entered as it was; what comes after it is decided and carried out. */
const notFormer: OutOfOrder = {
  code: 'after-the-record-began',
  detail: {
    zh: '只补登本记录建立之前的变动；此后的变动须先决策再办理。',
    en: 'Only what came before this record is entered so; later changes are decided and carried out.',
  },
}
const notTheirs: OutOfOrder = {
  code: 'no-such-holder',
  detail: {
    zh: '没有这位股东；请按股东名册填写。',
    en: 'There is no such holder; write the name as it stands among the holders.',
  },
}

/** Whether somebody holds a part, or held one. */
const isHolder = (state: ActsState, name: unknown): boolean =>
  holdingsIn(state).some(({ holders }) => holders.some((one) => one.name === name))

const holdsAsContributor = (state: ActsState, name: unknown): boolean =>
  (holdingsIn(state).at(-1)?.holders ?? []).some(
    (one) => one.kind === 'contributor' && one.name === name,
  )

/** A record with one more change of before. */
function withFormer(state: ActsState, data: Act['data'], on: Day): ActsState {
  const one = { seq: state.seq + 1, on, by: state.opened.by, data }
  const formerEvent = [...(state.acts['formerEvent'] ?? []), one]
  return { ...state, acts: { ...state.acts, formerEvent } }
}

export const steps: Readonly<Record<keyof typeof actData, StepRule>> = {
  holdingOpened: {
    label: label('登记股权', 'Record the holding'),
    who: keepers,
    data: actData.holdingOpened,
    action: 'formEquity',
    stage: 'formed',
    gathers: 'freeHolding',
    wrongs: [...ofHolders, ...subscriptionWrongs],
    wrong: (_state, data) => wrongHolders(data) ?? wrongSubscriptions(data),
    proves: ['recipients'],
  },
  propertyRegistered: {
    label: label('办理产权登记', 'Register the state property'),
    who: keepers,
    data: actData.propertyRegistered,
    gathers: 'freeEntry',
    stage: 'registered',
    done: [once('propertyRegistered')],
    rests: formedOn,
    needed: (state) => latest(state, 'propertyRegistered') === undefined,
  },
  listed: {
    label: label('列入单列清单', 'Enter on the separate list'),
    who: keepers,
    data: actData.listed,
    gathers: 'freeEntry',
    stage: 'registered',
    done: [once('listed')],
    rests: formedOn,
    needed: (state) => latest(state, 'listed') === undefined,
    proves: ['equityListed'],
  },
  taxChosen: {
    label: label('登记税收选择', 'Record the choice of tax'),
    who: keepers,
    data: actData.taxChosen,
    stage: 'registered',
    rests: formedOn,
    suggests: (state) => {
      const option = latest(state, 'holdingOpened')?.data.taxOption
      return option === 'undecided' ? {} : { option }
    },
  },
  formerEvent: {
    label: label('补登以前的变动', 'Enter a change of before'),
    who: keepers,
    data: actData.formerEvent,
    stage: 'formed',
    rests: (state) => [latest(state, 'holdingOpened')?.data.formedOn as Day | undefined],
    wrongs: [...ofHolders, notFormer, notTheLast],
    wrong: (state, data, _by, on) => {
      if (state === undefined || on === undefined) return wrongHolders(data)
      if (on >= recordBegan(state)) return notFormer
      return (
        wrongHolders(data) ?? (restsOn(state, withFormer(state, data, on)) ? notTheLast : undefined)
      )
    },
    suggests: (state) => ({ holders: holdingsIn(state).at(-1)?.holders }),
    proves: ['recipients'],
  },
  capitalPaidIn: {
    label: label('登记实缴出资', 'Record capital paid in'),
    who: keepers,
    data: actData.capitalPaidIn,
    stage: 'held',
    rests: formedOn,
    wrongs: [notTheirs, ...payInWrongs],
    wrong: (state, data) =>
      state && (isHolder(state, data['name']) ? wrongPayIn(state, data) : notTheirs),
    fits: (state, data) => ({
      hides: state && isBeyond(state, data) ? [] : ['beyond'],
      wants: state && isBeyond(state, data) ? ['beyond'] : [],
    }),
  },
  dividendDeclared: {
    label: label('登记公司分红决议', "Record the company's dividend"),
    who: keepers,
    data: actData.dividendDeclared,
    stage: 'held',
    rests: formedOn,
    wrongs: declarationWrongs,
    wrong: (state, data) => state && wrongDeclaration(state, data),
    suggests: (_state, today) => ({ year: `${Number(today.slice(0, 4)) - 1}`, basis: 'by_share' }),
  },
  dividendReceived: {
    label: label('登记分红到账', 'Record a dividend received'),
    who: ['finance'],
    data: actData.dividendReceived,
    stage: 'held',
    gathers: 'receiptOnce',
    rests: formedOn,
    wrongs: [receivedBefore],
    wrong: wrongDividend,
    suggests: dividendOpen,
  },
  windingUp: {
    label: label('登记破产或清算进展', 'Record the winding-up'),
    who: keepers,
    data: actData.windingUp,
    stage: 'held',
    rests: formedOn,
    wrongs: windingUpWrongs,
    wrong: (state, data, _by, on) =>
      state && on !== undefined ? wrongWindingUp(state, data, on) : undefined,
  },
  assessed: {
    label: label('登记考核', 'Record the assessment'),
    who: keepers,
    data: actData.assessed,
    stage: 'held',
    rests: formedOn,
  },
  marketEntered: {
    label: label('登记产品进入市场', 'Record the entry into the market'),
    who: keepers,
    data: actData.marketEntered,
    stage: 'held',
    rests: formedOn,
    proves: ['productOnMarketOn', 'productApprovedOn', 'companyFirstSaleOn'],
  },
  appraised: {
    label: label('登记股权评估', 'Record the appraisal'),
    who: keepers,
    data: actData.appraised,
    stage: 'held',
    rests: formedOn,
    wrongs: appraisalWrongs,
    wrong: (_state, data, _by, on) => wrongAppraisal(data, on),
    proves: ['equityAppraisedOn', 'appraisalValidUntil'],
  },
  eventDecided: {
    label: label('股权事项集体决策', 'Decide on the equity'),
    who: ['leaders'],
    data: actData.eventDecided,
    stage: 'held',
    rests: formedOn,
    proves: ['equityDecidedOn'],
    // The same matter may be decided anew: minutes were missing, or others are to handle it.
    wrongs: [waits, ...decisionWrongs],
    wrong: (state, data, _by, on) => {
      if (state === undefined || on === undefined) return undefined
      const isOther = decisionInHand(state)?.data.matter !== data['matter']
      return waits.stops(state) && isOther ? waits : wrongDecision(state, data, on)
    },
    fits: (_state, data) => decisionFit(data),
  },
  departmentDecided: {
    label: label('登记主管部门决定', "Record the department's decision"),
    who: keepers,
    data: actData.departmentDecided,
    stage: 'held',
    ahead: [undecided],
    rests: (state) => [decisionInHand(state)?.on],
    proves: ['assetDepartmentDecidedOn'],
  },
  eventHandled: {
    label: label('办理股权事项', 'Carry the matter out'),
    who: keepers,
    data: actData.eventHandled,
    action: 'disposeEquity',
    stage: 'held',
    ahead: [undecided],
    rests: (state) => [decisionInHand(state)?.on, holdingsIn(state).at(-1)?.since],
    needed: () => true,
    gathers: 'disposalReceipts',
    wrongs: [...holderWrongs, beyondDecided, ...impairmentWrongs, decisionWrongs[0]],
    wrong: (state, data) => wrongEvent(state, data) ?? wrongPrice(state, data),
    suggests: (state) => ({
      holders: holdersAgreed(state) ?? holdingsIn(state).at(-1)?.holders,
      counterparty: decisionInHand(state)?.data.to,
      price: decisionInHand(state)?.data.price,
      onList: true,
    }),
    fits: (state, data) => handlingFit(state, data),
    proves: ['equityHandledOn', 'equityExitedOn'],
  },
  proceedsPaid: {
    label: label('登记处置净收入的发放', 'Record what was paid of a disposal'),
    who: ['finance'],
    data: actData.proceedsPaid,
    stage: 'held',
    ahead: [nothingToPay],
    rests: (state) => [all(state, 'eventHandled')[0]?.on],
    needed: (state) => !nothingToPay.stops(state),
    wrongs: proceedsWrongs,
    wrong: (state, data, _by, on) => state && wrongProceeds(state, data as never, on),
    suggests: proceedsOpen,
  },
  stayExplained: {
    label: label('说明未按期退出的理由', 'Give the reason for staying'),
    who: ['leaders', ...tto],
    data: actData.stayExplained,
    stage: 'exit',
    ahead: [
      lacks(
        (state) => latest(state, 'marketEntered'),
        'not-on-market',
        '产品尚未登记进入市场。',
        'No entry into the market is recorded.',
      ),
    ],
    rests: (state) => [latest(state, 'marketEntered')?.on],
    proves: ['exitPostponedReason'],
  },
  // Whoever became a chief after the award is looked at; nothing of what they hold changes by itself.
  chiefReviewed: {
    label: label('审查持股人任正职领导', 'Review a holder who became chief'),
    who: ['leaders', 'discipline'],
    data: actData.chiefReviewed,
    stage: 'held',
    rests: formedOn,
    needed: () => false,
    wrongs: [notTheirs],
    wrong: (state, { name }) => (state && holdsAsContributor(state, name) ? undefined : notTheirs),
  },
  ...correctionSteps,
  closed: { ...closed, needed: isOut },
}
