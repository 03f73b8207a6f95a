import { describe, expect, test } from 'vitest'
import { readLedger } from './read-ledger.ts'
import { cleanLedger, contentOf, type Draft, draftOf, sheetsOf } from './testing/ledger.ts'
import { sheetOf } from './testing/sheet.ts'

const asOf = '2025-06-30'
const read = (drafts: readonly Draft[]) => readLedger(sheetsOf(drafts), asOf)
const clean = contentOf(read(cleanLedger()))

describe('the clean ledger', () => {
  const reading = read(cleanLedger())

  test('its tables are found where they stand', () => {
    const places = reading.tables.map(
      ({ table, titleRows, headerRows, firstDataRow, lastDataRow }) => [
        ...[table, titleRows, headerRows, firstDataRow, lastDataRow],
      ],
    )
    expect(places).toEqual([
      ['achievements', [1, 2], [3, 4], 5, 8],
      ['patents', [1, 2], [3, 4], 5, 7],
      ['software', [9], [11], 12, 13],
      ['preparations', [15], [16], 17, 17],
      ['contracts', [1, 2], [3, 4], 5, 6],
      ['receipts', [1, 2], [3, 4], 5, 9],
      ['serviceContracts', [1], [3], 4, 5],
    ])
    expect(reading.ignoredSheets).toMatchObject([{ name: '字典' }])
  })

  test('every column has its field, its path and its unit', () => {
    const columns = reading.tables.flatMap((table) => table.columns)
    expect(columns.filter(({ field }) => field === null)).toEqual([])
    const contracts = reading.tables.find(({ table }) => table === 'contracts')
    expect(contracts?.columns.slice(8, 10)).toEqual([
      { column: 'I', header: '价款（万元）/合同总额', field: 'amountFen', unit: '万元' },
      { column: 'J', header: '价款（万元）/首付款', field: 'firstPaymentFen', unit: '万元' },
    ])
    const receipts = reading.tables.find(({ table }) => table === 'receipts')
    expect(receipts?.columns[6]).toMatchObject({ field: 'amountFen', unit: '元' })
  })

  test('rows that are no data are named', () => {
    const notData = reading.tables.map(({ notData }) =>
      notData.map(({ row, why }) => `${row} ${why}`),
    )
    expect(notData).toEqual([
      ['9 subtotal', '10 grand total', '11 blank', '12 footer'],
      ['8 blank'],
      ['14 blank'],
      [],
      ['7 subtotal'],
      ['8 subtotal', '10 grand total', '11 footer'],
      ['6 grand total'],
    ])
  })

  test('a record holds what its row says', () => {
    expect(reading.tables[0]?.records[0]).toEqual({
      row: 5,
      code: 'CG2020-0001',
      title: '一种可折叠的示例支架',
      kind: 'patent_utility_model',
      leadInventor: '林甲木',
      staffNo: '000101',
      idNumber: '11010519491231002X',
      inventors: ['林甲木', '周乙'],
      shares: [6000, 4000],
      departments: ['骨科'],
      disclosedOn: '2020-03-05',
      registeredOn: '2020-04-01',
      fundingSource: null,
      projectNo: null,
      attribute: 'authorised',
      stage: 'development',
      conversion: 'converted',
      conversionCount: 1,
      trl: 7,
      estimatedValueFen: 30_000_000n,
      rdCostFen: null,
      remark: null,
    })
    expect(reading.tables[1]?.records[1]).toMatchObject({
      coOwners: ['示例大学'],
      kind: 'invention',
    })
    expect(reading.tables[5]?.records[2]).toMatchObject({
      contractNo: 'HT-2021-001',
      amountFen: -500_000n,
      rewardFen: null,
    })
    expect(reading.tables[6]?.records[1]).toMatchObject({ registered: false, termFrom: '2021-05' })
  })

  test('sums leave nothing out and invent nothing', () => {
    expect(reading.tables[5]?.sumsFen['amountFen']).toEqual({
      all: 164_500_000n,
      withoutErrors: 164_500_000n,
      filled: 4,
    })
  })
})

test('what is said of a text is said of it in every row', () => {
  const header = ['成果编号', '成果名称', '第一完成人', '披露日期']
  const rows = ['甲', '乙', '丙'].map((title, at) => [`A-${at}`, `${title}示例`, '林甲', '某日'])
  const { problems, tables } = readLedger([sheetOf('成果', [header, ...rows])], asOf)
  expect(problems.map(({ row, code }) => [row, code])).toEqual([
    [2, 'date_unreadable'],
    [3, 'date_unreadable'],
    [4, 'date_unreadable'],
  ])
  expect(tables[0]?.records).toMatchObject(
    rows.map(([code, title]) => ({ code, title, leadInventor: '林甲', disclosedOn: null })),
  )
})

