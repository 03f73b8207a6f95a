// The notice that procedures made of steps share: put up, objected to, answered, certified. An answer
// takes the notice back, since it is then shown afresh in full.
import { type Day, day } from '@yizhuan/kit'
import { z } from 'zod'
import { type ActsState, has, placeOf, readers, type StepRule } from './acts-state.ts'
import { code, flag, label, leader, line, onDay, text } from './fields.ts'
import { type OutOfOrder, type Rule, when } from './order.ts'
import { tto } from './roles.ts'

export const noticeData = {
  noticePublished: z.strictObject({
    subject: text('公示事项', 'Matter'),
    team: text('相关人员', 'Persons concerned').optional(),
    terms: text('主要内容', 'Main content'),
    leaders: z.array(leader).max(50).meta(label('领导人员', 'Leading persons')).default([]),
    objectionProcedure: text('异议处理程序和办法', 'Procedure for objections').optional(),
    department: line('受理部门', 'Receiving department'),
    atExchange: flag('同时在技术交易场所公示', 'Shown at a technology exchange as well').default(
      false,
    ),
  }),
  objectionFiled: z.strictObject({
    name: line('异议人姓名', 'Name of the objector'),
    text: text('异议内容', 'Objection'),
    inWriting: flag('书面提交', 'In writing'),
    toDepartment: flag('提交至指定部门', 'To the designated department'),
  }),
  tipReceived: z.strictObject({ text: text('匿名线索', 'Anonymous tip') }),
  abnormalityFound: z.strictObject({ text: text('异常情况', 'Abnormality') }),
  objectionFound: z.strictObject({
    finding: text('核实结论', 'Finding'),
    outcome: code(['continue', 'amend', 'stop'], '处理结果', 'Outcome'),
  }),
  noticeCertified: z.strictObject({ lastShownOn: onDay('最后展示日', 'Last day shown') }),
} as const

const { latest, all } = readers(noticeData)

/** What a procedure says of its notice. */
export interface NoticeRules {
  readonly stage: string
  /** What must be in the record before it is put up. */
  readonly after: readonly Rule<ActsState>[]
  /** The days of what it rests on. */
  rests(state: ActsState): readonly (Day | undefined)[]
  /** After which acts no objection is taken any more. */
  readonly until: string | readonly string[]
  /** The act after which the matter is published once more, as an extension is. */
  readonly again?: string
  /** The acts that fall with a finding that asks for amendment. */
  readonly amends: readonly string[]
  /** The actions of the law that guard putting up and certifying. */
  readonly publishes?: string
  readonly certifies?: string
}

/** The steps of a notice. */
export function noticeSteps(
  kind: NoticeRules,
): Readonly<Record<keyof typeof noticeData, StepRule>> {
  const { stage, until, again } = kind
  const since = (state: ActsState) => placeOf(state, again)
  const inRound = (state: ActsState, type: string) => placeOf(state, type) > since(state)
  const isOver = when<ActsState>(
    (state) => [until].flat().some((type) => inRound(state, type)),
    'notice-over',
    '公示事项已办结，不再受理。',
    'The matter of the notice is settled.',
  )
  const unpublished = when<ActsState>(
    (state) => !inRound(state, 'noticePublished'),
    'no-notice',
    '请先发布公示。',
    'Publish the notice first.',
  )
  const suspends = {
    stage,
    done: [isOver],
    ahead: [unpublished],
    rests: (state: ActsState) => [latest(state, 'noticePublished')?.on],
    leads: () => 'suspended' as const,
  }
  return {
    noticePublished: {
      label: label('发布公示', 'Publish the notice'),
      who: tto,
      data: noticeData.noticePublished,
      stage,
      publishes: true,
      ...(kind.publishes !== undefined && { action: kind.publishes }),
      done: [
        isOver,
        when(
          // While an objection is open nothing stands: the objection is what stops another notice.
          (state) => inRound(state, 'noticePublished') && openObjections(state) === 0,
          'notice-running',
          '已有有效公示。',
          'A notice stands already.',
        ),
      ],
      ahead: [...kind.after, objectionOpen],
      rests: (state) => kind.rests(state),
      needed: (state) => !inRound(state, 'noticePublished'),
    },
    objectionFiled: {
      ...suspends,
      label: label('登记异议', 'File an objection'),
      who: ['public', ...tto, 'discipline'],
      data: noticeData.objectionFiled,
      action: 'fileObjection',
    },
    tipReceived: {
      label: label('登记匿名线索', 'Record a tip'),
      who: ['public', ...tto, 'discipline'],
      data: noticeData.tipReceived,
      stage,
    },
    abnormalityFound: {
      ...suspends,
      label: label('发现异常，中止', 'Report an abnormality'),
      who: [...tto, 'legal', 'discipline', 'finance'],
      data: noticeData.abnormalityFound,
    },
    objectionFound: {
      label: label('作出核实结论', 'Record the finding'),
      who: ['tto_reviewer', 'legal', 'discipline'],
      data: noticeData.objectionFound,
      stage,
      ahead: [
        when(
          (state) => openObjections(state) === 0,
          'no-open-objection',
          '没有待核实的异议。',
          'No objection waits for a finding.',
        ),
      ],
      rests: (state) => [latest(state, 'noticePublished')?.on],
      // What stops an extension takes back the request for it.
      keepsUpTo: (state, { outcome }) => since(state) - (outcome === 'stop' && again ? 1 : 0),
      takesBack: ({ outcome }) => [
        'noticePublished',
        'noticeCertified',
        ...(outcome === 'amend' ? kind.amends : []),
        ...(outcome === 'stop' && again !== undefined ? [again] : []),
      ],
      // Each objection is answered for itself; the last answer lifts the suspension.
      // What is in effect already goes on, though its extension is stopped.
      leads: ({ outcome }, state) =>
        outcome === 'stop' && ![until].flat().some((type) => has(state, type))
          ? 'rejected'
          : openObjections(state) > 0
            ? 'suspended'
            : 'open',
    },
    noticeCertified: {
      label: label('出具公示期满证明', 'Certify the notice'),
      who: tto,
      data: noticeData.noticeCertified,
      inBulk: true,
      stage,
      ...(kind.certifies !== undefined && { action: kind.certifies }),
      done: [
        when(
          (state) => inRound(state, 'noticeCertified'),
          'already-certified',
          '公示期满证明已出具。',
          'The notice is certified already.',
        ),
      ],
      ahead: [unpublished],
      rests: (state) => [latest(state, 'noticePublished')?.on],
      needed: (state) => inRound(state, 'noticePublished') && !inRound(state, 'noticeCertified'),
      wrongs: [notShownThen],
      wrong: wrongLastDay,
      suggests: (_state, today) => ({ lastShownOn: today }),
      foreseen: (state, today) => withCertificate(state, today),
    },
  }
}

