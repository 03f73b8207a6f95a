import { describe, expect, test } from 'vitest'
import { lawOf, type Step } from '../procedure/testing/walk.ts'
import { walker } from '../procedure/testing/walker.ts'
import { compulsoryListing, priceItem } from './after-transfer.ts'
import { annualReport } from './annual-report.ts'
import { machines } from './machines.ts'
import { pilot } from './pilot.ts'
import { specialPost, titleRecommendation } from './posts.ts'
import { preparation } from './preparation.ts'

const guangdong = lawOf('cn-gd-2025')
const shanghai = lawOf('cn-sh-draft-2024', 'cn-sh-pilot-draft')
const history = lawOf('cn-sh-action-2021')

const municipal = {
  level: 'city',
  ownership: 'publicly_owned',
  research: true,
  byChoice: false,
}
const lines: Readonly<Record<string, readonly Step[]>> = {
  preparation: [
    [
      '2026-02-02',
      'tto_negotiator',
      'preparationOffered',
      {
        title: '示例调剂',
        preparation: '示例散',
        approvalNumber: '示Z001',
        onList: true,
        chineseMedicine: true,
      },
    ],
    [
      '2026-02-10',
      'tto_negotiator',
      'allocationRequested',
      { receiver: '示例社区中心（虚构）', destination: 'hong_kong_macao', quantity: '五百盒' },
    ],
    ['2026-03-02', 'tto_negotiator', 'allocationAuthorised', { reply: '示例〔2026〕8号' }],
    ['2026-03-10', 'tto_negotiator', 'preparationShipped', { batch: '2603', quantity: '五百盒' }],
    ['2026-04-10', 'tto_negotiator', 'qualityMonitored', { findings: '合格' }],
    [
      '2026-05-06',
      'finance',
      'costsCompensated',
      { borneBy: 'by_receiver', amount: '300000', basis: '冷链运输' },
    ],
    ['2026-05-07', 'tto_negotiator', 'closed', { summary: '完毕' }],
  ],
  price_item: [
    [
      '2026-02-02',
      'tto_negotiator',
      'priceItemDrafted',
      { title: '示例价格项目', achievement: '止血材料', item: '创面封闭术' },
    ],
    ['2026-02-10', 'tto_negotiator', 'priceItemApplied', { body: '医保部门' }],
    ['2026-03-10', 'tto_negotiator', 'priceItemReviewed', { outcome: 'item_granted' }],
    ['2026-06-10', 'tto_negotiator', 'insuranceListed', { list: '乙类' }],
    [
      '2026-07-10',
      'tto_negotiator',
      'hospitalEntered',
      { hospital: '示例医院（虚构）', disclosed: true },
    ],
    ['2026-07-13', 'tto_negotiator', 'closed', { summary: '完毕' }],
  ],
  title_recommendation: [
    [
      '2026-02-02',
      'tto_negotiator',
      'titleNominated',
      { title: '示例推荐', person: '示例甲', rank: '研究员' },
    ],
    ['2026-02-10', 'tto_negotiator', 'criteriaChecked', { achievements: '转化两项', met: true }],
    ['2026-03-10', 'leaders', 'titleRecommended', { opinion: '同意' }],
    ['2026-04-10', 'tto_negotiator', 'titleReviewed', { opinion: '通过' }],
    ['2026-05-06', 'tto_negotiator', 'titleAppointed', { outcome: 'appointed' }],
    ['2026-05-07', 'tto_negotiator', 'closed', { summary: '完毕' }],
  ],
  special_post: [
    [
      '2026-02-02',
      'tto_negotiator',
      'vacancyChecked',
      { title: '示例岗位', purpose: '技术转移', vacantPosts: 0, adjusted: true, ...municipal },
    ],
    ['2026-02-10', 'tto_negotiator', 'postApplied', { application: '示例1号' }],
    ['2026-03-10', 'tto_negotiator', 'postApproved', { reply: '示例2号' }],
    ['2026-04-10', 'tto_negotiator', 'postFilled', { person: '示例丁', post: '技术经理' }],
    ['2026-04-13', 'tto_negotiator', 'closed', { summary: '完毕' }],
  ],
  pilot: [
    ['2026-02-02', 'tto_negotiator', 'pilotNoticed', { title: '示例试点', notice: '示例1号' }],
    [
      '2026-02-10',
      'tto_negotiator',
      'pilotApplied',
      { plan: '方案', willStrong: true, mechanismComplete: true, demonstrates: true },
    ],
    ['2026-03-10', 'tto_negotiator', 'pilotReviewed', { opinion: '同意' }],
    [
      '2026-04-10',
      'tto_negotiator',
      'pilotListed',
      { document: '示例2号', startedOn: '2026-04-10' },
    ],
    [
      '2026-05-06',
      'tto_negotiator',
      'pilotRuleMade',
      { topic: 'empowerment', document: '院发1号', inForceOn: '2026-05-01' },
    ],
    [
      '2026-06-10',
      'tto_negotiator',
      'pilotMeetingHeld',
      { quarter: '2026年第二季度', summary: '交流' },
    ],
    [
      '2027-01-20',
      'tto_negotiator',
      'pilotYearReported',
      { yearEndedOn: '2026-12-31', measures: true, problems: true },
    ],
    ['2027-01-21', 'tto_negotiator', 'closed', { summary: '完毕' }],
  ],
  annual_report: [
    [
      '2027-01-04',
      'tto_negotiator',
      'annualReportPrepared',
      {
        title: '2026年度报告',
        yearEndedOn: '2026-12-31',
        universityAffiliated: false,
        ...municipal,
      },
    ],
    [
      '2027-01-20',
      'tto_negotiator',
      'annualReportSubmitted',
      {
        to: '示例卫健部门',
        hasAchievements: true,
        hasTransfers: true,
        hasDistribution: true,
        showsModes: true,
        hasCooperation: true,
      },
    ],
    ['2027-02-01', 'tto_negotiator', 'annualReportAccepted', { receipt: '收-1' }],
    ['2027-02-02', 'tto_negotiator', 'closed', { summary: '完毕' }],
  ],
  ip_inventory: [
    [
      '2026-02-02',
      'tto_negotiator',
      'inventoryRun',
      {
        title: '示例盘点',
        scope: '全部专利',
        takenOn: '2026-01-31',
        takenBy: '示例甲',
        ...municipal,
      },
    ],
    [
      '2026-02-10',
      'tto_negotiator',
      'itemsListed',
      {
        items: [
          { kind: 'patent', number: '示ZL1', name: '止血钳', idleSince: '2019-01-01' },
          { kind: 'achievement', number: '示C2', name: '止血材料' },
        ],
      },
    ],
    [
      '2026-03-10',
      'tto_negotiator',
      'itemDisposed',
      {
        number: '示ZL1',
        outcome: 'trust',
        reason: '缺少运营人手',
        decidedBy: '示例乙',
        manager: '示例运营公司（虚构）',
        rightsSettled: true,
        incomePayer: 'manager_pays',
      },
    ],
    [
      '2026-03-11',
      'tto_negotiator',
      'itemDisposed',
      { number: '示C2', outcome: 'keep', reason: '仍在研发', decidedBy: '示例乙' },
    ],
    ['2026-03-12', 'tto_negotiator', 'closed', { summary: '完毕' }],
  ],
  compulsory_listing: [
    [
      '2022-02-08',
      'tto_negotiator',
      'overdueFound',
      {
        title: '示例逾期',
        achievement: '旧成果',
        publiclyFunded: true,
        agreedBy: '2021-12-31',
        transferred: false,
      },
    ],
    ['2022-03-08', 'tto_negotiator', 'overdueReminded', { letter: '示例1号' }],
    ['2022-06-08', 'tto_negotiator', 'overdueListed', { exchange: '示例交易所（虚构）' }],
    ['2022-06-09', 'tto_negotiator', 'closed', { summary: '完毕' }],
  ],
}
const walks = machines.map((machine) => [machine.id, machine] as const)

