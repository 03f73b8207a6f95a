import { expect, test } from 'vitest'
import { readLedger } from './read-ledger.ts'
import { sheetOf } from './testing/sheet.ts'

test('ties are read, and 无 declares that there is none', () => {
  const { tables, problems } = readLedger(
    [
      sheetOf('表', [
        ['工号', '申报日期', '关联类型', '关系人', '亲属姓名', '企业名称', '手机号'],
        ['1001', '2025-03-01', '高管', '父亲', '示例亲属', '示例器械有限公司', '13800000000'],
        ['1002', '2025-03-01', '无', '', '', '', ''],
        ['1003', '2025-03-01', '', '', '', '', ''],
        ['1004', '2025-07-01', '合伙', '本人', '', '示例试剂有限公司', ''],
      ]),
    ],
    '2025-06-30',
  )
  expect(tables).toMatchObject([
    {
      table: 'interests',
      records: [
        { tie: 'executive', tieThrough: 'parent', tieHolder: '示例亲属' },
        { tie: 'none', tieThrough: null, tieEnterprise: null },
        { tie: null },
        { tie: null, tieThrough: 'self' },
      ],
    },
  ])
  expect(JSON.stringify(tables)).not.toContain('13800000000')
  expect(problems.map(({ code, row }) => `${code} ${row}`)).toEqual([
    ...['required_missing 4', 'date_in_future 5', 'word_unknown 5'],
  ])
})
