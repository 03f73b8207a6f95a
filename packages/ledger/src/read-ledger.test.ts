import { describe, expect, test } from 'vitest'
import type { Merge } from './cell.ts'
import { readLedger } from './read-ledger.ts'
import type { LedgerReading } from './reading.ts'
import { cleanLedger, type Draft, sheetsOf } from './testing/ledger.ts'
import type { Shorthand } from './testing/sheet.ts'

const asOf = '2025-06-30'
const read = (drafts: readonly Draft[]) => readLedger(sheetsOf(drafts), asOf)
const draft = (drafts: readonly Draft[], name: string) => {
  const found = drafts.find((each) => each.name === name)
  if (!found) throw new Error(`no sheet ${name}`)
  return found
}

/** What was read, wherever it stood. */
const content = ({ tables, problems }: LedgerReading) => ({
  tables: [...tables]
    .sort((a, b) => a.table.localeCompare(b.table))
    .map(({ table, records, sumsFen }) => ({
      table,
      records: records.map((record) => ({ ...record, row: 0 })),
      sumsFen,
    })),
  problems: problems.map(({ code, field }) => [code, field]),
})
const clean = content(read(cleanLedger()))

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

describe('nothing depends on where things stand or how they are called', () => {
  test('sheets in another order, under other names', () => {
    const drafts = cleanLedger().reverse()
    drafts.forEach((each, at) => {
      each.name = `表${at}`
    })
    const { tables, problems } = content(read(drafts))
    expect(tables).toEqual(clean.tables)
    expect(problems).toEqual([])
  })

  test('tables further right and further down', () => {
    const drafts = cleanLedger()
    for (const each of drafts) {
      each.rows = [
        [],
        [],
        [],
        ...each.rows.map((cells) => (cells.length ? ['', '', ...cells] : [])),
      ]
      each.more.merges = each.more.merges.map((merge) => moved(merge, 3, 2))
    }
    expect(content(read(drafts))).toEqual(clean)
  })

  test('no title rows, where no title carries the unit', () => {
    const drafts = cleanLedger()
    for (const name of ['成果', '合同', '横向']) {
      const each = draft(drafts, name)
      const height = name === '横向' ? 1 : 2
      each.rows.splice(0, height)
      each.more.merges = each.more.merges.map((merge) => moved(merge, -height, 0))
    }
    draft(drafts, '知识产权').rows[0] = []
    expect(content(read(drafts))).toEqual(clean)
  })

  test.each([1, 2, 3, 4, 5])('columns in another order (%i)', (seed) => {
    const drafts = cleanLedger()
    for (const name of ['成果', '合同', '到账', '横向']) shuffle(draft(drafts, name), seed)
    expect(content(read(drafts))).toEqual(clean)
  })

  test('a header in two rows without merged cells', () => {
    const drafts = cleanLedger()
    for (const each of drafts) each.more.merges = each.more.merges.filter(({ top }) => top > 4)
    expect(content(read(drafts))).toEqual(clean)
  })

  test('a header in one row whose words carry their group', () => {
    const drafts = cleanLedger()
    const contracts = draft(drafts, '合同')
    const flat = [...(contracts.rows[2] ?? [])]
    const below = contracts.rows[3] ?? []
    flat[8] = '价款-合同总额（万元）'
    flat[9] = '首付款（万元）'
    flat[10] = below[10]
    flat[17] = '技术合同登记编号'
    flat[18] = '技术合同登记日期'
    contracts.rows.splice(2, 2, flat)
    contracts.more.merges = []
    expect(content(read(drafts))).toEqual(clean)
  })

  test('headers called by other names', () => {
    const drafts = cleanLedger()
    const names: Readonly<Record<string, string>> = {
      成果编号: '成果登记号',
      '成 果 名 称': '科技成果名称（全称）',
      成果类型: '成果类别',
      第一完成人: '项目负责人',
      工号: '职工号',
      身份证号: '证件号码',
      全部完成人: '完成人名单',
      贡献比例: '贡献率（%）',
      所属科室: '部门',
      披露日期: '报备时间',
      转化状态: '转化情况',
      '成熟度\n(TRL)': '技术成熟度等级',
      '预估价值\n（万元）': '估值【万元】',
      专利名称: '发明创造名称',
      '申请（专利）号': '专利号/申请号',
      '公开(公告)号': '授权公告号',
      申请日: '专利申请日期',
      授权公告日: '授权日期',
      '发明人/设计人': '发明人',
      专利权人: '权利人',
      法律状态: '当前法律状态',
      软件全称: '软件名称',
      登记号: '软著登记号',
      制剂名称: '品种名称',
      '批准文号/备案号': '制剂批准文号',
      有效期至: '到期日期',
      合同编号: '合同号',
      合同名称: '转化项目名称',
      '受让方/被许可方': '受让单位',
      转化方式: '转化形式',
      定价方式: '定价形式',
      签订日期: '签署时间',
      合同期限: '履行期限',
      公示起止: '公示期间',
      到账日期: '到款时间',
      到账金额: '收款金额（元）',
      净收入: '可分配净收入',
      奖励比例: '完成人奖励比例',
      医院留存: '院方留存',
      合同登记号: '横向合同编号',
      '委托方（甲方）': '委托单位',
      '合同额\n（万元）': '合同总经费（万元）',
      '已到账\n（元）': '累计到账（元）',
      起止时间: '项目起止时间',
      是否认定登记: '是否技术合同登记',
    }
    let renamed = 0
    for (const each of drafts.filter(({ name }) => name !== '字典'))
      for (const cells of each.rows)
        cells.forEach((cell, at) => {
          const name = typeof cell === 'string' ? names[cell] : undefined
          if (name === undefined) return
          cells[at] = name
          renamed += 1
        })
    expect(renamed).toBeGreaterThan(45)
    expect(content(read(drafts))).toEqual(clean)
  })

  test('headers that come again, blank rows, serial numbers alone, notes beside the table', () => {
    const drafts = cleanLedger()
    const each = draft(drafts, '成果')
    const [top = [], below = []] = each.rows.slice(2, 4)
    const again = top.map((cell) => (cell === '备  注' ? '备注' : cell))
    const note = Array<Shorthand>(20).fill(undefined)
    note[19] = '↑要跟财务核对'
    each.rows.splice(6, 0, again, below, [], ['  ', '　'], [99], note)
    each.more.merges.push(
      ...each.more.merges.filter(({ top }) => top === 3).map((m) => moved(m, 4, 0)),
    )
    const reading = read(drafts)
    expect(content(reading)).toEqual(clean)
    expect(reading.tables[0]?.notData.slice(0, 6)).toEqual([
      { row: 7, why: 'repeated header' },
      { row: 8, why: 'repeated header' },
      { row: 9, why: 'blank' },
      { row: 10, why: 'blank with spaces' },
      { row: 11, why: 'serial number only' },
      { row: 12, why: 'blank' },
    ])
  })

  test('one kind of table on two sheets is one ledger', () => {
    const drafts = cleanLedger()
    const first = draft(drafts, '成果')
    const [titles, header] = [first.rows.slice(0, 2), first.rows.slice(2, 4)]
    const second: Draft = {
      name: '成果2021',
      rows: [...titles, ...header, ...first.rows.splice(6, 2)],
      more: { merges: first.more.merges },
    }
    first.rows.splice(6, 2)
    const copied = second.rows[5]?.slice() ?? []
    copied[2] = '另一个名称的成果'
    second.rows.push(copied)
    const reading = read([...drafts, second])
    expect(reading.problems).toMatchObject([
      { code: 'duplicate_number_conflict', sheet: '成果2021', row: 7, otherRow: 6 },
    ])
    // The conflict is with a row of the same sheet, so no sheet is named.
    expect(reading.problems[0]).not.toHaveProperty('otherSheet')
  })
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
    draft(drafts, '知识产权').rows[0] = ['知识产权台账']
    for (const name of ['成果', '合同', '到账']) draft(drafts, name).rows[0] = ['台账']
    expect(read(drafts).tables[1]?.records[1]).toMatchObject({ coOwners: ['示例大学'] })
  })

  test('a column nobody knows is shown and left out', () => {
    const drafts = cleanLedger()
    draft(drafts, '横向').rows[2]?.push('经办盖章情况')
    const columns = read(drafts).tables[6]?.columns
    expect(columns?.at(-1)).toEqual({ column: 'O', header: '经办盖章情况', field: null })
  })
})

