import { describe, expect, test } from 'vitest'
import { factsOf } from '../facts.ts'
import { stagesOf } from '../stages.ts'
import { neededActs } from '../testing/bound.ts'
import { signedIn, stateAfter, statusOn, stepOn, told } from '../testing/lines.ts'
import {
  attempt,
  mainLine,
  plan,
  refusal,
  resolution,
  type Step,
  terms,
} from '../testing/main-line.ts'
import { grantOf } from './grants.ts'

// What each mode adds to the main line, and what it leaves out (docs/procedures.md).

const office = 'tto_negotiator'
const start = mainLine.find((step) => step[2] === 'negotiationStarted')?.[3] ?? {}
const answer = (steps: readonly Step[], ...[on, role, type, data]: Step) =>
  refusal(attempt(steps, [on, role, type, data]))
describe('own implementation', () => {
  const decidedAlone: readonly Step[] = [
    ...told('noticePublished', {
      negotiationStarted: { mode: 'self_implementation', relatedPartiesDeclared: true },
      proposed: { terms: { mode: 'self_implementation', distributionRule: '团队70%' } },
    }),
    ['2026-03-24', 'leaders', 'decided', resolution],
  ]
  const approval = {
    amount: '50000000',
    source: '自有资金',
    document: '批-1',
    careComesFirst: true,
  }
  const invested: Step = ['2026-03-25', 'finance', 'investmentApproved', approval]
  const produced: Step = ['2026-04-01', office, 'productionStarted', { product: '院内服务' }]
  const period = {
    year: 1,
    from: '2026-04-01',
    to: '2026-06-30',
    income: '90000000',
    costs: '10000000',
    profit: '80000000',
    statement: '结-1',
  }
  const running = [...decidedAlone, invested, produced]
  const settled: Step = ['2026-07-01', 'finance', 'periodSettled', period]

  test('goes from the review to the decision, and has neither notice nor contract', () => {
    const state = stateAfter(decidedAlone)
    expect(stagesOf(state).map(({ id }) => id)).toEqual([
      'title',
      'negotiation',
      'decision',
      'performance',
    ])
    expect(neededActs(state)).toEqual(['investmentApproved'])
    expect(answer(decidedAlone, ...stepOn('2026-06-10', 'signed'))).toBe('own-implementation')
    expect(answer(running, ...stepOn('2026-06-10', 'contractRegistered'))).toBe('not-signed')
    expect(answer(running, ...stepOn('2026-06-10', 'reported'))).toBe('not-signed')
  })

  test('is not decided before its review', () => {
    expect(answer(decidedAlone.slice(0, -2), '2026-03-24', 'leaders', 'decided', resolution)).toBe(
      'gd.review.gates',
    )
  })

  test('earns only once it was approved, leaves care unharmed and produces', () => {
    expect(answer(decidedAlone, ...produced)).toBe('not-invested')
    const careless: Step = [
      '2026-03-25',
      'finance',
      'investmentApproved',
      { ...approval, careComesFirst: false },
    ]
    expect(answer([...decidedAlone, careless], ...produced)).toBe('gd.own.care')
    expect(answer(running, ...invested)).toBe('production-started')
    expect(answer([...decidedAlone, invested], ...stepOn('2026-07-01', 'receiptRecorded'))).toBe(
      'not-signed',
    )
    expect(answer(running, ...stepOn('2026-07-01', 'receiptRecorded'))).toBe('accepted')
  })

  test('is not given up or begun anew once it earns, and what was changed is decided before the end', () => {
    expect(answer(running, '2026-07-01', office, 'withdrawn', { reason: '放弃' })).toBe('in-effect')
    expect(answer(running, ...stepOn('2026-07-01', 'negotiationStarted'))).toBe('in-effect')
    const redone = { step: 'review', cause: 'error', reason: '有误', approvedBy: '示例辛' }
    expect(answer(running, '2026-07-01', 'leaders', 'stepRedone', redone)).toBe('in-effect')
    const terms = { mode: 'self_implementation', distributionRule: '团队80%' }
    const changed: Step = ['2026-07-01', office, 'termsChanged', { reason: '商定', terms }]
    const end: Step = ['2026-07-02', office, 'closed', { summary: '完毕' }]
    expect(answer([...running, changed], ...end)).not.toBe('accepted')
  })

  test('settles its periods, shares them out with a base that was decided, and closes', () => {
    expect(answer([...running, settled], ...settled)).toBe('period-settled')
    expect(
      answer(running, '2026-07-01', 'finance', 'periodSettled', { ...period, to: '2026-03-01' }),
    ).toBe('period-backwards')
    const shared = mainLine.slice(mainLine.findIndex(([, , type]) => type === 'receiptRecorded'))
    const rest = (baseDecided: boolean) =>
      shared.map(
        ([on, role, type, data]): Step =>
          type === 'planDrafted'
            ? [on, role, type, { ...data, baseDecided }]
            : [on, role, type, data],
      )
    const at = rest(false).findIndex(([, , type]) => type === 'planDrafted')
    const drafted = rest(false)[at] as Step
    expect(answer([...running, settled, ...rest(false).slice(0, at)], ...drafted)).toBe(
      'gd.allocation.own',
    )
    const state = stateAfter([...running, settled, ...rest(true)])
    expect(state.status).toBe('closed')
    const years = factsOf(state)['profitYears']
    expect(years).toEqual([{ year: 1, profit: '80000000', reward: '61600000' }])
  })
})

