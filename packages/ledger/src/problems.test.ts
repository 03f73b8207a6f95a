import { describe, expect, test } from 'vitest'
import { type ProblemCode, severityOf } from './problem-codes.ts'
import { readLedger } from './read-ledger.ts'
import type { Problem } from './reading.ts'
import { cleanLedger, type Draft, firstRow, sheetsOf } from './testing/ledger.ts'
import type { Shorthand } from './testing/sheet.ts'

const asOf = '2025-06-30'

test('the clean ledger has no problem at all', () => {
  expect(readLedger(sheetsOf(cleanLedger()), asOf).problems).toEqual([])
})

type Planted = keyof typeof firstRow

const sheetOfTable: Readonly<Record<Planted, string>> = {
  achievements: '成果',
  patents: '知识产权',
  software: '知识产权',
  preparations: '知识产权',
  contracts: '合同',
  receipts: '到账',
  serviceContracts: '横向',
}

/** Where a value is put: the table, its data row counted from 0, and the column. */
type At = readonly [table: Planted, row: number, column: string]

interface Case {
  readonly code: ProblemCode
  readonly put: readonly (readonly [...At, Shorthand])[]
  /** Where it must be told; the place of the first value unless named. */
  readonly told?: At
  readonly more?: Partial<Problem>
}

const text = (value: string, more: object = {}) => ({ kind: 'text', text: value, ...more }) as const
const number = (value: number | string, format?: string) =>
  ({ kind: 'number', text: String(value), ...(format ? { format } : {}) }) as const
const failed = (formula: string) => ({ kind: 'error', text: '#REF!', formula }) as const
const unsaved = (formula: string) => ({ kind: 'none', text: '', formula }) as const

