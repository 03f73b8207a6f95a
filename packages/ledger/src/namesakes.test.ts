import { expect, test } from 'vitest'
import { readLedger } from './read-ledger.ts'
import { sheetOf } from './testing/sheet.ts'

// Two people of one name in a team: told apart by a staff number or a department, or asked about.

interface Cells {
  readonly lead?: string
  readonly staffNo?: string
  readonly inventors: string
  readonly shares?: string
}

function read({ lead = '示例伟', staffNo = '', inventors, shares = '' }: Cells) {
  const rows = [
    ['成果编号', '成果名称', '第一完成人', '工号', '全部完成人', '贡献比例', '披露日期'],
    ['CG1', '示例支架', lead, staffNo, inventors, shares, '2024-03-05'],
  ]
  const { tables, problems } = readLedger([sheetOf('成果台账', rows)], '2025-01-31')
  const [table] = tables
  if (table?.table !== 'achievements') throw new Error('no achievements')
  return { record: table.records[0], problems: problems.map(({ code, field }) => [code, field]) }
}

const apart = (...marks: readonly (readonly [string | null, string | null])[]) =>
  marks.map(([staffNo, words]) => ({ staffNo, words }))

test('nothing is said of a team without namesakes', () => {
  const { record, problems } = read({ staffNo: '0001', inventors: '示例伟（骨科）、示例乙' })
  expect(problems).toEqual([])
  expect(record).toMatchObject({ staffNo: '0001', inventors: ['示例伟', '示例乙'] })
  expect(record).not.toHaveProperty('toldApart')
})

test.each([
  { staffNo: '0001', inventors: '示例伟、示例伟' },
  { staffNo: '', inventors: '示例伟、示例乙、示例伟' },
  { staffNo: '0001', inventors: '示例伟（骨科）、示例伟（骨科）' },
  { staffNo: '0001', inventors: '示例伟（0002）、示例伟', lead: '示例丙' },
  { staffNo: '0003', inventors: '示例伟（0001）、示例伟（0002）' },
  { staffNo: '0001', inventors: '示例伟(0001)、示例伟(0001)' },
])('which of them is asked: %j', (cells) => {
  const { problems } = read(cells)
  expect(problems).toContainEqual(['names_alike', 'inventors'])
})

test.each<[string, Cells, ReturnType<typeof apart>]>([
  [
    'staff numbers in brackets',
    { inventors: '示例伟（0002）、示例乙、示例 伟(工号：0001)', staffNo: '0001' },
    apart(['0002', null], [null, null], ['0001', null]),
  ],
  [
    'the number of the first in its column',
    { inventors: '示例伟*、示例伟（0002）', staffNo: '0001' },
    apart(['0001', null], ['0002', null]),
  ],
  [
    'departments',
    { inventors: '1.示例伟（骨科） 2.示例伟【检验科】' },
    apart([null, '骨科'], [null, '检验科']),
  ],
  [
    'a department and a number',
    { inventors: '示例伟（骨科）；示例伟；示例伟民', staffNo: '0001' },
    apart([null, '骨科'], ['0001', null], [null, null]),
  ],
  [
    'two staff numbers in the column',
    { inventors: '示例乙、示例伟、示例伟', staffNo: '0001、0002' },
    apart([null, null], ['0001', null], ['0002', null]),
  ],
  [
    'a staff number for each',
    { inventors: '示例乙、示例伟、示例伟', staffNo: '0003、0001、0002' },
    apart(['0003', null], ['0001', null], ['0002', null]),
  ],
])('told apart by %s', (_how, cells, toldApart) => {
  const { record, problems } = read(cells)
  expect(problems).toEqual([])
  expect(record?.toldApart).toEqual(toldApart)
})

test('an identity number in brackets is not kept', () => {
  const cells = { inventors: '示例伟（11010519491231002X）、示例伟（0002）', staffNo: '0001' }
  const { record, problems } = read(cells)
  expect(problems).toContainEqual(['staff_no_is_identity', 'inventors'])
  expect(JSON.stringify(record)).not.toContain('11010519491231002X')
})

test('more staff numbers than anybody to bear them are told', () => {
  const { record, problems } = read({ inventors: '示例伟、示例乙、示例丙', staffNo: '0001、0002' })
  expect(problems).toEqual([['staff_no_count', 'staffNo']])
  expect(record?.staffNo).toBeNull()
})

