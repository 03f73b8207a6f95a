import { expect, test } from 'vitest'
import { readLedger } from './read-ledger.ts'
import { type Shorthand, sheetOf } from './testing/sheet.ts'

const read = (...rows: Shorthand[][]) => readLedger([sheetOf('表', rows)], '2025-06-30')

const only = (...rows: Shorthand[][]) => {
  const { tables, problems } = read(...rows)
  const [table] = tables
  if (!table || tables.length > 1) throw new Error(`${tables.length} tables`)
  return { table, problems, codes: problems.map(({ code, row }) => `${code} ${row}`) }
}

test('units are read with what is above them', () => {
  const { table, codes } = only(
    ['序号', '科室编码', '科室名称', '性质', '上级科室'],
    ['示例', 'A00', '示例科', '内设科室', ''],
    [1, 'A01', '示例外科', '临床科室', '示例院区'],
    [2, 'B01', '示例院区', '独立法人单位', ''],
    [3, 'C01', '示例处', '公司', ''],
  )
  expect(table).toMatchObject({
    table: 'units',
    notData: [{ row: 2, why: 'example' }],
    records: [
      { unitCode: 'A01', unitName: '示例外科', unitKind: 'department', parentUnit: '示例院区' },
      { unitCode: 'B01', unitName: '示例院区', unitKind: 'legal_person', parentUnit: null },
      { unitCode: 'C01', unitName: '示例处', unitKind: null },
    ],
  })
  expect(codes).toEqual(['word_unknown 5'])
})

test('of people nothing is read that must not lie about, and no problem shows it', () => {
  const { table, problems, codes } = only(
    ['身份证号', '工号', '姓名', '科室', '职称', '手机号', '银行卡号', '职务'],
    [
      '110105194912310021',
      '000101',
      '示例甲',
      '示例外科',
      '主任医师',
      '13800000000',
      '6222',
      '主任',
    ],
    [
      '110105194912310021',
      '000101',
      '示例甲',
      '示例外科',
      '主任医师',
      '13800000000',
      '6222',
      '主任',
    ],
    ['110105194912310021', '000101', '示例乙', '示例外科', '', '', '', ''],
    ['110105194912310021', '', '示例甲', '', '', '', '', ''],
  )
  expect(table.table).toBe('people')
  const { row: _row, ...first } = table.records[0] as object as { row: number }
  expect(first).toEqual({
    ...{ staffNo: '000101', personName: '示例甲', unit: '示例外科', professionalTitle: '主任医师' },
  })
  expect(codes).toEqual(['duplicate_exact 3', 'duplicate_number_conflict 4', 'required_missing 5'])
  expect(JSON.stringify([table.records, problems])).not.toMatch(/110105|1380000|6222/)
})

test('an identity number in the place of the staff number is told and not kept', () => {
  const { table, problems, codes } = only(
    ['工号', '姓名', '科室'],
    ['110105194912310021', '示例甲', '示例外科'],
  )
  expect(codes).toContain('staff_no_is_identity 2')
  expect(JSON.stringify([table.records, problems])).not.toMatch(/110105/)
})

test('two of one name with two numbers are two people', () => {
  const { codes } = only(
    ['工号', '姓名', '科室'],
    ['1001', '示例甲', '示例外科'],
    ['1002', '示例甲', '示例内科'],
  )
  expect(codes).toEqual([])
})

test('a post has its days to the day, and ends after it begins', () => {
  const { table, codes } = only(
    ['工号', '姓名', '职务', '职务类别', '任职部门', '专职成果转化', '任职日期', '离任日期'],
    ['1001', '示例甲', '院长', '正职领导', '', '', '2024-03-05', ''],
    ['1002', '示例乙', '科主任', '中层干部', '示例外科', '是', '2024-03', ''],
    ['1003', '示例丙', '科员', '其他', '示例处', '否', '2024-03-05', '2024-03-05'],
    ['1004', '示例丁', '科员', '骨干', '示例处', '也许', '2024-03-05', '2025-01-01'],
  )
  expect(table).toMatchObject({
    table: 'posts',
    records: [
      { staffNo: '1001', postTitle: '院长', postKind: 'chief', unit: null, forTransfer: null },
      { postKind: 'middle', forTransfer: 'yes', postFrom: null },
      { postKind: 'other', forTransfer: 'no', postFrom: '2024-03-05', postTo: '2024-03-05' },
      { postKind: null, forTransfer: null, postTo: '2025-01-01' },
    ],
  })
  expect(codes).toEqual([
    ...['date_precision_month 3', 'day_incomplete 3', 'period_reversed 4'],
    ...['word_unknown 5', 'word_unknown 5'],
  ])
})

test('answers to a stock-taking are read with their levels, parted by marks or blanks', () => {
  const { table, codes } = only(
    ['盘点名称', '编号', '发明人', '处置意向', '自评得分', '手机'],
    [
      '示例盘点',
      'CG2024-0001',
      '示例甲',
      '卖掉',
      '使用情况1 成熟程度 2；市场需求:3',
      '13800000000',
    ],
    ['示例盘点', 'CG2024-0002', '示例甲', '再看看', '高', '13800000000'],
  )
  const [first] = table.table === 'stockAnswers' ? table.records : []
  expect(first).toMatchObject({
    stockWish: 'transfer',
    stockScores: [
      { name: '使用情况', points: 1 },
      { name: '成熟程度', points: 2 },
      { name: '市场需求', points: 3 },
    ],
  })
  expect(JSON.stringify(table.records)).not.toContain('13800000000')
  expect(codes).toEqual(['word_unknown 3', 'scores_unreadable 3'])
})