/** Every problem there is, planted alone in the clean ledger. */
const cases: readonly Case[] = [
  { code: 'required_missing', put: [['achievements', 0, 'C', '　']] },
  { code: 'required_missing', put: [['serviceContracts', 0, 'G', '/']] },
  { code: 'date_impossible', put: [['achievements', 0, 'K', '2020年2月30日']] },
  { code: 'date_impossible', put: [['patents', 0, 'G', '2020年2月30日']] },
  { code: 'date_ambiguous', put: [['achievements', 0, 'K', 2020.1]] },
  { code: 'date_unreadable', put: [['achievements', 0, 'L', '待补']] },
  { code: 'date_unreadable', put: [['contracts', 0, 'P', '见公示栏']] },
  { code: 'date_precision_month', put: [['achievements', 0, 'K', '2020年3月']] },
  { code: 'date_precision_year', put: [['achievements', 0, 'K', 2020]] },
  { code: 'date_two_digit_year', put: [['achievements', 0, 'K', '20.3.5']] },
  { code: 'date_in_future', put: [['achievements', 0, 'L', '2032-07-02']] },
  { code: 'date_in_future', put: [['achievements', 0, 'K', '2032-07-02']] },
  { code: 'dates_reversed', put: [['achievements', 0, 'L', '2020-03-04']] },
  { code: 'dates_reversed', put: [['preparations', 0, 'F', '2021-04-30']] },
  { code: 'dates_reversed', put: [['contracts', 0, 'S', '2021-02-28']] },
  { code: 'dates_reversed', put: [['receipts', 0, 'R', '2021-03-31']] },
  { code: 'period_reversed', put: [['contracts', 0, 'P', '2021.1.31-2021.1.10']] },
  { code: 'period_reversed', put: [['serviceContracts', 0, 'K', '2022.2-2021.2']] },
  { code: 'granted_before_filed', put: [['patents', 0, 'G', '2020-03-19']] },
  { code: 'filing_year_mismatch', put: [['patents', 0, 'F', '2019-12-31']] },
  { code: 'filing_year_mismatch', put: [['software', 0, 'D', '2019SR7000001']] },
  {
    code: 'patent_check_digit',
    put: [
      ['patents', 2, 'D', '202117000006.4'],
      ['patents', 2, 'C', '发明'],
    ],
  },
  { code: 'patent_number_format', put: [['patents', 0, 'D', '20202700003.0']] },
  { code: 'publication_number_format', put: [['patents', 0, 'E', 'CN2712345U']] },
  { code: 'kind_number_mismatch', put: [['patents', 0, 'C', '发明']] },
  { code: 'software_number_format', put: [['software', 0, 'D', '2020SR70']] },
  { code: 'preparation_number_format', put: [['preparations', 0, 'D', '粤药制字Z2021901']] },
  { code: 'id_check_digit', put: [['achievements', 0, 'G', '110105194912310021']] },
  { code: 'id_format', put: [['achievements', 0, 'G', '11010519491231002']] },
  { code: 'id_precision_lost', put: [['achievements', 0, 'G', number('110105194912310020')]] },
  { code: 'uscc_check_digit', put: [['contracts', 0, 'G', '91350100M000100Y44']] },
  { code: 'registration_no_precision', put: [['contracts', 0, 'R', number('2021000000000001')]] },
  { code: 'registration_no_format', put: [['contracts', 0, 'R', '202100000000001']] },
  { code: 'amount_unreadable', put: [['contracts', 0, 'M', '面议']] },
  { code: 'amount_range', put: [['contracts', 0, 'M', '50-80万']] },
  { code: 'amount_composite', put: [['contracts', 0, 'I', '40万+销售额提成']] },
  { code: 'amount_foreign_currency', put: [['contracts', 0, 'M', 'USD 50,000']] },
  { code: 'amount_unit_suspicious', put: [['contracts', 0, 'M', 480_000]] },
  {
    code: 'amount_unit_suspicious',
    put: [
      ['contracts', 0, 'I', 0.05],
      ['contracts', 0, 'J', null],
    ],
  },
  { code: 'scaled_number_format', put: [['contracts', 0, 'M', number(480_000, '0!.0,')]] },
  {
    code: 'amount_capital_mismatch',
    put: [['contracts', 0, 'M', '￥480,000.00（大写：肆拾玖万元整）']],
  },
  { code: 'formula_error', put: [['contracts', 0, 'M', failed('A999')]], more: { raw: '=A999' } },
  {
    code: 'formula_without_value',
    put: [['contracts', 0, 'M', unsaved('J5*2')]],
    more: { value: 40_000_000n as never },
  },
  { code: 'subtotal_mismatch', put: [['achievements', 4, 'Q', 62.4]] },
  { code: 'first_payment_exceeds_total', put: [['contracts', 0, 'J', 50.1]] },
  {
    code: 'receipts_exceed_contract',
    put: [['contracts', 0, 'I', 40]],
    told: ['receipts', 1, 'G'],
  },
  { code: 'received_exceeds_contract', put: [['serviceContracts', 0, 'I', 200_001]] },
  { code: 'receipt_contract_unknown', put: [['receipts', 4, 'B', 'HT-2022-099']] },
  { code: 'receipt_before_contract', put: [['receipts', 0, 'F', '2021-02-28']] },
  { code: 'net_income_mismatch', put: [['receipts', 4, 'K', 13_000]], told: ['receipts', 4, 'L'] },
  { code: 'split_not_balanced', put: [['receipts', 0, 'P', 39_601]] },
  { code: 'ratio_unreadable', put: [['receipts', 0, 'M', '按文件执行']] },
  { code: 'share_sum', put: [['achievements', 0, 'I', '60%、30%']] },
  { code: 'share_sum', put: [['receipts', 0, 'Q', '林甲木60%、周乙50%']] },
  { code: 'share_sum_rounding', put: [['achievements', 1, 'I', '33.33%、33.33%、33.33%']] },
  { code: 'share_count_mismatch', put: [['achievements', 1, 'I', '60%、40%']] },
  { code: 'share_person_unknown', put: [['receipts', 0, 'Q', '林甲木60%、冯戊40%']] },
  { code: 'names_incomplete', put: [['achievements', 1, 'H', '吴丙、郑丁火等']] },
  { code: 'names_not_separated', put: [['achievements', 1, 'H', '吴丙郑丁火冯戊']] },
  { code: 'names_not_separated', put: [['achievements', 3, 'H', '冯戊吴丙']] },
  { code: 'names_not_separated', put: [['patents', 1, 'H', '冯戊吴丙']] },
  { code: 'names_alike', put: [['achievements', 1, 'H', '吴丙、郑丁火、郑丁火']] },
  { code: 'staff_no_count', put: [['achievements', 1, 'F', '000102、000107']] },
  {
    code: 'lead_not_in_list',
    put: [['achievements', 1, 'H', '郑丁火、冯戊']],
    told: ['achievements', 1, 'E'],
  },
  { code: 'department_unknown', put: [['achievements', 0, 'J', '三号楼西区']] },
  { code: 'kind_unknown', put: [['achievements', 0, 'D', '其他（见备注）']] },
  { code: 'mode_unknown', put: [['contracts', 0, 'H', '见合同']] },
  { code: 'mode_ambiguous', put: [['contracts', 0, 'H', '独家许可']] },
  { code: 'mode_ambiguous', put: [['contracts', 0, 'H', '转让+许可']] },
  { code: 'status_unknown', put: [['patents', 1, 'K', '见附件']] },
  { code: 'value_unknown', put: [['contracts', 0, 'L', '另议']] },
  { code: 'value_unknown', put: [['achievements', 0, 'I', '甲1'.repeat(2000)]] },
  {
    code: 'status_conflict',
    put: [['patents', 0, 'P', '2023年未缴年费终止']],
    told: ['patents', 0, 'K'],
  },
  { code: 'status_conflict', put: [['patents', 0, 'G', '']], told: ['patents', 0, 'K'] },
  { code: 'status_conflict', put: [['patents', 0, 'K', '实质审查中']] },
  { code: 'conversion_conflict', put: [['achievements', 0, 'O', '未转化']] },
  { code: 'trl_range', put: [['achievements', 0, 'P', 11]] },
  { code: 'achievement_unknown', put: [['patents', 0, 'O', 'CG2020-0999']] },
  { code: 'achievement_unknown', put: [['contracts', 1, 'D', 'CG2021-0001、CG2020-0999']] },
  { code: 'staff_no_conflict', put: [['achievements', 3, 'F', '000101']] },
  {
    code: 'duplicate_near',
    put: [
      ['serviceContracts', 1, 'E', '示例检测数据分析-技术服务'],
      ['serviceContracts', 1, 'D', '吴丙'],
    ],
    more: { otherRow: 4 },
  },
  {
    code: 'duplicate_number_conflict',
    put: [['serviceContracts', 1, 'B', 'HX2021-001']],
    more: { otherRow: 4 },
  },
  {
    code: 'partly_struck_out',
    put: [['contracts', 0, 'M', text('50 48', { struck: { kept: ' 48' } })]],
  },
]