describe('what a ledger leaves out is not held against it', () => {
  test('without a list of departments every department is taken as written', () => {
    const drafts = cleanLedger().filter(({ name }) => name !== '字典')
    const reading = read(drafts)
    expect(reading.problems).toEqual([])
    expect(reading.tables[0]?.records[0]).toMatchObject({ departments: ['骨外科'] })
  })

  test('without achievements or contracts nothing refers to the unknown', () => {
    expect(read(cleanLedger().filter(({ name }) => name === '知识产权')).problems).toEqual([])
    expect(read(cleanLedger().filter(({ name }) => name === '到账')).problems).toEqual([])
  })

  test('a title that names no hospital: the one that owns most is its own', () => {
    const drafts = cleanLedger()
    draftOf(drafts, '知识产权').rows[0] = ['知识产权台账']
    for (const name of ['成果', '合同', '到账']) draftOf(drafts, name).rows[0] = ['台账']
    expect(read(drafts).tables[1]?.records[1]).toMatchObject({ coOwners: ['示例大学'] })
  })

  test('a column nobody knows is shown and left out', () => {
    const drafts = cleanLedger()
    draftOf(drafts, '横向').rows[2]?.push('经办盖章情况')
    const columns = read(drafts).tables[6]?.columns
    expect(columns?.at(-1)).toEqual({ column: 'O', header: '经办盖章情况', field: null })
  })
})

test('the hospital is known by the title, even where others own more', () => {
  const drafts = cleanLedger()
  for (const cells of draftOf(drafts, '知识产权').rows.slice(4, 7)) cells[8] = '示例大学'
  const cells = draftOf(drafts, '知识产权').rows[4] ?? []
  cells[8] = '示例市虚构医院；示例大学'
  expect(read(drafts).tables[1]?.records[0]).toMatchObject({ coOwners: ['示例大学'] })
})

test('shares with names go to the inventors in their order; equal parts make a whole', () => {
  const drafts = cleanLedger()
  const [first = [], second = []] = draftOf(drafts, '成果').rows.slice(4, 6)
  first[8] = '周乙40%、林甲木60%'
  second[8] = '均分'
  const reading = read(drafts)
  expect(reading.problems).toEqual([])
  expect(reading.tables[0]?.records[0]).toMatchObject({ shares: [6000, 4000] })
  expect(reading.tables[0]?.records[1]).toMatchObject({ shares: [3334, 3333, 3333] })
})

test('a total in words is a note, whatever stands before it', () => {
  for (const words of [
    '合计：人民币（大写）壹佰元整',
    '合计人民币（大写）：壹佰元整',
    '大写：壹佰元整',
  ]) {
    const drafts = cleanLedger()
    draftOf(drafts, '到账').rows[10] = [words]
    expect(read(drafts).tables[5]?.notData.at(-1)).toEqual({ row: 11, why: 'footer' })
  }
})

test('two kinds of sign that look alarming are no problems', () => {
  const drafts = cleanLedger()
  const patents = draftOf(drafts, '知识产权')
  // The same title filed on one day as an invention and as a utility model: two rights.
  const twin = patents.rows[5]?.slice() ?? []
  twin[2] = '实用新型'
  twin[3] = '202127000002.0'
  patents.rows.splice(7, 0, twin)
  // Two persons of one name, with two numbers.
  const achievements = draftOf(drafts, '成果')
  const cells = achievements.rows[6] ?? []
  cells[4] = '林甲木'
  cells[7] = '林甲木'
  cells[5] = '000199'
  expect(read(drafts).problems).toEqual([])
})

test('hidden rows and columns, notes, and sheets without a table are told', () => {
  const drafts = cleanLedger()
  draftOf(drafts, '成果').more = {
    ...draftOf(drafts, '成果').more,
    hiddenColumns: new Set([6]),
    comments: [{ cell: 'J5', text: '已并入其他科室' }],
  }
  drafts.push({
    name: '填表说明',
    rows: [['填 表 说 明'], ['1. 金额单位见表头']],
    more: { merges: [] },
  })
  drafts.push({ name: 'Sheet3', rows: [], more: { merges: [] } })
  drafts.push({
    name: '统计汇总',
    rows: [
      ['指标', '数值'],
      ['成果总数', 4],
    ],
    more: { merges: [] },
  })
  const sheets = sheetsOf(drafts).map((sheet) =>
    sheet.name === '成果'
      ? {
          ...sheet,
          rows: sheet.rows.map((row) => (row.row === 6 ? { ...row, hidden: true as const } : row)),
        }
      : sheet,
  )
  const reading = readLedger(sheets, asOf)
  expect(reading.problems).toEqual([])
  expect(reading.tables[0]?.columns[6]).toMatchObject({ field: 'idNumber', hidden: true })
  expect(reading.tables[0]?.records[1]).toMatchObject({ hiddenRow: true })
  expect(reading.comments).toEqual([{ sheet: '成果', cell: 'J5', text: '已并入其他科室' }])
  expect(reading.ignoredSheets.map(({ name, why }) => [name, why.split(':')[0]])).toEqual([
    ['字典', 'lists'],
    ['填表说明', 'instructions'],
    ['Sheet3', 'empty'],
    ['统计汇总', 'statistics'],
  ])
})

test('money without a unit anywhere is in yuan, and dates after another day are in the future', () => {
  const drafts = cleanLedger()
  draftOf(drafts, '到账').rows[1] = ['（由财务处填报）']
  expect(contentOf(read(drafts)).tables).toEqual(clean.tables)
  const early = readLedger(sheetsOf(cleanLedger()), '2021-03-15').problems.map(({ code }) => code)
  expect(new Set(early)).toEqual(new Set(['date_in_future']))
})
