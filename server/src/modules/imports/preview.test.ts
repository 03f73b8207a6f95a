import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '@yizhuan/kit'
import { type LedgerReading, readingToJson } from '@yizhuan/ledger'
import { describe, expect, test } from 'vitest'
import { previewLedger } from './preview.ts'

test('a CSV without a header we know is refused, whatever else it holds', async () => {
  const refused = () => previewLedger(Buffer.from('姓名,电话\n甲,1\n'), 'a.csv', '2025-06-30')
  await expect(refused).rejects.toThrow(InputError)
  await expect(refused).rejects.toThrow(/no ledger was recognised/)
})

test('a table that lost its merged cells and its formats on the way to CSV is still read', async () => {
  const csv = [
    '横向合同一览表,,,,,,,',
    '序号,合同登记号,承担科室,项目名称,委托方（甲方）,合同额（万元）,已到账（元）,签订时间',
    '1,HX2021-001,检验科,示例检测数据分析技术服务,示例诊断有限公司,20,"100,000.00",2021年2月1日',
    '2,hx2021-002,骨科,示例支架联合研制,示例器械有限公司,15万,160000,44317',
    '合计,,,,,35,,',
  ].join('\r\n')
  const reading = await previewLedger(Buffer.from(csv), '横向.csv', '2025-06-30')
  expect(reading.tables[0]?.records[1]).toMatchObject({
    contractNo: 'HX2021-002',
    amountFen: 15_000_000n,
    signedOn: '2021-05-01',
  })
  expect(reading.problems).toMatchObject([
    { sheet: '横向', row: 4, column: 'G', code: 'received_exceeds_contract' },
  ])
})

test('ten thousand rows are read, each as it stands', async () => {
  const header = '成果编号,成果名称,成果类型,第一完成人,全部完成人,所属科室,披露日期,预估价值（元）'
  const rows = Array.from(
    { length: 10_000 },
    (_, n) =>
      `CG2020-${String(n).padStart(5, '0')},一种示例支架（${n}号）,发明专利,林甲,林甲、周乙,骨科,2020-03-05,${n}.5`,
  )
  const bytes = Buffer.from([header, ...rows].join('\r\n'))
  const reading = await previewLedger(bytes, '大表.csv', '2025-06-30')
  expect(reading.problems).toEqual([])
  expect(reading.tables[0]?.counts.records).toBe(10_000)
  expect(reading.tables[0]?.sumsFen['estimatedValueFen']?.all).toBe(5_000_000_000n)
})

type Table = LedgerReading['tables'][number]

/** What stands in brackets behind names, to be looked up among people: the expected reading drops it. */
const laterFields: readonly string[] = ['besides']

/** A table as its expected reading can know it: fields of later, of which the ledger says nothing, left out. */
function asKnown(table: Table | undefined, expected: Table): Table | undefined {
  if (table === undefined) return undefined
  const records = table.records.map((record, at) => {
    const known = expected.records[at] ?? {}
    return Object.fromEntries(
      Object.entries(record).filter(
        ([field, value]) => field in known || (value !== null && !laterFields.includes(field)),
      ),
    )
  })
  return { ...table, records }
}

/** The test ledger lies beside the repository, where it is at hand. */
const root = join(import.meta.dirname, '../../../..')
const data = ['../shared/data', '../../shared/data']
  .map((path) => join(root, path))
  .find((path) => existsSync(join(path, 'hospital-a.xlsx')))

interface Expected {
  readonly asOf: string
  readonly tables: LedgerReading['tables']
  readonly problems: readonly (Omit<LedgerReading['problems'][number], 'message'> & {
    readonly message?: string
  })[]
  readonly notProblems: readonly { readonly cells: readonly string[] }[]
  readonly ignoredSheets: readonly { readonly name: string }[]
  readonly comments: LedgerReading['comments']
}

describe.skipIf(data === undefined)('the messy ledger of a hospital', () => {
  const folder = data ?? ''
  const load = async () => {
    const text = readFileSync(join(folder, 'hospital-a.expected.json'), 'utf8')
    const expected = JSON.parse(text) as Expected
    const bytes = readFileSync(join(folder, 'hospital-a.xlsx'))
    const reading = await previewLedger(bytes, 'hospital-a.xlsx', expected.asOf)
    return { expected, read: JSON.parse(readingToJson(reading)) as LedgerReading }
  }

  test('every table, record, count and sum is as an ideal reader finds it', async () => {
    const { expected, read } = await load()
    expect(expected.tables.length).toBe(7)
    expect(read.tables.map(({ table }) => table)).toEqual(expected.tables.map(({ table }) => table))
    for (const [at, table] of expected.tables.entries())
      expect(asKnown(read.tables[at], table)).toEqual(table)
  })

  test('every problem is told at its place, and nothing else is', async () => {
    const { expected, read } = await load()
    const place = ({
      sheet,
      row,
      column,
      code,
      severity,
      raw,
      otherRow,
    }: LedgerReading['problems'][number]) =>
      [sheet, row, column, code, severity, raw, otherRow ?? ''].join(' | ')
    const told = read.problems.map(place).sort()
    expect(expected.problems.length).toBeGreaterThan(150)
    expect(told).toEqual(expected.problems.map((each) => place(each as never)).sort())
  })

  test('no bait is taken; notes and ignored sheets are told', async () => {
    const { expected, read } = await load()
    const bait = new Set(expected.notProblems.flatMap(({ cells }) => cells))
    const planted = new Set(
      expected.problems.map(({ sheet, row, column }) => `${sheet}!${column}${row}`),
    )
    const told = read.problems.map(({ sheet, row, column }) => `${sheet}!${column}${row}`)
    expect(told.filter((cell) => bait.has(cell) && !planted.has(cell))).toEqual([])
    expect(read.comments).toEqual(expected.comments)
    expect(read.ignoredSheets.map(({ name }) => name)).toEqual(
      expected.ignoredSheets.map(({ name }) => name),
    )
  })
})