describe.each(walks)('%s', (id, machine) => {
  const line = lines[id] ?? []
  const law = id === 'preparation' ? guangdong : id === 'compulsory_listing' ? history : shanghai
  const own = walker(machine, law)

  test('walks from its opening to its closing, every step by its turn', () => {
    expect(own.reached(line).status).toBe('closed')
    expect(own.stages(line).every((stage) => stage.endsWith('done'))).toBe(true)
    expect(own.replayed(line)).toEqual(own.reached(line))
  })

  test('no step comes before the one it follows, and none of the line comes twice', () => {
    const [, second, third] = line
    expect(own.attempt(line.slice(0, 1), third as Step)).toMatch(/^before-|^gd\./)
    expect(own.attempt(line.slice(0, 2), second as Step)).toBe('step-done')
    expect(own.attempt(line.slice(0, 2), line.at(-1) as Step)).toBe(
      id === 'ip_inventory' ? 'items-open' : 'steps-missing',
    )
  })
})

const told = (id: string, type: string, other: Record<string, unknown>) => {
  const line = lines[id] ?? []
  return line.slice(0, line.findIndex((step) => step[2] === type) + 1).map((step): Step => {
    const [on, role, kind, data] = step
    return kind === type || Object.keys(other).some((key) => key in data)
      ? [
          on,
          role,
          kind,
          { ...data, ...Object.fromEntries(Object.entries(other).filter(([key]) => key in data)) },
        ]
      : step
  })
}

