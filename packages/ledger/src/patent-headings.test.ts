import { describe, expect, test } from 'vitest'
import { nothingMapped } from './mapped.ts'
import { readLedger } from './read-ledger.ts'
import { sheetOf } from './testing/sheet.ts'

/** Headings as exports of patent registers have them; what is null is known to be nothing of ours. */
const exports: readonly (readonly [
  string,
  readonly (readonly [string, string, string | null])[],
])[] = [
  [
    'half-width brackets',
    [
      ['序号', '1', 'seq'],
      ['申请号', 'CN202110000001.3', 'applicationNo'],
      ['专利名称', '一种示例支架', 'title'],
      ['申请日', '2021.03.02', 'filedOn'],
      ['公开(公告)号', 'CN112345678B', 'publicationNo'],
      ['公开(公告)日', '2023.06.06', null],
      ['授权公告日', '2023.06.06', 'grantedOn'],
      ['申请(专利权)人', '示例医院;示例大学', 'owners'],
      ['发明(设计)人', '林甲木;周乙', 'inventors'],
      ['主分类号', 'A61B17/00', null],
      ['IPC分类号', 'A61B17/00;A61B17/02', null],
      ['专利代理机构', '示例专利代理所', 'agency'],
      ['代理人', '吴丙', null],
      ['地址', '示例市示例路', null],
      ['法律状态', '授权', 'status'],
    ],
  ],
  [
    'full-width brackets and blanks',
    [
      ['专利号', 'ZL 2021 1 0000001.3', 'applicationNo'],
      ['发明名称', '一种示例支架', 'title'],
      ['专利类型', '发明专利', 'kind'],
      ['专利申请日', '20210302', 'filedOn'],
      ['公开（公告）号', 'CN 112345678 B', 'publicationNo'],
      ['授权公告 日', '2023-06-06', 'grantedOn'],
      ['申请（专利权）人', '示例医院', 'owners'],
      ['发明（设计）人', '林甲木', 'inventors'],
      ['案件状态', '等年费滞纳金', 'status'],
      ['应缴费日', '2026-04-02', 'feeDueOn'],
      ['缴费日', '2025-03-20', null],
      ['国省代码', '示例', null],
    ],
  ],
  [
    'an office that tells the two publications apart',
    [
      ['申请号/专利号', '2021100000013', 'applicationNo'],
      ['发明创造名称', '一种示例支架', 'title'],
      ['申请日期', '2021/3/2', 'filedOn'],
      ['申请公布号', 'CN112345678A', null],
      ['申请公布日', '2021-09-03', null],
      ['授权公告号', 'CN112345678B', 'publicationNo'],
      ['授权日', '2023-06-06', 'grantedOn'],
      ['当前专利权人', '示例医院', 'owners'],
      ['发明人/设计人', '林甲木', 'inventors'],
      ['当前法律状态', '专利权维持', 'status'],
      ['缴费截止日', '2026-04-02', 'feeDueOn'],
    ],
  ],
]

const statuses = [
  ['审中', 'pending'],
  ['专利权维持', 'granted'],
  ['等年费滞纳金', 'granted'],
  ['等待实审请求', 'pending_examination'],
  ['一通出案待答复', 'pending'],
  ['等办登费', 'pending'],
  ['视撤失效', 'deemed_withdrawn'],
  ['驳回失效', 'rejected'],
  ['未缴年费终止失效', 'lapsed_unpaid'],
] as const

test.each(statuses)('the state %s of a register is %s', (word, status) => {
  const headings = ['申请号', '发明名称', '案件状态']
  const rows = [headings, ['CN202110000001.3', '一种示例支架', word]]
  const { tables } = readLedger([sheetOf('导出', rows)], '2026-03-02')
  expect(tables[0]?.records).toMatchObject([{ status }])
})

describe('headings of patent registers', () => {
  test.each(exports)('%s', (_name, columns) => {
    const rows = [columns.map(([heading]) => heading), columns.map(([, cell]) => cell)]
    const { tables, problems } = readLedger([sheetOf('导出', rows)], '2026-03-02')
    expect(tables.map(({ table }) => table)).toEqual(['patents'])
    const read = tables[0]?.columns.map(({ field }) => field)
    expect(read).toEqual(columns.map(([, , field]) => field))
    expect(tables[0]?.records).toMatchObject([
      {
        ...{ title: '一种示例支架', applicationNo: expect.stringMatching(/^202110000001\./) },
        ...{ filedOn: '2021-03-02', grantedOn: '2023-06-06', publicationNo: 'CN112345678B' },
      },
    ])
    expect(problems.filter(({ code }) => code !== 'patent_check_digit')).toEqual([])
  })
})

describe('whose a patent is', () => {
  const read = (owners: readonly string[], houseNames?: readonly string[]) => {
    const rows = owners.map((owner, at) => [`20211000000${at}`, `示例${at}`, owner])
    const sheet = sheetOf('导出', [['申请号', '发明名称', '申请人'], ...rows])
    const { tables, problems } = readLedger([sheet], '2026-03-02', {
      ...nothingMapped,
      ...(houseNames && { houseNames }),
    })
    const told = problems.filter(({ code }) => code === 'house_not_owner').map(({ row }) => row)
    const records = (tables[0]?.records ?? []) as readonly { coOwners: readonly string[] }[]
    return { told, coOwners: records.map(({ coOwners }) => coOwners) }
  }

  test('a partner that owns more of the file than the institution is no institution', () => {
    const owners = ['示例大学', '示例大学；示例医院', '示例大学；示例医院（虚构）']
    expect(read(owners, ['示例医院（虚构）', '示例医院'])).toEqual({
      told: [2],
      coOwners: [['示例大学'], ['示例大学'], ['示例大学']],
    })
  })

  test('a file that names nobody it knows is taken as its own, which is told', () => {
    expect(read(['别家医院', '别家医院；示例大学'], ['示例医院'])).toEqual({
      told: [2, 3],
      coOwners: [[], ['示例大学']],
    })
  })

  test('where nobody says what it is called, nothing is told', () => {
    expect(read(['别家医院']).told).toEqual([])
  })
})
