// One case of each procedure made of steps, as acts: with its objection, its decision and its end.

export type Act = readonly [on: string, type: string, data: Record<string, unknown>]

export const shown = {
  subject: '示例事项',
  team: '示例甲、示例乙',
  terms: '公示期满后办理',
  leaders: [{ name: '示例乙', contribution: '完成人', reward: '现金', share: '35%' }],
  objectionProcedure: '向转化部门书面提出',
  department: '转化部门',
  atExchange: false,
}
export const objection: readonly Act[] = [
  [
    '2026-03-10',
    'objectionFiled',
    { name: '示例异议人', text: '有不同意见', inWriting: true, toDepartment: true },
  ],
  ['2026-03-12', 'objectionFound', { finding: '经核实不成立', outcome: 'continue' }],
]
const holders = [
  { name: '示例医院（虚构）', kind: 'institution', share: '30%' },
  { name: '示例甲', kind: 'contributor', share: '70%', isChief: false },
]

const prepared = {
  title: '示例成果赋权',
  achievement: '可吸收止血材料',
  right: '一种示例材料 ZL-示例-2',
  rightEndsOn: '2040-01-01',
  team: [
    { name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false, share: '60%' },
    { name: '示例乙', isInventor: true, isChief: true, holdsLeadingPost: true, share: '40%' },
  ],
  representative: '示例甲',
  agreedInWriting: true,
}
const application = {
  incomeShare: '80%',
  equityShare: '80%',
  unitInterest: '净收入的两成',
  plan: '两年内完成中试并许可实施',
  enabled: true,
  planMade: true,
  divided: true,
}
export const screened = {
  stateSecret: 'no',
  nationalSecurity: 'no',
  keyTechnology: 'no',
  affected: [],
  titleRegistered: true,
  titleDisputed: false,
  prospectClear: true,
  recipientKnown: true,
  willStrong: true,
  ethics: 'passed',
}
export const decided = {
  result: 'passed',
  minuted: true,
  quorate: true,
  recusalObserved: true,
  members: 9,
  present: 8,
  votesFor: 7,
  votesAgainst: 0,
  abstentions: 1,
  recused: ['示例乙'],
}
const clauses = {
  statesIncome: true,
  statesDecision: true,
  statesCosts: true,
  statesUpkeep: true,
  statesDuties: true,
}
const middle: readonly Act[] = [
  ['2026-02-10', 'screened', screened],
  ['2026-02-20', 'decided', decided],
  ['2026-03-05', 'noticePublished', shown],
  ...objection,
  ['2026-03-13', 'noticePublished', shown],
  ['2026-03-31', 'noticeCertified', { lastShownOn: '2026-03-30' }],
]
const reported: Act = [
  '2026-12-31',
  'incomeReported',
  { period: '2026年', income: '50000000', unitPart: '10000000', progress: '已签约一家' },
]
const closed: Act = ['2027-01-05', 'closed', { summary: '已办结' }]

