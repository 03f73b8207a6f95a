import { describe, expect, test } from 'vitest'
import type { Merge } from './cell.ts'
import { readLedger } from './read-ledger.ts'
import { cleanLedger, contentOf, type Draft, draftOf, sheetsOf } from './testing/ledger.ts'
import type { Shorthand } from './testing/sheet.ts'

const asOf = '2025-06-30'
const read = (drafts: readonly Draft[]) => readLedger(sheetsOf(drafts), asOf)
const clean = contentOf(read(cleanLedger()))

describe('nothing depends on where things stand or how they are called', () => {
  test('sheets in another order, under other names', () => {
    const drafts = cleanLedger().reverse()
    drafts.forEach((each, at) => {
      each.name = `表${at}`
    })
    const { tables, problems } = contentOf(read(drafts))
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
    expect(contentOf(read(drafts))).toEqual(clean)
  })

  test('no title rows, where no title carries the unit', () => {
    const drafts = cleanLedger()
    for (const name of ['成果', '合同', '横向']) {
      const each = draftOf(drafts, name)
      const height = name === '横向' ? 1 : 2
      each.rows.splice(0, height)
      each.more.merges = each.more.merges.map((merge) => moved(merge, -height, 0))
    }
    draftOf(drafts, '知识产权').rows[0] = []
    expect(contentOf(read(drafts))).toEqual(clean)
  })

  test.each([1, 2, 3, 4, 5])('columns in another order (%i)', (seed) => {
    const drafts = cleanLedger()
    for (const name of ['成果', '合同', '到账', '横向']) shuffle(draftOf(drafts, name), seed)
    expect(contentOf(read(drafts))).toEqual(clean)
  })

  test('a header in two rows without merged cells', () => {
    const drafts = cleanLedger()
    for (const each of drafts) each.more.merges = each.more.merges.filter(({ top }) => top > 4)
    expect(contentOf(read(drafts))).toEqual(clean)
  })

  test('a header in one row whose words carry their group', () => {
    const drafts = cleanLedger()
    const contracts = draftOf(drafts, '合同')
    const flat = [...(contracts.rows[2] ?? [])]
    const below = contracts.rows[3] ?? []
    flat[8] = '价款-合同总额（万元）'
    flat[9] = '首付款（万元）'
    flat[10] = below[10]
    flat[17] = '技术合同登记编号'
    flat[18] = '技术合同登记日期'
    contracts.rows.splice(2, 2, flat)
    contracts.more.merges = []
    expect(contentOf(read(drafts))).toEqual(clean)
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
    expect(contentOf(read(drafts))).toEqual(clean)
  })

  test('headers that come again, blank rows, serial numbers alone, notes beside the table', () => {
    const drafts = cleanLedger()
    const each = draftOf(drafts, '成果')
    const [top = [], below = []] = each.rows.slice(2, 4)
    const again = top.map((cell) => (cell === '备  注' ? '备注' : cell))
    const note = Array<Shorthand>(20).fill(undefined)
    note[19] = '↑要跟财务核对'
    each.rows.splice(6, 0, again, below, [], ['  ', '　'], [99], note)
    each.more.merges.push(
      ...each.more.merges.filter(({ top }) => top === 3).map((m) => moved(m, 4, 0)),
    )
    const reading = read(drafts)
    expect(contentOf(reading)).toEqual(clean)
    expect(reading.tables[0]?.notData.slice(0, 6)).toEqual([
      { row: 7, why: 'repeated header' },
      { row: 8, why: 'repeated header' },
      { row: 9, why: 'blank' },
      { row: 10, why: 'blank with spaces' },
      { row: 11, why: 'serial number only' },
      { row: 12, why: 'blank' },
    ])
  })

  test('a stray cell at the far end of the sheet costs neither time nor rows', () => {
    const [sheet, ...others] = sheetsOf(cleanLedger())
    if (!sheet) throw new Error('no sheet')
    const stray = {
      row: 1_048_576,
      cells: [undefined, { kind: 'text', text: '说明：完' } as const],
    }
    const reading = readLedger([{ ...sheet, rows: [...sheet.rows, stray] }, ...others], asOf)
    expect(contentOf(reading)).toEqual(clean)
    expect(reading.tables[0]?.notData.length).toBeLessThan(1010)
    expect(reading.tables[0]?.notData.at(-1)).toEqual({ row: 1_048_576, why: 'footer' })
  })

  test('a word that says little alone is known in its group', () => {
    const drafts = cleanLedger()
    const below = draftOf(drafts, '到账').rows[3] ?? []
    below[10] = '合计'
    expect(contentOf(read(drafts))).toEqual(clean)
  })

  test('units that stand elsewhere in the header', () => {
    for (const header of ['合同额/万元', '合同额（单位：万元）', '合同额【万元】', '合同额(万)']) {
      const drafts = cleanLedger()
      const cells = draftOf(drafts, '横向').rows[2] ?? []
      cells[7] = header
      expect(contentOf(read(drafts))).toEqual(clean)
    }
  })

  test('one kind of table on two sheets is one ledger', () => {
    const drafts = cleanLedger()
    const first = draftOf(drafts, '成果')
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