describe('an assignment', () => {
  const signed = signedIn('assignment')
  const filed: Step = ['2026-06-20', office, 'rightChangeFiled', { office: '示例登记处' }]
  const changed: Step = ['2026-07-10', office, 'rightChanged', { certificate: '变-1' }]
  const cheaper: Step = [
    '2026-07-15',
    office,
    'termsChanged',
    { reason: '政策调整', terms: { ...terms, mode: 'assignment', price: '90000000' } },
  ]
  const notice: Step = ['2026-07-20', office, 'changeNoticePublished', { text: '价格变化' }]
  const amended: Step = [
    '2026-07-18',
    'legal',
    'contractAmended',
    { number: '补-1', summary: '价格' },
  ]

  test('changes the right and hands over', () => {
    expect(answer(signed, ...changed)).toBe('change-not-filed')
    const done: readonly Step[] = [
      ...signed,
      filed,
      changed,
      ['2026-07-11', office, 'handedOver', { items: ['工艺文件'], receivedBy: '示例戊' }],
    ]
    expect(stateAfter(done).acts['handedOver']).toHaveLength(1)
    expect(answer(done, ...filed)).toBe('right-changed')
    expect(answer(signedIn('license'), ...filed)).toBe('other-mode')
  })

  test('once the right has changed hands another price wants an amendment, then its notice', () => {
    expect(answer([...signed, cheaper], ...notice)).toBe('accepted')
    const late = [...signed, filed, changed, cheaper]
    expect(answer(late, ...notice)).toBe('not-amended')
    expect(answer([...late, amended], ...notice)).toBe('accepted')
    expect(answer(signed, ...amended)).toBe('nothing-changed')
    const again: Step = ['2026-07-19', office, 'registrationAmended', { remark: '变更登记' }]
    expect(answer([...late, amended], ...again)).toBe('accepted')
    expect(answer(late, ...again)).toBe('not-terminated')
    expect(statusOn([...late, amended], '2026-07-19', 'gd.change.reported')).toBe('breached')
  })
})

