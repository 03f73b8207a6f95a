import { describe, expect, test } from 'vitest'
import { proposalFor } from './accounting.ts'
import { type AssetEvent, after, disclosed, tagsOf } from './tags.ts'

// The three tags and what they come to in the accounts, row by row.

const shown: AssetEvent = { kind: 'development_shown', conditionsMet: true, evidence: 1 }
const obtained: AssetEvent = { kind: 'right_obtained' }
const intended: AssetEvent = { kind: 'intention', isClear: true }
const signed: AssetEvent = { kind: 'contract_signed' }
const fell: AssetEvent = { kind: 'contract_fell' }
const inseparable: AssetEvent = { kind: 'costs_inseparable' }
const lost = (cause: 'unrenewed' | 'transferred' | 'abandoned'): AssetEvent => ({
  kind: 'right_lost',
  cause,
})
const tags = (...events: AssetEvent[]) => tagsOf(events.reduce(after, disclosed))

describe('attribute', () => {
  test.each([
    ['disclosed', [], 'unauthorised'],
    ['obtained', [obtained], 'authorised'],
    ['not renewed', [obtained, lost('unrenewed')], 'lapsed'],
    ['transferred', [obtained, lost('transferred')], 'lapsed'],
    ['abandoned', [obtained, lost('abandoned')], 'lapsed'],
    ['obtained anew', [obtained, lost('unrenewed'), obtained], 'authorised'],
  ])('%s', (_name, events, attribute) => expect(tags(...events).attribute).toBe(attribute))
})

describe('stage', () => {
  const evidence = (conditionsMet: boolean, count: number): AssetEvent => ({
    kind: 'development_shown',
    conditionsMet,
    evidence: count,
  })
  test.each([
    ['nothing yet', [], 'research'],
    ['intention alone', [intended], 'research'],
    ['intention and everything shown', [intended, shown], 'development'],
    ['a contract and everything shown', [signed, shown], 'development'],
    ['shown without intention', [shown], 'research'],
    ['conditions without evidence', [intended, evidence(true, 0)], 'research'],
    ['evidence without conditions', [intended, evidence(false, 2)], 'research'],
    [
      'the intention is withdrawn',
      [intended, shown, { kind: 'intention', isClear: false }],
      'research',
    ],
    ['the only contract fell', [signed, shown, fell], 'research'],
    ['costs in one, without a right', [inseparable], 'research'],
    ['costs in one, with a right', [obtained, inseparable], 'indistinguishable'],
    ['costs in one, but in development', [obtained, inseparable, intended, shown], 'development'],
  ] as const)('%s', (_name, events, stage) => expect(tags(...events).stage).toBe(stage))
})

describe('conversion', () => {
  test.each([
    [[], 'none', 0],
    [[intended], 'intended', 0],
    [[intended, signed], 'converted', 1],
    [[signed, signed, signed], 'converted', 3],
    [[intended, signed, fell], 'intended', 0],
    [[signed, fell], 'none', 0],
    [[fell], 'none', 0],
  ] as const)('%#', (events, conversion, count) =>
    expect(tags(...events)).toMatchObject({ conversion, count }),
  )
})

describe('accounts', () => {
  const propose = (
    events: readonly AssetEvent[],
    facts: Partial<Parameters<typeof proposalFor>[2]> = {},
  ) => {
    const standing = events.reduce(after, disclosed)
    const { treatment, article } = proposalFor(standing, tagsOf(standing), {
      assetConfirmed: false,
      ...facts,
    })
    return [treatment, article.split('/')[1]]
  }
  test.each([
    ['research without a right', [], {}, ['expense', 'a10.p1']],
    ['research with a right', [obtained], {}, ['capitalise_fees', 'a10.p1']],
    ['costs in one, with a right', [obtained, inseparable], {}, ['capitalise_fees', 'a10.p1']],
    ['development runs', [intended, shown], {}, ['collect', 'a10.p1']],
    ['an asset resulted', [intended, shown], { assetFormed: true }, ['capitalise', 'a10.p1']],
    ['no asset resulted', [intended, shown], { assetFormed: false }, ['expense', 'a10.p1']],
    [
      'transferred',
      [obtained, lost('transferred')],
      { assetConfirmed: true },
      ['derecognise', 'a11.p1'],
    ],
    ['transferred, never booked', [obtained, lost('transferred')], {}, ['none', 'a11.p1']],
    ['abandoned', [obtained, lost('abandoned')], { assetConfirmed: true }, ['write_off', 'a11.p2']],
    ['abandoned, never booked', [obtained, lost('abandoned')], {}, ['none', 'a11.p2']],
    [
      'licensed: the asset stays',
      [obtained, intended, shown, signed],
      { assetFormed: true },
      ['capitalise', 'a10.p1'],
    ],
    [
      'given in part to inventors',
      [obtained],
      { isEmpowered: true },
      ['needs_confirmation', 'a11.p1'],
    ],
  ] as const)('%s', (_name, events, facts, expected) =>
    expect(propose(events, facts)).toEqual(expected),
  )
})
