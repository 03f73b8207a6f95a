import type { Step } from '../../procedure/testing/walk.ts'

// Worked days are those of 2026: published on Thursday 5 March, day 15 is Friday 20 March.

export const member = (name: string, share: string) => ({
  name,
  isInventor: true,
  isChief: false,
  holdsLeadingPost: false,
  share,
})
export const prepared = {
  title: '示例赋权',
  achievement: '可吸收止血材料',
  team: [member('示例甲', '60%'), member('示例乙', '40%')],
  representative: '示例甲',
  agreedInWriting: true,
}
const enabling = {
  plan: '由团队组建公司实施',
  enabled: true,
  planMade: true,
  divided: true,
  pilotUnit: true,
  pilotListedOn: '2025-06-01',
  pilotStartedOn: '2025-06-01',
  unitInterest: '净收入三成归单位',
}
export const screened = {
  stateSecret: 'no',
  nationalSecurity: 'no',
  keyTechnology: 'no',
  titleRegistered: true,
  titleDisputed: false,
  prospectClear: true,
  recipientKnown: true,
  willStrong: true,
  ethics: 'not_applicable',
}
export const resolution = {
  result: 'passed',
  minuted: true,
  quorate: true,
  recusalObserved: true,
  votesFor: 7,
  votesAgainst: 0,
  abstentions: 0,
  recused: ['示例乙'],
}
export const notice = {
  subject: '赋予完成人职务科技成果所有权',
  terms: '完成人七成、单位三成',
  objectionProcedure: '向转化部门书面提出',
  department: '转化部门',
}
const clauses = {
  statesIncome: true,
  statesDecision: true,
  statesCosts: true,
  statesUpkeep: true,
  statesDuties: true,
}
export const objection: Step = [
  '2026-03-10',
  'public',
  'objectionFiled',
  { name: '示例丙', text: '遗漏完成人', inWriting: true, toDepartment: true },
]

/** The main line of giving ownership, O1 to O11. */
export const ownershipLine: readonly Step[] = [
  ['2026-02-02', 'team_rep', 'ownershipPrepared', prepared],
  ['2026-02-03', 'team_rep', 'applied', { ownershipShare: '70%', ...enabling }],
  ['2026-02-10', 'tto_reviewer', 'screened', screened],
  ['2026-03-02', 'leaders', 'decided', resolution],
  ['2026-03-05', 'tto_negotiator', 'noticePublished', notice],
  ['2026-03-21', 'tto_negotiator', 'noticeCertified', { lastShownOn: '2026-03-20' }],
  ['2026-03-24', 'tto_negotiator', 'agreed', { ownershipShare: '70%', ...clauses }],
  ['2026-04-20', 'tto_negotiator', 'registered', { registry: '国家知识产权局', number: '示例-1' }],
  ['2026-04-21', 'tto_negotiator', 'coOwned', { unitShare: '30%', terms: '按份共有' }],
  [
    '2026-06-10',
    'tto_negotiator',
    'retainedShareCeded',
    {
      transferCase: '2026-0009',
      price: '30000000',
      priced: true,
      noticed: true,
      relatedParties: true,
    },
  ],
  [
    '2026-07-01',
    'tto_negotiator',
    'fullyOwned',
    { proof: '示例-2', paymentMet: true, writtenOff: true },
  ],
  [
    '2026-12-31',
    'team_rep',
    'incomeReported',
    { period: '2026年', income: '100000000', progress: '已投产' },
  ],
  ['2027-01-10', 'tto_negotiator', 'closed', { summary: '协议履行完毕' }],
]

/** The main line of giving long-term use, U1 to U8, with an extension. */
export const useLine: readonly Step[] = [
  ['2026-02-02', 'team_rep', 'usePrepared', { ...prepared, rightEndsOn: '2044-01-01' }],
  [
    '2026-02-03',
    'team_rep',
    'applied',
    { way: 'jointly', endsOn: '2036-03-23', incomeShare: '70%', ...enabling },
  ],
  ['2026-02-10', 'tto_reviewer', 'screened', screened],
  ['2026-03-02', 'leaders', 'decided', resolution],
  ['2026-03-05', 'tto_negotiator', 'noticePublished', notice],
  ['2026-03-21', 'tto_negotiator', 'noticeCertified', { lastShownOn: '2026-03-20' }],
  [
    '2026-03-24',
    'tto_negotiator',
    'agreed',
    { endsOn: '2036-03-23', sublicence: 'sublicence_free', ...clauses },
  ],
  ['2026-03-25', 'tto_negotiator', 'useBegan', { entry: '使-1' }],
  [
    '2026-05-06',
    'team_rep',
    'sublicensed',
    { licensee: '示例公司（虚构）', endsOn: '2036-03-23', notified: true, consented: false },
  ],
  ['2026-06-01', 'team_rep', 'extensionRequested', { endsOn: '2040-03-23', reason: '二期产品' }],
  [
    '2026-06-02',
    'tto_negotiator',
    'extensionEvaluated',
    { performed: true, progressing: true, incomeGood: true, opinion: '同意' },
  ],
  ['2026-06-03', 'tto_negotiator', 'noticePublished', notice],
  ['2026-06-22', 'tto_negotiator', 'noticeCertified', { lastShownOn: '2026-06-18' }],
  ['2026-06-23', 'leaders', 'extended', { endsOn: '2040-03-23', resolution: '示例〔2026〕3号' }],
  [
    '2026-12-31',
    'team_rep',
    'incomeReported',
    { period: '2026年', income: '0', progress: '中试完成' },
  ],
]

/** The steps before the last act of a kind. */
export const upTo = (line: readonly Step[], type: string) =>
  line.slice(
    0,
    line.findLastIndex((step) => step[2] === type),
  )
/** The same line with other data for one of its acts. */
export const told = (line: readonly Step[], type: string, other: Record<string, unknown>) =>
  line.map((step): Step => {
    const [on, role, kind, data] = step
    return kind === type ? [on, role, kind, { ...data, ...other }] : step
  })
