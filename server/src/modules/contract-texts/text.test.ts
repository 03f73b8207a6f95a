import { expect, test } from 'vitest'
import type { InUse } from './standard.queries.ts'
import type { ClauseContent, Condition } from './standard.ts'
import { assembled, bestOf, fitOf, gapsIn } from './text.ts'

const clause = (
  id: string,
  conditions: readonly Condition[] = [],
  zh = id,
): InUse<ClauseContent> => ({
  ...{ id, version: 1, name: id },
  content: {
    ...{ kind: 'grant', types: ['license'], obligation: 'must', conditions, norms: [] },
    ...{ zh, headingEn: null, en: null, guidance: null },
  },
})
const library = new Map(
  [
    clause('exclusive', ['exclusive']),
    clause('sole', ['sole']),
    clause('once', ['lumpSum']),
    clause('plain-price', [], '{{合同金额}}，付至{{收款账户}}，编号{{合同编号}}'),
  ].map((one) => [one.id, one]),
)
const slot = (key: string, clauses: readonly string[], isOptional = false) => ({
  ...{ key, clauses, isOptional },
})

test('a clause fits where all it asks for is so, and nobody guesses what is not known', () => {
  const { content } = clause('x', ['exclusive', 'royalty'])
  expect(fitOf(content, { exclusive: true, royalty: true })).toBe('yes')
  expect(fitOf(content, { exclusive: true })).toBe('open')
  expect(fitOf(content, { royalty: false })).toBe('no')
})

test('of the clauses of a place the one that says most of the deal is taken', () => {
  const price = slot('price', ['plain-price', 'once'])
  expect(bestOf(price, library, { lumpSum: true })?.id).toBe('once')
  expect(bestOf(price, library, { lumpSum: false })?.id).toBe('plain-price')
  expect(bestOf(price, library, {})?.id).toBe('plain-price')
  const grant = slot('grant', ['exclusive', 'sole'])
  expect(bestOf(grant, library, { exclusive: false, sole: true })?.id).toBe('sole')
  expect(bestOf(grant, library, {})).toBeUndefined()
})

test('a first text has what fits, and leaves open what it cannot know or what may be left out', () => {
  const slots = [
    ...[slot('grant', ['exclusive', 'sole']), slot('price', ['plain-price'])],
    slot('more', ['plain-price'], true),
  ]
  const content = { types: ['license'] as const, title: 'x', titleEn: null, slots }
  expect(assembled(content, library, {}).map(({ slot: key, clause: id }) => [key, id])).toEqual([
    ...[
      ['grant', null],
      ['price', 'plain-price'],
      ['more', null],
    ],
  ])
})

test('blanks are told with where they are filled in; what comes with the signature is told apart', () => {
  const parts = assembled(
    { types: ['license'], title: 'x', titleEn: null, slots: [slot('price', ['plain-price'])] },
    library,
    {},
  )
  const facts = { 合同金额: { zh: '人民币1.00元', en: 'CNY 1.00' } }
  expect(gapsIn(parts, facts, {})).toEqual([
    { name: '收款账户', at: 'draft', comesLater: false },
    { name: '合同编号', at: 'deal', comesLater: true },
  ])
  expect(gapsIn(parts, facts, { 收款账户: '***1234', 合同编号: '1' })).toEqual([])
})
