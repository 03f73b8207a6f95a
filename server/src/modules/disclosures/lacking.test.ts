import { expect, test } from 'vitest'
import { asksWhy, lackingOf } from './lacking.ts'

const word = (text: string) => ({ zh: text, en: text })
const wanting = {
  speaking: [
    { pack: 'law', status: 'in-force' },
    { pack: 'draft', status: 'draft' },
  ],
  groups: [
    {
      ...{ pack: 'law', cite: 'law#a14' },
      groups: [
        { told: ['type'], label: word('类型') },
        { told: ['market', 'benefit'], label: word('前景') },
      ],
    },
    { pack: 'elsewhere', cite: 'far#a1', groups: [{ told: ['need'], label: word('需求') }] },
  ],
  documents: {
    kinds: { task_book: word('任务书'), project_contract: word('合同') },
    wanted: [
      { pack: 'draft', cite: 'draft#a6', by: { public: ['project_contract', 'task_book'] } },
    ],
  },
}
const told = {
  disclosure: { type: '材料', market: '有', benefit: '有' } as Record<string, string | undefined>,
  fundingKind: 'public',
  files: [{ as: 'project_contract' }, { as: 'task_book' }],
}

test('nothing is lacking where all is told and filed', () => {
  expect(lackingOf(told, wanting, [])).toEqual({ texts: [], unconfirmed: [] })
})

test('what is not told is named by the law that wants it, and asks why', () => {
  const lacking = lackingOf({ ...told, disclosure: { type: '材料', market: '有' } }, wanting, [])
  expect(lacking.texts).toEqual([
    { what: 'groups', pack: 'law', cite: 'law#a14', isDraft: false, items: [word('前景')] },
  ])
  expect(asksWhy(lacking)).toBe(true)
})

test('papers that a draft alone wants are named, and ask nothing', () => {
  const lacking = lackingOf({ ...told, files: [{ as: 'task_book' }, {}] }, wanting, [])
  expect(lacking.texts).toEqual([
    { what: 'papers', pack: 'draft', cite: 'draft#a6', isDraft: true, items: [word('合同')] },
  ])
  expect(asksWhy(lacking)).toBe(false)
  expect(lackingOf({ ...told, fundingKind: null, files: [] }, wanting, []).texts).toEqual([])
})