describe('a licence', () => {
  const licence = {
    licenceKind: 'exclusive',
    field: '止血',
    territory: '全国',
    licenceUntil: '2030-12-31',
  }
  const signed = signedIn('license', licence)
  const other = { by: 'ZH-2026-0007', to: '另一家（虚构）', kind: 'plain', field: '止血' }
  const proposal = (more: object): Step =>
    stepOn('2026-02-27', 'proposed', { terms: { ...terms, ...licence }, ...more })
  const before = told('proposed', {})

  test('grants what its terms say, until it expires', () => {
    expect(grantOf(stateAfter(signed))).toEqual({
      to: terms.counterparty,
      kind: 'exclusive',
      field: '止血',
      territory: '全国',
      until: '2030-12-31',
    })
    const expired: Step = ['2026-12-31', office, 'licenceExpired', { remark: '到期收回资料' }]
    expect(grantOf(stateAfter([...signed, expired]))).toBeUndefined()
    const renewed: Step = [
      '2026-12-31',
      office,
      'licenceRenewed',
      { until: '2031-12-31', basis: '续' },
    ]
    expect(answer([...signed, expired], ...renewed)).toBe('licence-expired')
    expect(grantOf(stateAfter([...signed, renewed]))?.until).toBe('2031-12-31')
    const shorter: Step = [
      '2026-12-31',
      office,
      'licenceRenewed',
      { until: '2030-12-31', basis: 'x' },
    ]
    expect(answer(signed, ...shorter)).toBe('renewal-not-later')
  })

  test.each<[string, object, string]>([
    ['none', {}, 'accepted'],
    ['a plain one of the same field', { otherGrants: [other] }, 'grant-conflict'],
    ['one of another field', { otherGrants: [{ ...other, field: '缝合' }] }, 'accepted'],
    ['one of any field', { otherGrants: [{ by: 'x', to: 'y', kind: 'sole' }] }, 'grant-conflict'],
    ['one that is over', { otherGrants: [{ ...other, until: '2026-01-31' }] }, 'accepted'],
    [
      'the right itself',
      { otherGrants: [{ by: 'x', to: 'y', kind: 'assigned' }] },
      'grant-conflict',
    ],
    [
      'an empowerment',
      { otherGrants: [{ by: 'x', to: '示例甲、示例乙', kind: 'empowered' }] },
      'grant-conflict',
    ],
    [
      'an empowerment of those who take it',
      { otherGrants: [{ by: 'x', to: `示例甲、${terms.counterparty}`, kind: 'empowered' }] },
      'accepted',
    ],
    [
      'one that somebody compared',
      { otherGrants: [other], grantsReconciled: '适应症不同' },
      'accepted',
    ],
  ])('beside an earlier grant: %s', (_what, more, expected) => {
    expect(answer(before, ...proposal(more))).toBe(expected)
  })

  test('plain licences stand beside each other', () => {
    const plain = { terms: { ...terms, licenceKind: 'plain' }, otherGrants: [other] }
    expect(answer(before, ...stepOn('2026-02-27', 'proposed', plain))).toBe('accepted')
  })

  test('is held against other grants again when it is signed', () => {
    const steps = told('signed', { proposed: { terms: { ...terms, ...licence } } })
    expect(answer(steps, ...stepOn('2026-06-10', 'signed', { otherGrants: [other] }))).toBe(
      'grant-conflict',
    )
  })

  test('is recorded once, and its royalties are stated', () => {
    const recorded: Step = ['2026-07-01', office, 'licenceRecorded', { number: '备-1' }]
    expect(answer(signed, ...recorded)).toBe('accepted')
    expect(answer([...signed, recorded], ...recorded)).toBe('licence-recorded')
    const stated: Step = [
      '2026-07-01',
      'finance',
      'royaltyReported',
      { from: '2026-04-01', to: '2026-06-30', sales: '100', royalty: '5' },
    ]
    expect(answer(signed, ...stated)).toBe('accepted')
    expect(answer(signedIn('assignment'), ...stated)).toBe('other-mode')
  })

  test('has the royalty of a period stated once it is over, and again only as a correction', () => {
    const stated = (from: string, to: string, more: object = {}): Step => [
      '2026-07-01',
      'finance',
      'royaltyReported',
      { from, to, sales: '100', royalty: '5', ...more },
    ]
    expect(answer(signed, ...stated('2026-06-30', '2026-04-01'))).toBe('royalty-period-reversed')
    expect(answer(signed, ...stated('2026-04-01', '2026-07-01'))).toBe('royalty-period-running')
    const first = [...signed, stated('2026-04-01', '2026-06-30')]
    expect(answer(first, ...stated('2026-01-01', '2026-03-31'))).toBe('accepted')
    expect(answer(first, ...stated('2026-04-01', '2026-06-30'))).toBe('royalty-stated-already')
    expect(answer(first, ...stated('2026-06-30', '2026-06-30'))).toBe('royalty-stated-already')
    const corrects = { corrects: true }
    expect(answer(first, ...stated('2026-04-01', '2026-06-30', corrects))).toBe('accepted')
    expect(answer(first, ...stated('2026-04-01', '2026-05-31', corrects))).toBe(
      'royalty-stated-already',
    )
  })
})

test('a joint implementation shares by its rule, and settles period by period', () => {
  const { price: _price, ...ruled } = { ...terms, mode: 'cooperation', sharingRule: '各半' }
  const steps = told('signed', {
    negotiationStarted: { ...start, mode: 'cooperation' },
    proposed: { terms: ruled },
    noticePublished: {
      ...mainLine.find((step) => step[2] === 'noticePublished')?.[3],
      price: '各半',
    },
  })
  expect(answer(steps, ...stepOn('2026-06-10', 'signed', { mode: 'cooperation' }))).toBe('accepted')
  const changed: Step = [
    '2026-03-22',
    office,
    'termsChanged',
    { reason: '比例', terms: { ...ruled, sharingRule: '四六' } },
  ]
  expect(answer([...steps, changed], ...stepOn('2026-06-10', 'signed'))).toContain(
    'gd.notice.same-terms',
  )
})

