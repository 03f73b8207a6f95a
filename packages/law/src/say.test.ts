import { day, type Words } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import {
  assess,
  compile,
  explain,
  type FactDocument,
  type NormDocument,
  type Pack,
  parseFacts,
  sentenceOf,
  type Why,
} from './index.ts'

const both = (zh: string, en: string): Words => ({ zh, en })
const of = (type: FactDocument['type'], zh: string, en: string, nullable = true): FactDocument => ({
  label: both(zh, en),
  type,
  nullable,
})
const norm: NormDocument = {
  id: 'x',
  topic: 'x',
  title: both('规范', 'norm'),
  cite: 'a1',
  met: true,
}

/** An invented law about an invented garden. */
const garden: Pack = {
  id: 'garden',
  jurisdiction: 'x',
  title: both('花园办法', 'Garden rules'),
  revision: 1,
  status: 'published',
  sources: [{ id: 'g', title: both('花园', 'garden'), status: 'in-force' }],
  facts: {
    openedOn: of('date', '开园日', 'Day of opening'),
    plantedOn: of('date', '栽种日', 'Day of planting'),
    price: of('money', '票价', 'Ticket price'),
    cost: of('money', '养护费', 'Upkeep'),
    isFenced: of('bool', '是否有围栏', 'Fenced'),
    isPublic: of('bool', '已对公众开放', 'Open to the public'),
    isTended: of('bool', '园丁是否有照看', 'The gardener has the care of it'),
    gardener: of('text', '园丁', 'Gardener'),
    kind: of(
      { enum: { rose: both('玫瑰', 'Rose'), oak: both('橡树', 'Oak') } },
      '品种',
      'Kind of plant',
    ),
    plants: of(
      {
        list: {
          label: of('text', '名称', 'Name'),
          height: of('number', '高度', 'Height'),
          value: of('money', '价值', 'Value'),
          on: of('date', '登记日', 'Day of entry'),
          isSick: of('bool', '是否生病', 'It is sick'),
        },
      },
      '植物',
      'Plants',
    ),
  },
  actions: { open: both('开园', 'Open the garden'), sell: both('售票', 'Sell tickets') },
  parameters: {
    share: {
      label: both('养护比例', 'Share for upkeep'),
      type: 'ratio',
      bound: 'floor',
      values: [{ from: '2020-01-01', value: '30%', cite: 'a2' }],
    },
    wait: {
      label: both('静养天数', 'Days of rest'),
      type: 'days',
      bound: 'minPeriod',
      values: [{ from: '2020-01-01', value: 15, cite: 'a3' }],
    },
  },
  definitions: {
    rest: { label: both('剩余', 'Rest'), type: 'money', is: 'price - cost', cite: 'a4' },
  },
  interpretations: {
    fence: {
      label: both('围栏算数', 'It counts as fenced'),
      type: 'bool',
      question: both('？', '?'),
      cite: 'a5',
      readings: {
        built: { text: both('已建成', 'Built'), is: 'isFenced and isPublic' },
        never: { text: both('都算', 'Anything'), is: true },
      },
      default: 'built',
      rationale: both('示例', 'example'),
    },
    gate: {
      label: both('有门', 'There is a gate'),
      type: 'bool',
      question: both('？', '?'),
      cite: 'a6',
      readings: {
        always: { text: both('都算', 'Anything counts'), is: true },
        built: { text: both('已建成', 'Built'), is: 'isFenced' },
      },
      default: 'always',
      rationale: both('示例', 'example'),
    },
    season: {
      label: both('季末', 'End of the season'),
      type: 'date',
      question: both('？', '?'),
      cite: 'a7',
      readings: {
        planting: { text: both('按栽种日', 'By the day of planting'), is: 'plantedOn + 90' },
        opening: { text: both('按开园日', 'By the day of opening'), is: 'openedOn + 90' },
      },
      default: 'planting',
      rationale: both('示例', 'example'),
    },
  },
  norms: [],
}