test('a row after one with namesakes says nothing of who is who', () => {
  const rows = [
    ['成果编号', '成果名称', '第一完成人', '全部完成人'],
    ['CG1', '示例支架', '示例伟', '示例伟（0001）、示例伟（0002）'],
    ['CG2', '示例敷料', '示例乙', '示例乙、示例丙'],
  ]
  const { tables } = readLedger([sheetOf('成果台账', rows)], '2025-01-31')
  expect(tables[0]?.records[1]).not.toHaveProperty('toldApart')
})

test('shares beside names of namesakes each go to their own', () => {
  const both = { inventors: '示例伟（骨科）、示例伟（检验科）' }
  const shares = read({ ...both, shares: '示例伟（检验科）60%、示例伟（骨科）40%' })
  expect(shares.problems).toEqual([])
  expect(shares.record?.shares).toEqual([4000, 6000])
  const numbered = read({
    inventors: '示例伟（0001）、示例伟（0002）',
    staffNo: '0001',
    shares: '示例伟（0001）60%、示例伟（0002）40%',
  })
  expect(numbered.problems).toEqual([])
  expect(numbered.record?.shares).toEqual([6000, 4000])
  const inOrder = read({ ...both, shares: '60%、40%' })
  expect(inOrder.record?.shares).toEqual([6000, 4000])
  expect(inOrder.problems).toEqual([])
})

test('shares that name namesakes without telling which are asked about, and none is given twice', () => {
  const both = { inventors: '示例伟（骨科）、示例伟（检验科）' }
  const { record, problems } = read({ ...both, shares: '示例伟60%、示例伟40%' })
  expect(problems).toEqual([['names_alike', 'shares']])
  expect(record?.shares).toEqual([6000, 4000])
})

function readSplit(split: string) {
  const rows = [
    ['合同编号', '付款单位', '期次', '到账日期', '到账金额（元）', '团队内部分配'],
    ['HT1', '示例药业（虚构）', '首付款', '2024-03-05', '100000', split],
  ]
  const { tables, problems } = readLedger([sheetOf('到账与分配', rows)], '2025-01-31')
  const [table] = tables
  if (table?.table !== 'receipts') throw new Error('no receipts')
  return {
    split: table.records[0]?.split,
    problems: problems.map(({ code, field }) => [code, field]),
  }
}

test.each([
  ['示例伟（骨科）60%、示例伟（检验科）40%', [6000, 4000], ['骨科', '检验科']],
  ['示例伟(工号：0001)60%、示例伟（0002）：40%', [6000, 4000], ['0001', '0002']],
  ['示例伟（骨科）60%、示例伟40%', [6000, 4000], ['骨科', undefined]],
])('namesakes of a split are told apart by what stands beside them: %s', (raw, bps, marks) => {
  const { split, problems } = readSplit(raw)
  const isOpen = marks.includes(undefined)
  expect(problems).toEqual(isOpen ? [['names_alike', 'split']] : [])
  expect(split).toEqual(
    bps.map((bp, at) => ({ name: '示例伟', bp, ...(marks[at] && { beside: marks[at] }) })),
  )
})

test('namesakes of a split that are alike are asked about, and those who part equally are told apart too', () => {
  expect(readSplit('示例伟60%、示例伟40%').problems).toEqual([['names_alike', 'split']])
  expect(readSplit('示例伟（骨科）60%、示例伟（骨科）40%').problems).toEqual([
    ['names_alike', 'split'],
  ])
  const equal = readSplit('示例伟（骨科）、示例伟（检验科）均分')
  expect(equal.problems).toEqual([])
  expect(equal.split?.map(({ beside }) => beside)).toEqual(['骨科', '检验科'])
  const others = readSplit('示例伟（骨科）60%、示例乙（检验科）40%')
  expect(others.problems).toEqual([])
  expect(JSON.stringify(others.split)).not.toContain('beside')
})

test('an identity number beside somebody of a split is not kept', () => {
  const { split, problems } = readSplit('示例伟（11010519491231002X）60%、示例伟（0002）40%')
  expect(problems).toContainEqual(['staff_no_is_identity', 'split'])
  expect(JSON.stringify(split)).not.toContain('11010519491231002X')
})
