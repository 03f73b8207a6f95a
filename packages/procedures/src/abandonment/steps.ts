// The steps of giving up a right (sh-pilot-ledger#1-2/a11.p2): reviewed, told to those who made it,
// shown to all, and then given up by itself.
import { addDays, day } from '@yizhuan/kit'
import type { z } from 'zod'
import { type ActsState, has, readers, type StepRule } from '../procedure/acts-state.ts'
import { endingSteps } from '../procedure/ending-steps.ts'
import { label } from '../procedure/fields.ts'
import {
  noticeSteps,
  notShownThen,
  openObjections,
  wrongLastDay,
} from '../procedure/notice-steps.ts'
import { lacks, type OutOfOrder, when } from '../procedure/order.ts'
import { tto } from '../procedure/roles.ts'
import { abandonmentData as data } from './acts.ts'

const { latest, all } = readers(data)

const reviewedTo = (outcome: 'abandon' | 'not_file') => (state: ActsState) =>
  latest(state, 'valueReviewed')?.data.outcome === outcome ? true : undefined

const notReviewed = lacks<ActsState>(
  reviewedTo('abandon'),
  'not-reviewed',
  '请先完成审核，且结论为放弃。',
  'Review it first; the outcome must be to give it up.',
)
const isGone = when<ActsState>(
  (state) => has(state, 'abandoned'),
  'already-abandoned',
  '该权利已放弃。',
  'The right is given up already.',
)
const notGone = lacks<ActsState>(
  (state) => latest(state, 'abandoned'),
  'not-abandoned',
  '该权利尚未放弃。',
  'The right is not given up yet.',
)
const isReviewed = when<ActsState>(
  (state) => has(state, 'valueReviewed'),
  'already-reviewed',
  '已经审核。',
  'It is reviewed already.',
)
const isUnfiled = (state: ActsState) =>
  latest(state, 'abandonmentProposed')?.data.kind === 'unfiled'
const isBooked = (state: ActsState) =>
  latest(state, 'abandonmentProposed')?.data.assetConfirmed === true

/** Who made the achievement and has answered, each with the latest answer. */
export function answers(state: ActsState) {
  return new Map(
    all(state, 'completerAnswered').map(({ data: { name, answer } }) => [name, answer]),
  )
}

/** Whether everybody who made it has answered. */
export function isAnswered(state: ActsState): boolean {
  const known = answers(state)
  return (
    latest(state, 'abandonmentProposed')?.data.completers.every((name) => known.has(name)) ?? false
  )
}

const { noticeCertified: _certificate, ...notice } = noticeSteps({
  stage: 'notice',
  until: 'abandoned',
  after: [notReviewed],
  amends: ['valueReviewed'],
  rests: (state) => [latest(state, 'valueReviewed')?.on, latest(state, 'completersNotified')?.on],
  publishes: 'publishAbandonment',
})

const ending = endingSteps({
  stage: 'accounted',
  inEffect: [isGone],
  undone: [
    notGone,
    when<ActsState>(
      (state) => isBooked(state) && !has(state, 'accounted'),
      'not-accounted',
      '该成果已确认为无形资产，请财务先办理核销。',
      'It is booked as an asset; finance has to write it off first.',
    ),
  ],
})

const objectionOpen = when<ActsState>(
  (state) => openObjections(state) > 0,
  'objection-open',
  '有异议或异常尚未核实，请先作出核实结论。',
  'An objection or an abnormality waits for its finding.',
)

const reason = (code: string, zh: string, en: string): OutOfOrder => ({ code, detail: { zh, en } })

const notTaker = reason(
  'not-the-taker',
  '此人没有表示承接。',
  'This person did not ask to take it over.',
)
const feeDayUnknown = reason(
  'fee-day-unknown',
  '请填写下一次缴费期限：公示期满前到期的费用仍须缴纳。',
  'Give the day of the next fee: one that falls due before the notice ends is still paid.',
)
const outcomeDoesNotFit = reason(
  'outcome-does-not-fit',
  '未申请的成果只能审核为保留或者不申请；已有权利的只能审核为保留或者放弃。',
  'What is not filed can only be kept or not be filed; a right can only be kept or given up.',
)
const othersHaveRights = reason(
  'others-have-rights',
  '存在有效许可、质押或者保全，他人仍有权利；请先了结，再审核为放弃。',
  'Others have rights in it by a licence or pledge; settle these before giving it up.',
)
const notACompleter = reason(
  'not-a-completer',
  '此人不在成果完成人名单中，请核对姓名。',
  'This person is not among the inventors; check the name.',
)