const lawOf = (...norms: Partial<NormDocument>[]) =>
  compile([{ ...garden, norms: norms.map((each) => ({ ...norm, ...each }) as NormDocument) }])
const said = (change: Partial<NormDocument>, lang: 'zh' | 'en') => {
  const law = lawOf(change)
  const [first] = law.norms
  return first ? sentenceOf(law, first, lang) : ''
}

test.each<[string, string, string]>([
  ['isFenced', '有围栏', 'fenced'],
  ['not isFenced', '没有围栏', '“fenced” does not hold'],
  ['not isPublic', '尚未对公众开放', '“open to the public” does not hold'],
  ['not isTended', '园丁没有照看', 'the gardener does not have the care of it'],
  ['not (price > cost)', '票价不超过养护费', 'the ticket price is at most the upkeep'],
  [
    'openedOn <= addYears(asOf, -1)',
    '开园日不晚于评估日前 1 年之日',
    'the day of opening is not after the day 1 year before the day of the assessment',
  ],
  ['openedOn != none', '已有开园日', 'the day of opening is on record'],
  ['gardener == none', '尚无园丁', 'the gardener is not on record'],
  ['isPublic != none', '“已对公众开放”一项已有记录', '“open to the public” is answered'],
  ["kind == 'rose'", '品种为“玫瑰”', 'the kind of plant is “rose”'],
  ["kind in ('rose', 'oak')", '品种为“玫瑰”或“橡树”', 'the kind of plant is “rose” or “oak”'],
  ["not (kind in ('rose'))", '品种不是“玫瑰”', 'the kind of plant is not “rose”'],
  [
    'openedOn >= plantedOn',
    '开园日不早于栽种日',
    'the day of opening is not before the day of planting',
  ],
  ['openedOn < asOf', '开园日早于评估日', 'the day of opening is before the day of the assessment'],
  ['price > 0', '票价超过 0 元', 'the ticket price is more than zero'],
  [
    'price + cost <= rest * $share',
    '（票价 ＋ 养护费）不超过剩余 × 养护比例（30%）',
    '(the ticket price + the upkeep) is at most the rest × the share for upkeep (30%)',
  ],
  [
    'price - (cost - rest) == 0',
    '（票价 － （养护费 － 剩余））等于 0 元',
    '(the ticket price − (the upkeep − the rest)) equals zero',
  ],
  [
    'asOf > periodEnd(openedOn, $wait)',
    '评估日晚于开园日次日起算满静养天数（15 日）之日（末日遇休息日顺延）',
    'the day of the assessment is after the last day of the days of rest (15 days), counted from the day after the day of opening and rolling over rest days',
  ],
  [
    'asOf > workdays(openedOn, 10)',
    '评估日晚于开园日次日起按工作日算满10 日之日',
    'the day of the assessment is after the last day of 10 days, counted in working days from the day after the day of opening',
  ],
  [
    'workdaysBetween(openedOn, asOf) >= $wait',
    '开园日至评估日的工作日数不低于静养天数（15 日）',
    'the number of working days from the day of opening to the day of the assessment is at least the days of rest (15 days)',
  ],
  [
    'days(openedOn, asOf) < 3',
    '开园日至评估日的天数低于3 日',
    'the number of days from the day of opening to the day of the assessment is less than 3 days',
  ],
  [
    'addYears(openedOn, 3) > asOf',
    '开园日满3年之日晚于评估日',
    'the day 3 years after the day of opening is after the day of the assessment',
  ],
  [
    'addMonths(openedOn, 6) > asOf',
    '开园日满6个月之日晚于评估日',
    'the day 6 months after the day of opening is after the day of the assessment',
  ],
  [
    'min(price, cost) >= max(rest, 0)',
    '票价与养护费中较小者不低于剩余与0中较大者',
    'the smaller of the ticket price and the upkeep is at least the larger of the rest and 0',
  ],
  ['some(plants, p, p.isSick)', '植物中有“生病”者', 'the plants include one for which it is sick'],
  [
    'every(plants, p, not p.isSick)',
    '植物中每一项均“并非生病”',
    'for every one of the plants, it is not sick',
  ],
  [
    'count(plants, p, p.isSick) < 2',
    '植物中符合“生病”的项数低于2',
    'the number of the plants where it is sick is less than 2',
  ],
  [
    'count(plants, p, true, year(p.on) >= year(asOf) - 3) >= 100',
    '植物中符合“登记日所在年度不低于（评估日所在年度 － 3）”的项数不低于100',
    'the number of the plants where the year of the day of entry is at least (the year of the day of the assessment − 3) is at least 100',
  ],
  [
    'sum(plants, p, p.value) > price',
    '植物的价值合计超过票价',
    'the sum of the value over the plants is more than the ticket price',
  ],
  [
    'sum(plants, p, p.value, p.isSick) > 0',
    '植物中符合“生病”的价值合计超过 0 元',
    'the sum of the value over the plants where it is sick is more than zero',
  ],
  [
    'least(plants, p, p.height) > 2',
    '植物中最小的高度超过2',
    'the least of the height among the plants is more than 2',
  ],
  [
    'greatest(plants, p, p.on) < asOf',
    '植物中最晚的登记日早于评估日',
    'the latest of the day of entry among the plants is before the day of the assessment',
  ],
  [
    'isFenced and (isPublic or price > cost)',
    '有围栏，且（已对公众开放，或票价超过养护费）',
    'fenced and (open to the public or the ticket price is more than the upkeep)',
  ],
])('%s', (met, zh, en) => {
  expect(said({ met }, 'zh')).toBe(`应当：${zh}。`)
  expect(said({ met }, 'en')).toBe(`Required: ${en}.`)
})