test('a preparation leaves only with the permission of the regulator', () => {
  const own = walker(preparation, guangdong)
  const [offer, request, , shipped] = lines['preparation'] as readonly Step[]
  const early = [offer, request] as readonly Step[]
  expect(own.attempt(early, shipped as Step)).toBe('gd.preparation.authorised')
  expect(own.articles([...early, shipped as Step])).toContain('gd-2025#a28.p1')
})

test.each([
  [{ onList: false }, 'gd.preparation.listed'],
  [{ chineseMedicine: false }, 'gd.preparation.border'],
])('a preparation that %o is warned of', (other, norm) => {
  const own = walker(preparation, guangdong)
  expect(own.warnings(told('preparation', 'preparationShipped', other))).toContain(norm)
})

test('the pilot: criteria and order are warned of, and the rules are due in a year', () => {
  const own = walker(pilot, shanghai)
  expect(own.warnings(told('pilot', 'pilotListed', { willStrong: false }))).toContain(
    'shp.join.criteria',
  )
  expect(own.warnings(told('pilot', 'pilotYearReported', { problems: false }))).toContain(
    'shp.report.content',
  )
})

test('a special post with a vacancy is warned of', () => {
  const own = walker(specialPost, shanghai)
  expect(own.warnings(told('special_post', 'postApplied', { vacantPosts: 2 }))).toContain(
    'sh.posts.special',
  )
})

test('whom the draft addresses is asked, not taken for granted', () => {
  const own = walker(specialPost, shanghai)
  const warned = (other: Record<string, unknown>) =>
    own.warnings(told('special_post', 'postApplied', { vacantPosts: 2, ...other }))
  expect(warned({ ownership: 'privately_owned', byChoice: true })).toEqual([])
  expect(warned({ level: 'county' })).toEqual([])
  expect(warned({ level: 'county', byChoice: true })).toContain('sh.posts.special')
  const report = walker(annualReport, shanghai)
  const content = (other: Record<string, unknown>) =>
    report.warnings(told('annual_report', 'annualReportSubmitted', other))
  expect(content({})).toEqual([])
  expect(content({ showsModes: false })).toContain('sh.report.content')
  expect(content({ showsModes: false, ownership: 'privately_owned' })).toEqual([])
})

test('a unit of the pilot says more in its yearly report, and is asked for it', () => {
  const line = lines['annual_report'] as readonly Step[]
  const [on, role, type, data] = line[0] as Step
  const steps: readonly Step[] = [[on, role, type, { ...data, pilotUnit: true }]]
  const own = walker(annualReport, shanghai)
  const fit = (of: readonly Step[]) =>
    annualReport.acts['annualReportSubmitted']?.fits?.(own.reached(of), {})
  expect(fit(steps)?.wants).toEqual(['measures', 'problems'])
  expect(fit(line.slice(0, 1))?.hides).toEqual(['measures', 'problems'])
  expect(own.warnings([...steps, line[1] as Step])).toContain('shp.report.content')
})

test('who does not meet the conditions is not recommended; a refused item ends the case', () => {
  const titles = walker(titleRecommendation, shanghai)
  expect(
    titles.reached(told('title_recommendation', 'criteriaChecked', { met: false })).status,
  ).toBe('rejected')
  const item = walker(priceItem, shanghai)
  expect(
    item.reached(told('price_item', 'priceItemReviewed', { outcome: 'item_refused' })).status,
  ).toBe('rejected')
})

test('what is excused need not be listed', () => {
  const own = walker(compulsoryListing, history)
  const [found, reminded] = lines['compulsory_listing'] as readonly Step[]
  const excused: Step = [
    '2022-04-08',
    'tto_negotiator',
    'overdueExcused',
    { reason: '临床试验未完成' },
  ]
  const closed: Step = ['2022-04-11', 'tto_negotiator', 'closed', { summary: '有正当理由' }]
  expect(own.reached([found as Step, reminded as Step, excused, closed]).status).toBe('closed')
})

test('what has taken effect is not withdrawn; what was not handed in is not closed', () => {
  const own = walker(preparation, guangdong)
  const shipped = told('preparation', 'preparationShipped', {})
  const withdrawn = (steps: readonly Step[]): Step => [
    String(steps.at(-1)?.[0]),
    'tto_negotiator',
    'withdrawn',
    { reason: '不再需要' },
  ]
  expect(own.attempt(shipped, withdrawn(shipped))).toBe('in-effect')
  expect(own.attempt(shipped.slice(0, -1), withdrawn(shipped))).toBe('accepted')
  const report = walker(annualReport, shanghai)
  const [prepared] = lines['annual_report'] as readonly Step[]
  const on = String(prepared?.[0])
  const steps: readonly Step[] = [
    prepared as Step,
    [on, 'tto_negotiator', 'reportReviewedByUniversity', { opinion: '同意' }],
  ]
  expect(report.attempt(steps, [on, 'tto_negotiator', 'closed', { summary: '未报送' }])).toBe(
    'steps-missing',
  )
})