test('two kinds of sign that look alarming are no problems', () => {
  const drafts = cleanLedger()
  const patents = draft(drafts, '知识产权')
  // The same title filed on one day as an invention and as a utility model: two rights.
  const twin = patents.rows[5]?.slice() ?? []
  twin[2] = '实用新型'
  twin[3] = '202127000002.0'
  patents.rows.splice(7, 0, twin)
  // Two persons of one name, with two numbers.
  const achievements = draft(drafts, '成果')
  const cells = achievements.rows[6] ?? []
  cells[4] = '林甲木'
  cells[7] = '林甲木'
  cells[5] = '000199'
  expect(read(drafts).problems).toEqual([])
})

test('hidden rows and columns, notes, and sheets without a table are told', () => {
  const drafts = cleanLedger()
  draft(drafts, '成果').more = {
    ...draft(drafts, '成果').more,
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
  draft(drafts, '到账').rows[1] = ['（由财务处填报）']
  expect(content(read(drafts)).tables).toEqual(clean.tables)
  const early = readLedger(sheetsOf(cleanLedger()), '2021-03-15').problems.map(({ code }) => code)
  expect(new Set(early)).toEqual(new Set(['date_in_future']))
})

function moved(merge: Merge, down: number, right: number): Merge {
  const { top, left, bottom, right: last } = merge
  return { top: top + down, left: left + right, bottom: bottom + down, right: last + right }
}

/** Puts the columns of a sheet in another order; columns under one group stay together. */
function shuffle(sheet: Draft, seed: number): void {
  const width = Math.max(...sheet.rows.map((cells) => cells.length))
  const groups = sheet.more.merges.filter(
    ({ top, bottom, left, right }) => top === bottom && right > left,
  )
  const groupOf = (column: number) =>
    groups.find(({ left, right }) => left <= column && column <= right)?.left ?? column
  const ids = [...new Set(Array.from({ length: width }, (_, column) => groupOf(column)))]
  let state = seed
  ids.sort(() => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648 - 0.5
  })
  const order = ids.flatMap((id) =>
    Array.from({ length: width }, (_, column) => column).filter((column) => groupOf(column) === id),
  )
  const newPlace = (column: number) => order.indexOf(column)
  sheet.rows = sheet.rows.map((cells) =>
    cells.length === 0 ? [] : order.map((column) => cells[column]),
  )
  sheet.more.merges = sheet.more.merges.map((merge) => ({
    ...merge,
    left: newPlace(merge.left),
    right: newPlace(merge.left) + merge.right - merge.left,
  }))
}
