import { day, fen, type Words } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { assess, compile, type Pack, parseFacts } from './index.ts'

const say = (text: string): Words => ({ zh: text, en: text })
const KINDS = { tax: say('tax'), meals: say('meals') }

/** An invented law with invented numbers. */
const pack: Pack = {
  id: 'x',
  jurisdiction: 'x',
  title: say('invented'),
  revision: 1,
  status: 'published',
  sources: [{ id: 'x-law', title: say('invented'), status: 'in-force' }],
  facts: {
    gross: { label: say('gross'), type: 'money' },
    costs: {
      label: say('costs'),
      type: {
        list: {
          kind: { label: say('kind'), type: { enum: KINDS } },
          amount: { label: say('amount'), type: 'money' },
        },
      },
    },
    toA: { label: say('A'), type: 'money' },
    toB: { label: say('B'), type: 'money' },
  },
  actions: {},
  parameters: {
    least: {
      label: say('least'),
      type: 'ratio',
      bound: 'floor',
      values: [{ from: '2025-01-01', value: '33.3%', cite: 'a1' }],
    },
    most: {
      label: say('most'),
      type: 'ratio',
      bound: 'ceiling',
      values: [{ from: '2025-01-01', value: '33.3%', cite: 'a2' }],
    },
  },
  definitions: {
    off: {
      label: say('off'),
      type: 'money',
      is: "sum(costs, c, c.amount, c.kind == 'tax')",
      cite: 'a3',
    },
    net: { label: say('net'), type: 'money', is: 'gross - off', cite: 'a3' },
  },
  interpretations: {},
  norms: [],
  money: {
    income: 'gross',
    costs: 'costs',
    deductions: 'off',
    net: 'net',
    shares: [
      { id: 'a', param: 'least', planned: 'toA', cite: 'a1' },
      { id: 'b', param: 'most', planned: 'toB', cite: 'a2' },
    ],
    parts: ['toA', 'toB'],
  },
}

test('net income line by line, floors up, caps down, and what is lacking', () => {
  const law = compile([pack])
  const facts = parseFacts(law, {
    gross: '1106',
    costs: [
      { kind: 'tax', amount: '105' },
      { kind: 'meals', amount: '50' },
    ],
    toA: '333',
    toB: '333',
  })
  const { money } = assess(law, facts, { asOf: day('2026-03-02') })
  expect(money?.lines.map(({ id, effect }) => [id, effect])).toEqual([
    ['gross', 'adds'],
    ['tax', 'subtracts'],
    ['meals', 'none'],
  ])
  // 33.3% of 1001 fen is 333.333 fen.
  expect(money).toMatchObject({
    net: fen(1001n),
    floors: [{ amount: 334n, rounding: 'up', difference: -1n }],
    caps: [{ amount: 333n, rounding: 'down', difference: 0n }],
    unassigned: 335n,
  })
})

test('where the number of another pack is left, the line cites that one', () => {
  const values = [{ from: '2020-01-01', value: '10%', cite: 'b7' }]
  const { money: _, ...rest } = pack
  const base: Pack = {
    ...rest,
    id: 'y',
    sources: [{ id: 'y-law', title: say('invented'), status: 'in-force' }],
    parameters: { least: { label: say('least'), type: 'ratio', bound: 'floor', values } },
  }
  const law = compile([base, pack])
  const facts = parseFacts(law, { gross: '1000', costs: [] })
  const citedOn = (asOf: string) => assess(law, facts, { asOf: day(asOf) }).money?.floors[0]?.cite
  expect(citedOn('2024-12-31')).toEqual({ source: 'y-law', at: 'b7' })
  expect(citedOn('2025-01-01')).toEqual({ source: 'x-law', at: 'a1' })
})

test('a cost without an amount leaves the net income open and says which', () => {
  const law = compile([pack])
  const facts = parseFacts(law, { gross: '1106', costs: [{ kind: 'tax' }] })
  const { money } = assess(law, facts, { asOf: day('2026-03-02') })
  expect(money?.net).toBeUndefined()
  expect(money?.missing).toEqual(['costs[0].amount'])
})