export const abandonmentSteps: Readonly<Record<keyof typeof data, StepRule>> = {
  abandonmentProposed: {
    label: label('提出放弃', 'Propose to give up'),
    who: ['inventor', 'team_rep', ...tto],
    data: data.abandonmentProposed,
    stage: 'proposed',
    gathers: 'namedRight',
    wrongs: [feeDayUnknown],
    wrong: (_state, given) => feeUnknown(given as Given<'abandonmentProposed'>),
  },
  valueReviewed: {
    label: label('审核价值', 'Review the value'),
    who: ['tto_reviewer'],
    data: data.valueReviewed,
    action: 'reviewAbandonment',
    stage: 'reviewed',
    done: [isReviewed],
    needed: () => true,
    proves: ['abandonReviewed', 'filingAdvisedAgainst'],
    wrongs: [outcomeDoesNotFit, othersHaveRights],
    wrong: (state, given) => wrongReview(state, given as Given<'valueReviewed'>),
    leads: ({ outcome }) => (outcome === 'keep' ? 'rejected' : undefined),
  },
  filingDropped: {
    label: label('决定不申请', 'Decide not to file'),
    who: ['tto_reviewer', 'leaders'],
    data: data.filingDropped,
    stage: 'reviewed',
    ahead: [
      lacks(
        reviewedTo('not_file'),
        'not-advised-against',
        '审核结论不是“不申请”。',
        'The review did not advise against filing.',
      ),
    ],
    rests: (state) => [latest(state, 'valueReviewed')?.on],
    needed: (state) => reviewedTo('not_file')(state) === true,
    leads: () => 'closed',
  },
  completersNotified: {
    label: label('通知成果完成人', 'Notify the inventors'),
    who: tto,
    data: data.completersNotified,
    stage: 'notified',
    done: [
      when(
        (state) => has(state, 'completersNotified'),
        'already-notified',
        '已通知成果完成人。',
        'The inventors are notified already.',
      ),
      isGone,
    ],
    ahead: [notReviewed],
    rests: (state) => [latest(state, 'valueReviewed')?.on],
    needed: () => true,
    proves: ['completersNotified', 'completersInformed'],
  },
  completerAnswered: {
    label: label('登记完成人答复', 'Record an inventor’s answer'),
    who: ['inventor', 'team_rep', ...tto],
    data: data.completerAnswered,
    stage: 'notified',
    done: [isGone],
    ahead: [
      lacks(
        (state) => latest(state, 'completersNotified'),
        'not-notified',
        '请先通知成果完成人。',
        'Notify the inventors first.',
      ),
    ],
    rests: (state) => [latest(state, 'completersNotified')?.on],
    needed: (state) => !isAnswered(state) && !has(state, 'noticePublished'),
    proves: ['completersAnswered'],
    wrongs: [notACompleter],
    wrong: (state, { name }) => notAmong(state, String(name)),
  },
  takenOver: {
    label: label('完成人承接权利', 'Let an inventor take it over'),
    who: tto,
    data: data.takenOver,
    stage: 'notified',
    done: [isGone],
    ahead: [
      when(
        (state) => ![...answers(state).values()].includes('takes_over'),
        'nobody-takes-over',
        '没有完成人表示承接。',
        'No inventor wants to take it over.',
      ),
      objectionOpen,
    ],
    rests: (state) => [latest(state, 'completerAnswered')?.on],
    wrongs: [notTaker],
    wrong: (state, { name }) =>
      answersOf(state, String(name)) === 'takes_over' ? undefined : notTaker,
    leads: () => 'closed',
  },
  feePaid: {
    label: label('缴纳费用', 'Pay the fee'),
    who: ['finance', ...tto],
    data: data.feePaid,
    stage: 'notice',
    done: [isGone],
  },
  ...notice,
  abandoned: {
    label: label('公示期满，权利放弃', 'Notice over: the right is given up'),
    who: [...tto, 'system'],
    data: data.abandoned,
    action: 'abandonRight',
    stage: 'abandoned',
    done: [isGone],
    ahead: [
      lacks<ActsState>(
        (state) => latest(state, 'noticePublished'),
        'no-notice',
        '请先发布公示。',
        'Publish the notice first.',
      ),
      objectionOpen,
    ],
    rests: (state) => [latest(state, 'noticePublished')?.on],
    needed: (state) => has(state, 'noticePublished'),
    wrongs: [notShownThen],
    wrong: wrongLastDay,
    suggests: (_state, today) => ({ lastShownOn: addDays(day(today), -1) }),
    byItself: (state, today) =>
      has(state, 'noticePublished') ? { lastShownOn: addDays(today, -1) } : undefined,
    foreseen: (state, today) => {
      const { seq, opened } = state
      const shown = { lastShownOn: addDays(today, -1) }
      const act = { seq: seq + 1, on: today, by: opened.by, data: shown }
      return { ...state, acts: { ...state.acts, abandoned: [act] } }
    },
  },
  accounted: {
    label: label('核销资产', 'Write the asset off'),
    who: ['finance'],
    data: data.accounted,
    action: 'bookAchievement',
    stage: 'accounted',
    done: [
      when(
        (state) => has(state, 'accounted'),
        'already-accounted',
        '已核销。',
        'It is written off already.',
      ),
      when(
        (state) => !isBooked(state),
        'asset-not-confirmed',
        '该成果没有确认为无形资产，无需核销。',
        'It was never booked as an asset; there is nothing to write off.',
      ),
    ],
    ahead: [notGone],
    rests: (state) => [latest(state, 'abandoned')?.on],
    needed: () => true,
    proves: ['assetConfirmed'],
  },
  ...ending,
}

type Given<Type extends keyof typeof data> = z.infer<(typeof data)[Type]>

function answersOf(state: ActsState | undefined, name: string) {
  return state && answers(state).get(name)
}

function feeUnknown({ kind, feeDueOn }: Given<'abandonmentProposed'>): OutOfOrder | undefined {
  return kind !== 'unfiled' && feeDueOn === undefined ? feeDayUnknown : undefined
}

function wrongReview(
  state: ActsState | undefined,
  { outcome, licensed, pledged }: Given<'valueReviewed'>,
): OutOfOrder | undefined {
  const unfiled = state !== undefined && isUnfiled(state)
  if (outcome === (unfiled ? 'abandon' : 'not_file')) return outcomeDoesNotFit
  return outcome === 'abandon' && (licensed || pledged) ? othersHaveRights : undefined
}

function notAmong(state: ActsState | undefined, name: string): OutOfOrder | undefined {
  const known = state && latest(state, 'abandonmentProposed')?.data.completers
  return known?.includes(name) ? undefined : notACompleter
}