/** The acts of one case of each procedure, by its id. */
export const cases: Readonly<Record<string, readonly Act[]>> = {
  abandonment: [
    [
      '2026-02-02',
      'abandonmentProposed',
      {
        title: '放弃示例专利',
        right: '一种示例装置',
        number: 'ZL-示例-1',
        kind: 'granted',
        cause: 'no_market',
        reason: '三年无人问津',
        feeDueOn: '2026-06-01',
        completers: ['示例甲', '示例乙'],
        assetConfirmed: true,
      },
    ],
    [
      '2026-02-05',
      'valueReviewed',
      {
        outcome: 'abandon',
        opinion: '维持成本高于预期收益',
        interestSought: true,
        licensed: false,
        pledged: false,
      },
    ],
    ['2026-02-06', 'completersNotified', { informed: true, how: '书面通知2026-1号' }],
    ['2026-02-09', 'completerAnswered', { name: '示例甲', answer: 'consents' }],
    ['2026-02-10', 'completerAnswered', { name: '示例乙', answer: 'objects' }],
    ['2026-03-05', 'noticePublished', shown],
    ...objection,
    ['2026-03-13', 'noticePublished', shown],
    ['2026-03-31', 'abandoned', { lastShownOn: '2026-03-30' }],
    ['2026-04-02', 'accounted', { reviewed: true, voucher: '记-9' }],
    ['2026-04-03', 'closed', { summary: '已办结' }],
  ],
  empowerment_ownership: [
    ['2026-02-02', 'ownershipPrepared', prepared],
    ['2026-02-05', 'applied', { ...application, ownershipShare: '70%' }],
    ...middle,
    ['2026-04-02', 'agreed', { ownershipShare: '70%', ...clauses }],
    ['2026-04-20', 'registered', { registry: '示例登记机构（虚构）', number: '变更-示例-1' }],
    reported,
    closed,
  ],
  empowerment_use: [
    ['2026-02-02', 'usePrepared', prepared],
    ['2026-02-05', 'applied', { ...application, way: 'alone', endsOn: '2036-04-01' }],
    ...middle,
    [
      '2026-04-02',
      'agreed',
      { endsOn: '2036-04-01', sublicence: 'sublicence_consent', ...clauses },
    ],
    ['2026-04-10', 'useBegan', { entry: '使用权-1', handedOver: '图纸一套、样品三件' }],
    reported,
    ['2026-12-31', 'extensionRequested', { endsOn: '2038-04-01', reason: '临床推广需要' }],
    [
      '2027-01-02',
      'extensionEvaluated',
      { performed: true, progressing: true, incomeGood: true, opinion: '建议延长' },
    ],
    [
      '2027-01-03',
      'useTerminated',
      { ground: 'breach', notice: '书面通知-1', handedBack: '已交回' },
    ],
    closed,
  ],
  exemption: [
    [
      '2026-06-02',
      'exemptionOpened',
      {
        title: '示例转让定价调查（虚构）',
        trigger: 'audit',
        account: '审计发现成交价低于后来估值',
        triggeredOn: '2026-06-01',
        conduct: '协议定价未评估',
        conductOn: '2026-03-10',
        caseNumber: 'XM-2026-009',
        procedureMade: true,
        procedureRule: '院发（示例）1号',
        subjects: [{ name: '示例甲', relief: 'person', role: 'manager' }],
      },
    ],
    ['2026-06-03', 'investigatorsNamed', { investigators: [{ name: '示例调查员' }] }],
    ['2026-06-04', 'referred', { signs: '有人反映存在利益输送', to: '示例纪检机构' }],
    ['2026-06-05', 'referralAnswered', { outcome: 'no_bar', answer: '未发现' }],
    [
      '2026-06-06',
      'evidenceGathered',
      {
        note: '另附谈判底稿',
        chainHead: 'ab'.repeat(32),
        chainWhole: true,
        items: [
          {
            duty: 'care',
            what: '成果评价',
            on: '2026-02-20',
            by: '示例经办',
            seq: 6,
            hash: 'cd'.repeat(32),
            files: [],
          },
          {
            duty: 'own_rules',
            what: '转化管理办法',
            on: '2026-01-15',
            hash: 'ef'.repeat(32),
            files: [],
          },
        ],
        gaps: ['supervision'],
      },
    ],
    ['2026-06-07', 'interviewed', { name: '示例乙', notes: '说明定价经过' }],
    [
      '2026-06-08',
      'conductScreened',
      {
        name: '示例甲',
        resultBarred: false,
        ethicsBreached: false,
        illegalGain: false,
        recusalObserved: true,
        violationSuspected: false,
        report: '逐项核查，未发现所列行为',
      },
    ],
    ['2026-06-09', 'hearingCalled', { name: '示例甲', hearingOn: '2026-06-12', how: '书面通知-3' }],
    ['2026-06-12', 'heard', { name: '示例甲', statement: '定价前已作第三方评价', inWriting: true }],
    [
      '2026-06-15',
      'exempted',
      {
        name: '示例甲',
        head: 'pricing',
        resultRulesInForce: true,
        assetRulesInForce: true,
        rulesKept: true,
        illegalGain: false,
        decidedDemocratically: true,
        reasonableCareTaken: true,
        supervisionExercised: true,
        otherDutiesPerformed: true,
        documents: [{ duty: 'decision', document: '集体决策会议记录' }],
        decider: 'leading_group',
        wording: 'relieved',
        appealDays: 30,
        reasons: '已履行民主决策和合理注意义务，没有牟取非法利益',
      },
    ],
    [
      '2026-06-15',
      'notExempted',
      { name: '示例乙', head: 'pricing', reasons: '未履行公示程序', appealDays: 30 },
    ],
    ['2026-06-20', 'appealed', { name: '示例乙', receivedOn: '2026-06-20', text: '公示已办理' }],
    ['2026-06-25', 'appealDecided', { name: '示例乙', outcome: 'upheld', reasons: '材料不足' }],
    ['2026-08-01', 'closed', { summary: '已办结' }],
  ],
  equity_holding: [
    [
      '2026-02-02',
      'holdingOpened',
      {
        company: '示例医疗科技有限公司（虚构）',
        achievement: '可吸收止血材料',
        transferCase: 'XM-2026-009',
        formedOn: '2026-01-20',
        value: '300000000',
        holders,
        taxOption: 'tax_deferred',
      },
    ],
    ['2026-02-10', 'propertyRegistered', { certificate: '产权-示例-1' }],
    ['2026-02-12', 'listed', { entry: '单列-1' }],
    [
      '2026-05-01',
      'appraised',
      { agency: '示例评估机构（虚构）', value: '450000000', validUntil: '2027-04-30' },
    ],
    [
      '2026-05-10',
      'eventDecided',
      { matter: 'exit', terms: '转让全部股权', handler: 'institution', minuted: true },
    ],
    ['2026-06-01', 'closed', { summary: '股权已全部退出' }],
  ],
}