describe('each problem alone is told where it stands, and nothing else is', () => {
  test.each(cases)('$code at $put.0', ({ code, put, told, more }) => {
    const drafts = cleanLedger()
    for (const [table, row, column, value] of put) place(drafts, [table, row, column], value)
    const { problems } = readLedger(sheetsOf(drafts), asOf)
    const [first] = put
    const [table, row, column] = told ?? first ?? ['achievements', 0, 'A']
    // Changing an amount also makes the totals wrong that stand below it.
    const others = problems.filter(
      (each) => each.code !== 'subtotal_mismatch' || code === each.code,
    )
    expect(others.map((each) => [each.code, each.table, each.row, each.column])).toEqual([
      [code, table, firstRow[table] + row, column],
      ...(code === 'subtotal_mismatch' ? [] : []),
    ])
    expect(others[0]).toMatchObject({ severity: severityOf[code], ...more })
    expect(others[0]?.message.zh).toMatch(/\p{Script=Han}/u)
    expect(others[0]?.message.en).not.toMatch(/\{|undefined/)
    expect(others[0]?.message.zh).not.toMatch(/\{|undefined/)
  })

  test('no problem is left without a case', () => {
    const planted = new Set(cases.map(({ code }) => code))
    // The last two are of the tables about people: `people.test.ts`.
    const elsewhere: ProblemCode[] = [
      ...([
        'duplicate_exact',
        'row_struck_out',
        'day_incomplete',
        'staff_no_is_identity',
        'word_unknown',
        'share_unasked',
        // Of whom a patent belongs to: `patent-headings.test.ts`.
        'house_not_owner',
        // Of owners of rights: `titles.test.ts`.
        'share_list_or_fraction',
        // Of the lists of other rights: `marks.test.ts`.
        'members_unreadable',
        'scores_unreadable',
        'certificate_number_format',
        'trademark_number_format',
        'layout_number_format',
        'layout_check_digit',
        'variety_number_format',
      ] as const),
    ]
    for (const code of elsewhere) planted.add(code)
    expect(Object.keys(severityOf).filter((code) => !planted.has(code as ProblemCode))).toEqual([])
  })
})

test('a staff number of two persons belongs to the one who has no other', () => {
  const drafts = cleanLedger()
  // 吴丙 bears 000102 elsewhere, so the first of the two rows is the wrong one.
  place(drafts, ['achievements', 0, 'E'], '吴丙')
  place(drafts, ['achievements', 0, 'H'], '吴丙、周乙')
  place(drafts, ['achievements', 0, 'F'], '000103')
  place(drafts, ['achievements', 0, 'I'], '')
  place(drafts, ['receipts', 0, 'Q'], '')
  place(drafts, ['receipts', 1, 'Q'], '')
  expect(readLedger(sheetsOf(drafts), asOf).problems).toMatchObject([
    {
      code: 'staff_no_conflict',
      row: 5,
      column: 'F',
      message: { en: expect.stringContaining('周乙') },
    },
  ])
})

test('a row that says the same as an earlier one is left out and told once', () => {
  const drafts = cleanLedger()
  const sheet = drafts[0]
  const first = sheet?.rows[4] ?? []
  // Written again in another hand, with another serial number and a problem of its own kind.
  first[11] = '2020年4月'
  sheet?.rows.splice(8, 0, [9, ...first.slice(1, 10), '2020.3.5', ...first.slice(11)])
  const reading = readLedger(sheetsOf(drafts), asOf)
  const problems = reading.problems.filter(({ code }) => code !== 'subtotal_mismatch')
  const [warned, told, ...others] = problems
  expect(warned).toMatchObject({ code: 'date_precision_month', row: 5 })
  expect(told).toMatchObject({ code: 'duplicate_exact', row: 9, column: 'A', otherRow: 5 })
  expect(others).toEqual([])
  expect(reading.tables[0]?.counts).toMatchObject({ dataRows: 5, exactDuplicates: 1, records: 4 })
  expect(reading.tables[0]?.sumsFen['estimatedValueFen']?.all).toBe(62_500_000n)
})

test('a row struck through is kept and told; one struck cell is no struck row', () => {
  const drafts = cleanLedger()
  const rows = drafts[0]?.rows ?? []
  rows[4] = (rows[4] ?? []).map((value) =>
    value === '' ? value : text(String(value), { struck: { kept: '' } }),
  )
  const reading = readLedger(sheetsOf(drafts), asOf)
  expect(reading.problems).toMatchObject([{ code: 'row_struck_out', row: 5, column: 'C' }])
  expect(reading.tables[0]?.records[0]).toMatchObject({ struckOut: true, code: 'CG2020-0001' })
})

test('a total is compared with all rows, a subtotal with its own block', () => {
  const drafts = cleanLedger()
  place(drafts, ['receipts', 5, 'G'], 1_645_001)
  place(drafts, ['receipts', 3, 'L'], 440_501)
  expect(readLedger(sheetsOf(drafts), asOf).problems).toMatchObject([
    { code: 'subtotal_mismatch', row: 8, column: 'L' },
    { code: 'subtotal_mismatch', row: 10, column: 'G' },
  ])
})

test('a subtotal of one contract leaves the contract above it out', () => {
  const drafts = cleanLedger()
  const rows = drafts.find(({ name }) => name === '到账')?.rows ?? []
  const single = rows[8]?.slice() ?? []
  // The contract without a subtotal comes first, and the other one has no merged cells now.
  rows.splice(8, 1)
  rows.splice(4, 0, single)
  for (const at of [6, 7]) rows[at]?.splice(1, 1, 'HT-2021-001')
  for (const draft of drafts) if (draft.name === '到账') draft.more.merges.splice(-2)
  expect(readLedger(sheetsOf(drafts), asOf).problems).toEqual([])
})

test('a failed formula in a total is told as such', () => {
  const drafts = cleanLedger()
  place(drafts, ['achievements', 4, 'Q'], failed('SUM(Q5:Q8)'))
  expect(readLedger(sheetsOf(drafts), asOf).problems).toMatchObject([
    { code: 'formula_error', row: 9, column: 'Q', raw: '#REF!' },
  ])
})

function place(drafts: readonly Draft[], [table, row, column]: At, value: Shorthand): void {
  const draft = drafts.find(({ name }) => name === sheetOfTable[table])
  const cells = draft?.rows[firstRow[table] - 1 + row]
  if (cells) cells[column.charCodeAt(0) - 65] = value
}