test.each<[string, Partial<NormDocument>, string, string]>([
  [
    'a clause as it is read: the reading stands at the end, once',
    { met: 'isPublic or fence', applies: 'fence' },
    '凡有围栏，且已对公众开放的，应当：已对公众开放，或（有围栏，且已对公众开放）。释义口径：围栏算数——已建成。',
    'If fenced and open to the public, required: open to the public or (fenced and open to the public). Read as follows: it counts as fenced – built.',
  ],
  [
    'a clause that its reading makes certain is not said as a condition',
    { met: 'isPublic and gate', applies: 'gate' },
    '应当：已对公众开放。释义口径：有门——都算。',
    'Required: open to the public. Read as follows: there is a gate – anything counts.',
  ],
  [
    'a last day that rests on a reading',
    { met: 'openedOn <= due', due: 'season' },
    '应当：开园日不晚于截止日；截止日为季末。释义口径：季末——按栽种日。',
    'Required: the day of opening is not after the last day; last day: the end of the season. Read as follows: end of the season – by the day of planting.',
  ],
  [
    'a duty with a last day and acts that need it',
    {
      applies: 'isPublic',
      met: 'openedOn <= due',
      due: 'addYears(plantedOn, 1)',
      requiredFor: ['open', 'sell'],
    },
    '凡已对公众开放的，应当：开园日不晚于截止日；截止日为栽种日满1年之日；否则不得开园、售票。',
    'If open to the public, required: the day of opening is not after the last day; last day: the day 1 year after the day of planting. Otherwise barred: open the garden, sell tickets.',
  ],
  [
    'a prohibition',
    { met: undefined as never, violated: 'price > cost', requiredFor: ['sell'] },
    '不得有下列情形：票价超过养护费；否则不得售票。',
    'Forbidden: the ticket price is more than the upkeep. Otherwise barred: sell tickets.',
  ],
  [
    'a rule in principle',
    { met: 'isPublic', force: 'should', requiredFor: ['sell'] },
    '原则上应当：已对公众开放；否则在售票时提示。',
    'In principle required: open to the public. Otherwise a warning before: sell tickets.',
  ],
])('%s', (_, change, zh, en) => {
  const one = { ...norm, ...change }
  if (change.violated !== undefined) delete (one as { met?: unknown }).met
  const law = compile([{ ...garden, norms: [one as NormDocument] }])
  const [first] = law.norms
  if (!first) throw new Error('no norm')
  expect([sentenceOf(law, first, 'zh'), sentenceOf(law, first, 'en')]).toEqual([zh, en])
})

