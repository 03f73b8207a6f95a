import { describe, expect, test } from 'vitest'
import { readLedger } from './read-ledger.ts'
import { type Shorthand, sheetOf } from './testing/sheet.ts'

const head = ['专利名称', '申请号', '申请日', '权利人']
const one = ['一种示例敷料', '202010000001.X', '2020-01-06']

function read(more: string[], ...rows: Shorthand[][]) {
  const sheet = sheetOf('专利', [
    [...head, ...more],
    ...rows.map((row, at) => [...one.with(0, `${one[0]}${at}`), ...row]),
  ])
  const { tables, problems } = readLedger([sheet], '2026-06-30')
  const [table] = tables
  if (table?.table !== 'patents') throw new Error('no patents')
  const codes = problems
    .filter(
      ({ field }) =>
        field.startsWith('title') || field.startsWith('redu') || field.startsWith('feeR'),
    )
    .map(({ code, row }) => `${code} ${row}`)
  return { records: table.records, codes }
}

describe('who owns a right', () => {
  const both = '示例医院、示例大学'
  test.each([
    [
      '示例医院60%、示例大学40%',
      [
        ['示例医院', 6000],
        ['示例大学', 4000],
      ],
    ],
    [
      '本院 60％；示例大学 40％',
      [
        ['本单位', 6000],
        ['示例大学', 4000],
      ],
    ],
    [
      '示例医院(60%)\n示例大学(40%)',
      [
        ['示例医院', 6000],
        ['示例大学', 4000],
      ],
    ],
    [
      '60%、40%',
      [
        ['示例医院', 6000],
        ['示例大学', 4000],
      ],
    ],
    [
      '6:4',
      [
        ['示例医院', 6000],
        ['示例大学', 4000],
      ],
    ],
    [
      '60/40',
      [
        ['示例医院', 6000],
        ['示例大学', 4000],
      ],
    ],
    [
      '1/3、2/3',
      [
        ['示例医院', 3333],
        ['示例大学', 6667],
      ],
    ],
    [
      '各50%',
      [
        ['示例医院', 5000],
        ['示例大学', 5000],
      ],
    ],
    [
      '60％：40％',
      [
        ['示例医院', 6000],
        ['示例大学', 4000],
      ],
    ],
    [
      '均分',
      [
        ['示例医院', 5000],
        ['示例大学', 5000],
      ],
    ],
  ])('%j', (text, shares) => {
    const { records, codes } = read(['权属份额'], [both, text])
    expect(records[0]?.titleShares).toEqual(shares.map(([name, bp]) => ({ name, bp })))
    expect(codes).toEqual([])
  })

  test.each(['不详', '未约定', '共有', '', '/', 'NULL'])('nothing is said by %j', (text) => {
    const { records, codes } = read(['权属份额'], [both, text])
    expect(records[0]?.titleShares).toEqual([])
    expect(codes).toEqual([])
  })

  test('what each has is not the whole parted equally', () => {
    const three = '甲医院、乙大学、丙公司'
    const { records, codes } = read(
      ['权属份额'],
      [three, '各50%'],
      [three, '各1/3'],
      [three, '各占33.3%'],
      [both, '各0.5'],
    )
    expect(codes).toEqual(['share_sum 2', 'share_sum_rounding 3', 'share_sum_rounding 4'])
    expect(records.slice(1).map((one) => one.titleShares?.map(({ bp }) => bp))).toEqual([
      [3334, 3333, 3333],
      [3340, 3330, 3330],
      [5000, 5000],
    ])
  })

  test('what is not whole, or of other owners, is told', () => {
    const { records, codes } = read(
      ['权属份额'],
      [both, '示例医院60%、示例大学30%'],
      [both, '60%、30%、10%'],
      [both, '大部分归医院'],
      ['甲医院、乙大学、丙公司', '33.33%、33.33%、33.33%'],
      ['', '100%'],
    )
    expect(codes).toEqual([
      ...['share_sum 2', 'share_count_mismatch 3', 'ratio_unreadable 4', 'share_sum_rounding 5'],
    ])
    expect(records[3]?.titleShares?.map(({ bp }) => bp)).toEqual([3334, 3333, 3333])
    expect(records[4]?.titleShares).toEqual([{ name: '本单位', bp: 10_000 }])
  })

  test('what may be a fraction or a list of two is asked about, and the way to write it is told', () => {
    const { records, codes } = read(
      ['权属份额'],
      [both, '40/60'],
      [both, '示例医院40/60、示例大学60/100'],
      [both, '30 / 70'],
      [both, '各１／９９'],
      [both, '1/3、2/3'],
      [both, '40/100、60/100'],
      [both, '60/40'],
      ['甲医院、乙大学、丙公司', '20/30/50'],
    )
    const told = 'share_list_or_fraction'
    expect(codes).toEqual([`${told} 2`, `${told} 3`, `${told} 4`, `${told} 5`])
    expect(records.map((one) => one.titleShares?.map(({ bp }) => bp))).toEqual([
      ...[[], [], [], []],
      ...[
        [3333, 6667],
        [4000, 6000],
        [6000, 4000],
        [2000, 3000, 5000],
      ],
    ])
  })

  test('a ledger without the column says nothing of it', () => {
    expect(read([], [both]).records[0]).not.toHaveProperty('titleShares')
  })
})

describe('the reduction of fees', () => {
  const more = ['费减比例', '费减至', '费减备案日', '费减备案号']
  const nobody = '示例医院'
  test.each([
    ['85%', 8500],
    ['0.85', 8500],
    ['减缴85%', 8500],
    ['已备案', 'yes'],
    ['√', 'yes'],
    ['否', null],
    ['0', null],
    ['', null],
  ])('%j', (text, feeReduction) => {
    const { records, codes } = read(more, [nobody, text, '2030年', '2020.1.8', 'FJ-1'])
    expect(records[0]).toMatchObject({
      ...{ feeReduction, reducedUntil: [{ name: null, year: 2030 }] },
      ...{ reducedOn: '2020-01-08', reductionBasis: 'FJ-1' },
    })
    expect(codes).toEqual([])
  })

  test.each([
    ['2030', [{ name: null, year: 2030 }]],
    ['至2030年底', [{ name: null, year: 2030 }]],
    ['2030年12月31日', [{ name: null, year: 2030 }]],
    ['2030-12-31', [{ name: null, year: 2030 }]],
    [
      '本院2030、示例大学2028',
      [
        { name: '本单位', year: 2030 },
        { name: '示例大学', year: 2028 },
      ],
    ],
    [
      '示例医院：2030；示例大学：无',
      [
        { name: '示例医院', year: 2030 },
        { name: '示例大学', year: null },
      ],
    ],
    ['无', []],
  ])('through %j', (text, reducedUntil) => {
    const { records, codes } = read(more, [nobody, '85%', text, '', ''])
    expect(records[0]?.reducedUntil).toEqual(reducedUntil)
    expect(codes).toEqual([])
  })

  test('a month, a day to come and words that say no year are told', () => {
    const { codes } = read(
      more,
      [nobody, '85%', '第十年', '2020-01', ''],
      [nobody, '很多', '2030', '2027-01-01', ''],
    )
    expect(codes).toEqual([
      ...['value_unknown 2', 'date_precision_month 2', 'day_incomplete 2'],
      ...['ratio_unreadable 3', 'date_in_future 3'],
    ])
  })
})
