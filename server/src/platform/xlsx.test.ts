import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { columnsIn } from './csv.ts'
import { noteOf } from './export-note.ts'
import { mostSheetRows, type NoteLine, type Sheet, TooManyRows, writeXlsx } from './xlsx.ts'

interface Line {
  readonly number: string
  readonly day?: string
  readonly fen?: string | null
  readonly count?: number
}

const { text, day, money, number } = columnsIn<Line>('zh')
const columns = [
  text('编号', 'Number', (line) => line.number),
  day('日期', 'Day', (line) => line.day),
  money('金额', 'Amount', ({ fen }) => fen),
  number('项数', 'Count', ({ count }) => count),
]

async function written(rows: Sheet<Line>['rows'], note: readonly NoteLine[] = []): Promise<Buffer> {
  const out = new PassThrough()
  const bytes = buffer(out)
  await writeXlsx(out, { name: '说明', lines: () => note }, { name: '清单', columns, rows })
  out.end()
  return bytes
}

async function readBack(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  // The reader's own types are of an older Node.
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book
}

async function cellsOf(line: Line): Promise<ExcelJS.Cell[]> {
  const sheet = (await readBack(await written([line]))).getWorksheet('清单')
  return columns.map((_, at) => sheet?.getRow(2).getCell(at + 1) as ExcelJS.Cell)
}

test('cells are what they hold: a day, an amount to the fen, a number, and a text with its zeros', async () => {
  const [id, on, amount, count] = await cellsOf({
    number: '00120',
    day: '2026-02-28',
    fen: '123456789012305',
    count: 3,
  })
  expect(id).toMatchObject({ value: '00120', numFmt: '@' })
  expect(on?.value).toEqual(new Date('2026-02-28T00:00:00Z'))
  expect(amount).toMatchObject({ value: 1234567890123.05, numFmt: '#,##0.00' })
  expect(count?.value).toBe(3)
})

test.each(['2019', '2019-06', '1899-05-01'])(
  'a day that spreadsheets cannot count (%s) stays a text',
  async (on) => {
    expect((await cellsOf({ number: '1', day: on }))[1]?.value).toBe(on)
  },
)

test.each(['=HYPERLINK("x")', '+8613800000000', '@SUM(1)', '-1+2'])(
  '%s is a text, not a formula',
  async (said) => {
    const [cell] = await cellsOf({ number: said })
    expect(cell).toMatchObject({ type: ExcelJS.ValueType.String, value: said })
  },
)

test.each([
  ['<甲 & "乙">', '<甲 & "乙">'],
  ['a\u0000b\u000bc', 'abc'],
  ['半\uD83D', '半'],
  // This reader leaves the escape that spreadsheet programs take off.
  ['_x0041_', '_x005F_x0041_'],
  [' 前后 ', ' 前后 '],
  ['一\n二', '一\n二'],
])('%j survives', async (said, read) => {
  expect((await cellsOf({ number: said }))[0]?.value).toBe(read)
})

test('a text longer than a cell is cut and says so', async () => {
  const [cell] = await cellsOf({ number: '长'.repeat(40_000) })
  expect(String(cell?.value)).toHaveLength(32_767)
  expect(String(cell?.value).endsWith('…')).toBe(true)
})

test('the first sheet says what was filtered, by whom and when; the list is the one that opens', async () => {
  const note = noteOf({
    lang: 'zh',
    list: { zh: '合同', en: 'contracts' },
    institution: '示例医院',
    person: '示例甲',
    at: new Date('2026-02-28T16:05:00Z'),
    filter: { q: '引流', kind: 'transfer', cursor: undefined },
    words: {
      kind: { name: { zh: '类型', en: 'Kind' }, values: { transfer: { zh: '转化', en: 'T' } } },
    },
    rows: 1,
  })
  const book = await readBack(await written([{ number: '1' }], note))
  expect(book.worksheets.map(({ name }) => name)).toEqual(['说明', '清单'])
  const lines = book.getWorksheet('说明')?.getSheetValues() as unknown[][]
  const said = lines.slice(1).map((line) => `${line[1]} ${line[2]}`)
  expect(said.slice(0, 7)).toEqual([
    '清单 合同',
    '单位 示例医院',
    '导出人 示例甲',
    '导出时间 2026-03-01 00:05 (UTC+8)',
    '筛选：搜索 引流',
    '筛选：类型 转化',
    '行数 1',
  ])
  expect(book.views[0]?.activeTab).toBe(1)
})

test('more rows than a sheet holds are refused', async () => {
  const rows = Array.from({ length: mostSheetRows }, () => ({ number: '' }))
  await expect(written(rows)).rejects.toThrow(TooManyRows)
})

test('a list of 100,000 rows is never in memory as a whole', async () => {
  const out = new PassThrough()
  let bytes = 0
  out.on('data', (piece: Buffer) => {
    bytes += piece.length
  })
  const ended = once(out, 'end')
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed + process.memoryUsage().external
  let most = 0
  function* rows(): Generator<Line> {
    for (let n = 1; n <= 100_000; n += 1) {
      if (n % 10_000 === 0) {
        const { heapUsed, external } = process.memoryUsage()
        most = Math.max(most, heapUsed + external - before)
      }
      yield { number: `CG-2026-${n}`, day: '2026-02-28', fen: `${n}01`, count: n }
    }
  }
  await writeXlsx(out, { name: '说明', lines: () => [] }, { name: '清单', columns, rows: rows() })
  out.end()
  await ended
  expect(bytes).toBeGreaterThan(1_000_000)
  expect(most).toBeLessThan(120 * 1024 * 1024)
}, 60_000)