describe('a contribution', () => {
  const signed = signedIn('equity_contribution', { equityShare: '20%' })
  const company = { company: '示例公司（虚构）', foundedOn: '2026-07-01', ourShare: '20%' }
  const founded: Step = ['2026-07-02', 'legal', 'companyRegistered', company]
  const certificate: Step = [
    '2026-08-01',
    'legal',
    'equityPropertyRegistered',
    { certificate: '产-1' },
  ]
  const handed: Step = ['2026-08-05', 'legal', 'holdingHandedOver', { holding: 'ZH-2026-0020' }]

  test('leads over company and property to the holding', () => {
    expect(answer(signed, ...certificate)).toBe('company-not-registered')
    expect(answer([...signed, founded], ...handed)).toBe('property-not-registered')
    expect(answer([...signed, founded, certificate], ...handed)).toBe('accepted')
    expect(answer([...signed, founded], ...founded)).toBe('step-taken')
    expect(
      answer(signed, '2026-07-02', 'legal', 'companyRegistered', { ...company, ourShare: '19%' }),
    ).toBe('share-not-as-published')
  })

  test('gives no chief a share', () => {
    const steps = [...signed, stepOn('2026-07-01', 'receiptRecorded')]
    const [first, chief] = plan.lines
    const lines = [first, { ...chief, award: 'equity' }]
    expect(answer(steps, ...stepOn('2026-07-02', 'planDrafted', { lines }))).toContain(
      'gd.allocation.chiefs',
    )
  })
})

describe('another agreed way', () => {
  const other = { ...start, mode: 'other' }
  const before = told('negotiationStarted', {})
  test('is handled as the mode it is nearest to, for a reason', () => {
    const step = (more: object) => stepOn('2026-02-05', 'negotiationStarted', { ...other, ...more })
    expect(answer(before, ...step({}))).toBe('other-unmapped')
    expect(answer(before, ...step({ mappedTo: 'license' }))).toBe('other-unmapped')
    expect(answer(before, ...step({ mappedTo: 'license', mappingReason: '使用权' }))).toBe(
      'accepted',
    )
  })
})

describe('an open licence', () => {
  const decided = told('signed', {})
  const declaration = {
    patent: 'ZL-示例',
    patentKind: 'invention',
    grantedOn: '2025-05-01',
    inWriting: true,
    statesFee: true,
    exclusivelyLicensed: false,
    feesPaid: true,
  }
  const declared: Step = ['2026-04-01', office, 'openLicenceDeclared', declaration]
  const published: Step = ['2026-04-20', office, 'openLicencePublished', { number: '公告-1' }]
  const accepted: Step = [
    '2026-05-01',
    office,
    'openLicenceAccepted',
    { licensee: '示例己（虚构）' },
  ]

  test('is declared, published, and accepted by as many as wish', () => {
    expect(answer(decided, ...accepted)).toBe('not-declared')
    expect(answer([...decided, declared], ...accepted)).toBe('declaration-not-published')
    const running = [...decided, declared, published, accepted, accepted]
    expect(stateAfter(running).acts['openLicenceAccepted']).toHaveLength(2)
    expect(answer(running, ...stepOn('2026-07-01', 'receiptRecorded'))).toBe('accepted')
    const over: Step = ['2026-06-01', office, 'openLicenceWithdrawn', { reason: '转让' }]
    expect(
      answer([...running, over], '2026-06-02', office, 'openLicenceAccepted', accepted[3]),
    ).toBe('not-declared')
  })

  test('is not declared while an objection waits', () => {
    const objection = { name: '示例丙', text: '异议', inWriting: true, toDepartment: true }
    const filed: Step = ['2026-03-30', 'public', 'objectionFiled', objection]
    expect(answer([...decided, filed], ...declared)).toBe('objection-open')
  })

  test('earns no payout while what was changed is undecided', () => {
    const at = mainLine.findIndex(([, , type]) => type === 'receiptRecorded')
    const earning = mainLine.slice(at, -2)
    const running = [...decided, declared, published, accepted, ...earning]
    const paying = stepOn('2026-07-22', 'paid')
    expect(answer(running, ...paying)).toBe('accepted')
    const dearer = { ...terms, price: '110000000' }
    const changed: Step = ['2026-07-21', office, 'termsChanged', { reason: '商定', terms: dearer }]
    expect(answer([...running, changed], ...paying)).toContain('not-decided')
  })
})