/** An explanation as lines, two blanks a step. */
function lines(why: Why, depth = 0): string[] {
  const line = `${'  '.repeat(depth)}${why.text}: ${why.value}`
  return [line, ...why.children.flatMap((child) => lines(child, depth + 1))]
}

function told(
  norms: Partial<NormDocument>[],
  json: object,
  options: object = {},
  lang: 'zh' | 'en' = 'zh',
) {
  const law = lawOf(...norms)
  const [finding] = assess(law, parseFacts(law, json), {
    asOf: day('2026-03-02'),
    ...options,
  }).findings
  return finding ? lines(explain(finding, lang)) : []
}

describe('an explanation', () => {
  test('names what is missing in a row, in words', () => {
    const json = { plants: [{ isSick: false }, { label: '甲' }] }
    expect(told([{ met: 'some(plants, p, p.isSick)' }], json)).toEqual([
      '规范: 尚不能判断',
      '  是否满足: 未知（缺：植物第 2 项的是否生病）',
      '    植物中有“生病”者: 未知（缺：植物第 2 项的是否生病）',
      '      第 1 项：是否生病: 否',
      '      甲：是否生病: 未知（缺：植物第 2 项的是否生病）',
    ])
    expect(told([{ met: 'some(plants, p, p.isSick)' }], json, {}, 'en')[1]).toBe(
      '  Is it met?: unknown (missing: “it is sick” of no. 2 among the plants)',
    )
  })

  test('says which rows do not count', () => {
    const json = {
      plants: [
        { label: '甲', isSick: true, value: '5' },
        { label: '乙', isSick: false },
      ],
    }
    const found = told([{ met: 'sum(plants, p, p.value, p.isSick) > 0' }], json)
    expect(found).toContain('        甲：价值: 0.05 元')
    expect(found).toContain('        乙: 不计入')
  })

  test('says that the law was not in force, and on which day', () => {
    const early = { ...norm, anchor: ['openedOn'], met: 'price > rest * $share' }
    expect(told([early], { openedOn: '2019-05-01' })).toEqual([
      '规范: 不适用',
      '  2019-05-01 是否有效: 否',
    ])
  })

  test('says which special norm speaks instead', () => {
    const general = { id: 'general', met: 'isPublic' }
    const special = { id: 'special', title: both('特别规定', 'special'), replaces: ['general'] }
    const found = told([general, special], { isPublic: false })
    expect(found.slice(0, 2)).toEqual(['规范: 不适用', '  由特别规定代替: 特别规定'])
  })

  test('says for which years no rest days are known', () => {
    const found = told([{ met: 'asOf > periodEnd(openedOn, $wait)' }], { openedOn: '2026-02-02' })
    expect(found[0]).toBe('规范: 尚不能判断')
    expect(found[1]).toBe(
      '  该年节假日安排尚未公布，暂按周末和已知的法定节日计，公布后日期可能变动: 2026',
    )
  })

  test('says who set a number, where an institution is stricter', () => {
    const rules = [
      { param: 'share', from: '2021-01-01', value: '40%', by: '示例园', basis: '1 号' },
    ]
    const found = told([{ met: 'cost >= price * $share' }], { price: '100', cost: '35' }, { rules })
    expect(found).toContain('        养护比例: 40%')
    expect(found).toContain('          花园办法: 30%')
    expect(found).toContain('          示例园 1 号: 40%')
  })

  test('shows an amount that is no whole fen as about', () => {
    const found = told([{ met: 'cost >= price * $share' }], { price: '1', cost: '1' })
    expect(found).toContain('      票价 × 养护比例: 约 0.00 元')
  })
})
