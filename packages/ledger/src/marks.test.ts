import { describe, expect, test } from 'vitest'
import { readLedger } from './read-ledger.ts'
import { type Shorthand, sheetOf } from './testing/sheet.ts'

const read = (...rows: Shorthand[][]) => {
  const { tables, problems } = readLedger([sheetOf('表', rows)], '2025-06-30')
  const [table] = tables
  if (!table || tables.length > 1) throw new Error(`${tables.length} tables`)
  return { table, codes: problems.map(({ code, row }) => `${code} ${row}`) }
}

test('trademarks are read with the notations of their numbers', () => {
  const { table, codes } = read(
    ['序号', '商标名称', '注册号', '国际分类', '申请日期', '注册日期', '有效期至', '状态'],
    [1, '示例徽标', '第12345678号', '44', '2020-01-06', '2020-11-21', '2030-11-20', '已注册'],
    [2, '示例文字', '123', '5', '2020-01-06', '', '', '注册申请中'],
    [3, '示例图形', 'G1234567', '5', '2020-01-06', '2019-01-06', '', '注销'],
  )
  expect(table).toMatchObject({
    table: 'trademarks',
    records: [
      { markNo: '12345678', grantedOn: '2020-11-21', status: 'registered' },
      { markNo: '123', status: 'pending' },
      { markNo: 'G1234567', status: 'cancelled' },
    ],
  })
  expect(codes).toEqual(['trademark_number_format 3', 'granted_before_filed 4'])
})

test('a program has its registration and its certificate', () => {
  const { table, codes } = read(
    ['软件名称', '登记号', '证书号', '版本号'],
    ['示例评估软件', '2024SR0123456', '软著登字第 1234567 号', 'V1.0'],
    ['示例随访软件', '2024SR0123457', '2024SR0123457', 'V1.0'],
  )
  expect(table).toMatchObject({
    table: 'software',
    records: [{ registrationNo: '2024SR0123456', certificateNo: '软著登字第1234567号' }, {}],
  })
  expect(codes).toEqual(['certificate_number_format 3'])
})

test('a mark abroad keeps the number of its office', () => {
  const { table, codes } = read(
    ['商标名称', '注册号', '国家', '注册日期'],
    ['示例徽标', '7,123', '美国', '2020-11-21'],
  )
  expect(table.records).toMatchObject([{ markNo: '7,123', country: 'US' }])
  expect(codes).toEqual([])
})

test('layout designs are read with their check characters', () => {
  const { table, codes } = read(
    ['布图设计名称', '登记号', '创作完成日', '首次商业利用日', '申请日', '登记日期', '创作人'],
    ['示例放大电路', 'bs215000013', '2020-12-01', '2021-02-01', '2021-01-04', '2021-06-01', '甲乙'],
    ['示例滤波电路', 'BS.21500001.4', '2021-02-01', '', '2021-01-04', '', '甲乙'],
    ['示例采样电路', '2021SR0000001', '', '', '', '', ''],
  )
  expect(table).toMatchObject({
    table: 'layouts',
    records: [
      { layoutNo: 'BS.21500001.3', completedOn: '2020-12-01', inventors: ['甲乙'] },
      { layoutNo: 'BS.21500001.4' },
      { layoutNo: '2021SR0000001' },
    ],
  })
  expect(codes).toEqual(['layout_check_digit 3', 'dates_reversed 3', 'layout_number_format 4'])
})

test('plant varieties are no patents, whatever their list has in common', () => {
  const { table, codes } = read(
    ['品种名称', '申请号', '木本', '申请日', '授权日', '培育人', '状态', '权利人', '成果编号'],
    ['示例一号', 'CNA20191000001', '否', '2019-03-01', '2021-06-01', '甲乙、丙丁', '授权', '', ''],
    ['示例二号', '20190012', '是', '2019-03-01', '', '甲乙', '未授权', '', 'CG2024-0001'],
    ['示例三号', '粤审药2020', '或许', '', '', '', '见附件', '', ''],
  )
  expect(table).toMatchObject({
    table: 'varieties',
    records: [
      { varietyNo: 'CNA20191000001', woody: false, status: 'registered' },
      { varietyNo: '20190012', woody: true, status: 'pending', achievementCode: 'CG2024-0001' },
      { woody: null, status: null },
    ],
  })
  expect(codes).toEqual(['variety_number_format 4', 'value_unknown 4', 'status_unknown 4'])
})

test('of know-how is read what it is called and whose it is, not what keeps it secret', () => {
  const { table, codes } = read(
    ['技术秘密编号', '技术秘密名称', '形成日期', '完成人', '保密措施', '状态'],
    ['jm－2024－01', '示例炮制工艺', '2024-01-10', '示例丁', '分段保管', '保密'],
    ['', '示例提取工艺', '2024-01-10', '示例丁', '', '已泄密'],
  )
  expect(table).toMatchObject({
    table: 'knowHow',
    records: [
      { secretNo: 'JM-2024-01', title: '示例炮制工艺', status: 'valid' },
      { secretNo: null, status: 'lapsed' },
    ],
  })
  expect(JSON.stringify(table.records)).not.toContain('分段保管')
  expect(codes).toEqual(['required_missing 3'])
})

describe('headings in English', () => {
  test.each([
    ['trademarks', ['Trademark', 'Trademark No.', 'Filed', 'Registered on', 'Valid until']],
    ['layouts', ['Layout design', 'Layout number', 'Completed on', 'Filed on', 'Creators']],
    ['varieties', ['Variety name', 'Variety number', 'Woody', 'Granted on', 'Breeders']],
    ['knowHow', ['Know-how', 'Know-how number', 'Completed on', 'Creators', 'Status']],
  ] as const)('of %s', (name, headings) => {
    const { table } = read(
      [...headings],
      headings.map(() => 'x'),
    )
    expect(table.table).toBe(name)
    expect(table.columns.filter(({ field }) => field === null)).toEqual([])
  })
})

test('not to know whether a variety is woody is no answer', () => {
  const { table, codes } = read(
    ['品种名称', '品种权号', '是否木本'],
    ['示例一号', 'CNA20191000001', '不知道'],
    ['示例二号', 'CNA20191000002', '不是'],
  )
  expect(table.records).toMatchObject([{ woody: null }, { woody: false }])
  expect(codes).toEqual(['value_unknown 2'])
})

test('what an export of a database writes for nothing is nothing', () => {
  const { table } = read(
    ['商标名称', '注册号', '注册人', '备注'],
    ['示例徽标', '12345678', 'NULL', 'null'],
  )
  expect(table.records).toMatchObject([{ coOwners: [], remark: null }])
})

test('a few yuan by their sign under a header of ten thousands are asked about', () => {
  const { table, codes } = read(
    ['企业名称', '企业状态', '状态起始日', '主营业务', '注册资本（万元）'],
    ['示例转化有限公司', '存续', '2024-03-01', '示例研发', '¥100'],
    ['示例器械有限公司', '存续', '2024-03-01', '示例研发', '￥1,000,000'],
    ['示例试剂有限公司', '存续', '2024-03-01', '示例研发', '100'],
  )
  expect(table.records).toMatchObject([
    { companyCapitalFen: 10_000n },
    { companyCapitalFen: 100_000_000n },
    { companyCapitalFen: 100_000_000n },
  ])
  expect(codes).toEqual(['amount_unit_suspicious 2'])
})
