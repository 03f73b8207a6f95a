import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { main } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'yizhuan-import-'))
const ledger = join(folder, '台账.xlsx')

/** Runs a line and returns its status and what it wrote. */
async function run(...argv: string[]) {
  const out: string[] = []
  const err: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  const status = await main(argv)
  vi.restoreAllMocks()
  return { status, out: out.join(''), err: err.join('') }
}

afterEach(() => vi.restoreAllMocks())

beforeAll(async () => {
  const book = new ExcelJS.Workbook()
  book
    .addWorksheet('成果')
    .addRows([
      ['示例市虚构医院科技成果台账'],
      [
        '序号',
        '成果编号',
        '成果名称',
        '成果类型',
        '第一完成人',
        '全部完成人',
        '披露日期',
        '预估价值（万元）',
      ],
      [1, 'CG2020-0001', '示例支架', '发明', '林甲', '林甲、周乙', '2020-03-05', 30],
      [2, 'CG2020-0002', '示例导管', '新型', '吴丙', '吴丙、郑丁', '2020年2月30日', '待评估'],
      [3, 'CG2020-0003', '示例软件', '软著', '郑丁', '郑丁', '2020.6', 12.5],
      ['合计', '', '', '', '', '', '', 42.5],
    ])
  book.addWorksheet('填表说明').addRow(['填表说明'])
  await book.xlsx.writeFile(ledger)
})

describe('a ledger on the command line', () => {
  it('shows the mapping, the rows that may go in, and every problem at its place', async () => {
    const { status, out, err } = await run('import', ledger, '--as-of', '2025-06-30')
    expect([status, err]).toEqual([0, ''])
    const lines = out.split('\n')
    expect(lines).toContain('【成果】科技成果：表头第 2 行，数据第 3-5 行')
    expect(lines).toContain('  H  预估价值（万元） → estimatedValueFen  [万元]')
    expect(lines).toContain('  数据 3 行：可导入 2（其中有提示 1），待处理 1，重复不导入 0')
    expect(lines).toContain('  可导入的行：3, 5')
    expect(lines).toContain('  预估价值（万元） 合计 425,000.00 元，其中可导入 425,000.00 元')
    expect(lines).toContain('问题 3 项：错误 1，提示 2')
    expect(out).toMatch(/错误 {2}成果 第 4 行 G 列 披露日期：“2020年2月30日”不是日历上存在的日期/)
    expect(out).toMatch(/提示 {2}成果 第 5 行 G 列 披露日期：只写到月.*\[date_precision_month\]/)
    expect(lines).toContain('未导入的工作表：填表说明')
    expect(lines.at(-2)).toBe('这是预览，没有写入任何数据。')
  })

  it('speaks English when asked', async () => {
    const { out } = await run('import', ledger, '--as-of', '2025-06-30', '--lang', 'en')
    expect(out).toMatch(/error {2}成果!G4 {2}披露日期: "2020年2月30日" is no day of the calendar/)
    expect(out).toContain('3 data rows: 2 may go in (1 with warnings), 1 wait for a decision')
    expect(out).toContain('This is a preview; nothing has been written.')
  })

  it('prints the whole reading as JSON with amounts in fen', async () => {
    const { out } = await run('import', ledger, '--as-of', '2025-06-30', '--json')
    const reading = JSON.parse(out)
    expect(reading.asOf).toBe('2025-06-30')
    expect(reading.tables[0]).toMatchObject({
      table: 'achievements',
      headerRows: [2],
      firstDataRow: 3,
    })
    expect(reading.tables[0].records[0]).toMatchObject({ row: 3, estimatedValueFen: 30_000_000 })
    expect(reading.tables[0].sumsFen.estimatedValueFen).toEqual({
      all: 42_500_000,
      withoutErrors: 42_500_000,
      filled: 2,
    })
    expect(reading.problems[0]).toMatchObject({
      ...{ sheet: '成果', table: 'achievements', row: 4, column: 'G', field: 'disclosedOn' },
      ...{ code: 'date_impossible', severity: 'error', raw: '2020年2月30日' },
    })
  })

  it('takes today where no day is named', async () => {
    const { status, out } = await run('import', ledger, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(out).asOf).toMatch(/^20\d\d-\d\d-\d\d$/)
  })
})

describe('bad input ends with status 2 and one line', () => {
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  mkdirSync(join(folder, 'folder'))
  it.each([
    ['no file', ['import'], /FILE is missing/],
    ['a file that is not there', ['import', '/nowhere.xlsx'], /cannot read \/nowhere/],
    ['a folder', ['import', join(folder, 'folder')], /cannot read/],
    ['two files', ['import', 'a.xlsx', 'b.xlsx'], /one file/],
    ['0 bytes', ['import', file('empty.xlsx', '')], /workbook-empty-file/],
    [
      'no workbook',
      ['import', file('a.xlsx', Buffer.from([0x50, 0x4b, 3, 4]))],
      /workbook-damaged/,
    ],
    ['no ledger', ['import', file('b.csv', 'a,b\n1,2\n')], /workbook-no-table/],
    ['a day that does not exist', ['import', ledger, '--as-of', '2025-02-30'], /as-of/],
    ['a language we do not speak', ['import', ledger, '--lang', 'fr'], /zh or en/],
    ['an option that does not exist', ['import', ledger, '--magic'], /magic/],
  ])('%s', async (_, argv, says) => {
    const { status, out, err } = await run(...argv)
    expect(status).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(says)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})
