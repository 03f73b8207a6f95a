import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { amended, type Edit, type PackDocuments } from './amend.ts'
import { loadCases } from './case-document.ts'
import { packOf } from './load-pack.ts'
import { readPackSource } from './pack-source.ts'

const dir = join(import.meta.dirname, '../../../packs/cn-gd-2025')
const documents: PackDocuments = { source: readPackSource(dir), cases: loadCases(dir) }
const untouched = JSON.stringify(documents)

const value = {
  kind: 'value',
  parameter: 'notice.days',
  from: '2027-01-01',
  to: '2031-01-15',
  value: '20',
  cite: 'a14.p1.i3',
  provenance: 'text',
  reads: '20日',
} as const

const put = (...edits: Edit[]) => amended(documents, edits, 2)
const daysIn = (edits: Edit[]) =>
  packOf(put(...edits).source).parameters['notice.days']?.values.map(({ from, to, value }) => [
    from,
    to,
    value,
  ])

describe('an edit of a number', () => {
  test('from a later day ends the one before', () => {
    expect(daysIn([value])).toEqual([
      ['2026-01-15', '2027-01-01', 15],
      ['2027-01-01', '2031-01-15', 20],
    ])
  })

  test('from the same day corrects it', () => {
    expect(daysIn([{ ...value, from: '2026-01-15' }])).toEqual([['2026-01-15', '2031-01-15', 20]])
  })

  test('is said to read so in the text', () => {
    const lock = put(value).source.lock['gd-2025'] as { values: Record<string, unknown> }
    expect(lock.values['notice.days@2027-01-01']).toEqual({
      at: 'a14.p1.i3',
      value: '20',
      reads: '20日',
    })
  })
})

test('edits leave what they are put to as it was, and raise the number', () => {
  const name = documents.cases[0]?.name ?? ''
  const after = put(value, { kind: 'case', name, is: null })
  expect(after.source.head['revision']).toBe(2)
  expect(after.cases).toHaveLength(documents.cases.length - 1)
  expect(JSON.stringify(documents)).toBe(untouched)
})

test('a clause read anew has the fingerprint of the new text', () => {
  const after = put({ kind: 'text', source: 'gd-2025', at: 'a1', print: '0123456789abcdef' })
  const lock = after.source.lock['gd-2025'] as { nodes: Record<string, string> }
  expect(lock.nodes['a1']).toBe('0123456789abcdef')
  expect(lock.nodes['a2']).not.toBe('0123456789abcdef')
})

test.each<[string, Edit]>([
  ['a number', { ...value, parameter: 'no.such' }],
  ['a value to take back', { ...value, value: null }],
  [
    'a reading',
    {
      kind: 'reading',
      interpretation: 'gd.notice.counting',
      default: 'lunar',
      rationale: { zh: '示例', en: 'example' },
    },
  ],
  ['a digest', { kind: 'digest', source: 'gd-2025', at: 'a99', text: { zh: '示', en: 'e' } }],
  ['a waiver', { kind: 'waiver', at: 'a99', reason: null }],
  ['a case', { kind: 'case', name: 'no such case', is: null }],
  ['a clause', { kind: 'text', source: 'gd-2025', at: 'a99', print: '0' }],
])('%s that is not there is told, and nothing else is lost', (_what, edit) => {
  const { problems, source } = put(edit, value)
  expect(problems).toMatchObject([{ code: 'nothing-there' }])
  expect(packOf(source).parameters['notice.days']?.values).toHaveLength(2)
})