/** An objection or an abnormality waits: neither another notice nor its certificate comes before the finding. */
const objectionOpen = when<ActsState>(
  (state) => openObjections(state) > 0,
  'objection-open',
  '有异议或异常尚未核实，请先作出核实结论。',
  'An objection or an abnormality waits for its finding.',
)

export const notShownThen: OutOfOrder = {
  code: 'not-shown-then',
  detail: {
    zh: '最后展示日应在公示发布之后，并且不晚于办理之日；请核对日期。',
    en: 'The last day shown lies after the notice was put up, and not after today; check the day.',
  },
}

/** A notice was shown on days that had come, and not before it was put up. */
export function wrongLastDay(
  state: ActsState | undefined,
  { lastShownOn }: Readonly<Record<string, unknown>>,
  _by?: unknown,
  on?: Day,
): OutOfOrder | undefined {
  return notShownSince(state && latest(state, 'noticePublished')?.on, lastShownOn, on)
}

/** What is wrong with a last day that lies before the day a notice was put up, or ahead. */
export function notShownSince(
  published: Day | undefined,
  lastShownOn: unknown,
  on: Day | undefined,
): OutOfOrder | undefined {
  if (published === undefined || on === undefined) return undefined
  const last = String(lastShownOn)
  return last < published || last > on ? notShownThen : undefined
}

function withCertificate(state: ActsState, today: Day): ActsState {
  const { seq, opened, acts } = state
  const certificate = { seq: seq + 1, on: today, by: opened.by, data: { lastShownOn: today } }
  const earlier = acts['noticeCertified'] ?? []
  return { ...state, acts: { ...acts, noticeCertified: [...earlier, certificate] } }
}

/** How many objections and abnormalities wait for their finding. */
export function openObjections(state: ActsState): number {
  const raised = all(state, 'objectionFiled').length + all(state, 'abnormalityFound').length
  return raised - all(state, 'objectionFound').length
}

/** The notice that stands: since when, until when if it was taken down, and what it says. */
export function noticeIn(state: ActsState, { from = 0, to = Number.POSITIVE_INFINITY } = {}) {
  const within = ({ seq }: { readonly seq: number }) => seq > from && seq <= to
  const notice = all(state, 'noticePublished').findLast(within)
  const shown = all(state, 'noticeCertified').findLast(within)?.data.lastShownOn
  return {
    notice,
    publishedOn: notice?.on,
    lastShownOn: shown === undefined ? undefined : day(shown),
    isClean: openObjections(state) === 0,
  }
}

/** Stops an act while the notice of its round has not run its time undisturbed. */
export function notCertified(again?: string): readonly Rule<ActsState>[] {
  const since = (state: ActsState) => placeOf(state, again)
  return [
    objectionOpen,
    when(
      (state) => placeOf(state, 'noticeCertified') <= since(state),
      'not-certified',
      '公示尚未期满并出具证明。',
      'The notice has not been certified.',
    ),
  ]
}

/** What was said against a notice, or found amiss, and what was found of it. */
export interface Raised {
  readonly seq: number
  readonly on: Day
  readonly kind: 'objection' | 'abnormality'
  readonly text: string
  readonly finding?: { readonly on: Day; readonly outcome: string; readonly finding: string }
}

/** The objections and abnormalities in their order; each finding answers the first that waits. */
export function objectionsIn(state: ActsState): readonly Raised[] {
  const found = all(state, 'objectionFound')
  const objections = all(state, 'objectionFiled').map(({ seq, on, data }) => ({
    seq,
    on,
    kind: 'objection' as const,
    text: data.text,
  }))
  const abnormalities = all(state, 'abnormalityFound').map(({ seq, on, data }) => ({
    seq,
    on,
    kind: 'abnormality' as const,
    text: data.text,
  }))
  return [...objections, ...abnormalities]
    .toSorted((a, b) => a.seq - b.seq)
    .map((raised, at) => {
      const answer = found[at]
      return answer ? { ...raised, finding: { on: answer.on, ...answer.data } } : raised
    })
}

/** The notice that is up: since when, and what the public said of it. */
export function runningNotice(state: ActsState) {
  const notice = latest(state, 'noticePublished')
  const certified = latest(state, 'noticeCertified')
  if (!notice || (certified && certified.seq > notice.seq)) return undefined
  const said = objectionsIn(state).filter(({ seq }) => seq > notice.seq)
  const tips = all(state, 'tipReceived').filter(({ seq }) => seq > notice.seq)
  return { on: notice.on, objections: said.length, tips: tips.length }
}
