import { expect, test } from 'vitest'
import { type Step, said, walk } from '../procedure/testing/walk.ts'
import { equityHolding } from './equity-holding.ts'
import { decided, guangdong, handled, held, holders, house, opened, round } from './testing/held.ts'

// What cannot be of a holding: terms that nobody could carry out, losses beyond the books, steps of a winding-up out of
// their order.

const wound = (stage: string, on: string, document: string): Step => [
  on,
  'finance',
  'windingUp',
  { stage, body: '清算组', document },
]

test('an increase that names neither value nor investors dilutes nobody', () => {
  const steps = [...held, decided('increase', {})]
  const diluted = holders.map((one) => ({
    ...one,
    share: one.name === house ? '1%' : one.name === '示例甲' ? '21%' : '78%',
  }))
  expect(said(walk(equityHolding, guangdong, [...steps, handled({ holders: diluted })]).last)).toBe(
    'round-untold',
  )
  // By the reserves of the company everybody holds what they held.
  expect(said(walk(equityHolding, guangdong, [...steps, handled({ holders })]).last)).toBe(
    'accepted',
  )
})

test.each([
  ['more than is held', { to: '资方（虚构）', part: '9.1%' }, 'terms-impossible'],
  ['all that is held', { to: '资方（虚构）', part: '9%' }, 'accepted'],
  ['from somebody who holds nothing', { from: '路人', to: '资方（虚构）' }, 'terms-impossible'],
  ['to who gives it up', { from: house, to: house }, 'terms-impossible'],
])('a transfer of %s: %s', (_what, terms, outcome) => {
  expect(said(walk(equityHolding, guangdong, [...held, decided('transfer', terms)]).last)).toBe(
    outcome,
  )
})

test('a company that is deregistered is liquidated and nothing else', () => {
  const gone = [...held, wound('deregistered', '2026-04-01', '销-1')]
  const to = (matter: string, terms: object) =>
    said(walk(equityHolding, guangdong, [...gone, decided(matter, terms)]).last)
  expect(to('increase', round)).toBe('company-deregistered')
  expect(to('liquidation', {})).toBe('accepted')
  const steps = [...gone, decided('liquidation', {})]
  const left = { holders: [{ ...holders[2], share: '100%' }], price: '0' }
  expect(said(walk(equityHolding, guangdong, [...steps, handled(left)]).last)).toBe(
    'holders-of-nothing',
  )
  expect(said(walk(equityHolding, guangdong, [...steps, handled({ price: '0' })]).last)).toBe(
    'accepted',
  )
})

test('what is written down is said, and is no more than the equity is in the books', () => {
  const steps = [...held, decided('impairment', {})]
  const to = (data: object) =>
    said(walk(equityHolding, guangdong, [...steps, handled({ holders, ...data })]).last)
  expect(to({})).toBe('impairment-missing')
  expect(to({ impairment: '0' })).toBe('impairment-missing')
  expect(to({ impairment: '90000001' })).toBe('impairment-beyond-book')
  expect(to({ impairment: '90000000' })).toBe('accepted')
})

test('a holder stands there once, however the name is written', () => {
  const twice = [
    ...holders.slice(0, 2),
    { name: '示例创投（虚构）', kind: 'partner', share: '40%' },
    { name: '示例创投 (虚构)', kind: 'partner', share: '30%' },
  ]
  const step: Step = [
    '2026-02-02',
    'tto_negotiator',
    'holdingOpened',
    { ...opened, holders: twice },
  ]
  expect(said(walk(equityHolding, guangdong, [step]).last)).toBe('duplicate-holder')
})

test('a winding-up goes on and never back, and each step of it is recorded once', () => {
  const begun = wound('bankruptcy_accepted', '2026-05-01', '破-1')
  const ended = wound('liquidation_ended', '2026-05-20', '清-1')
  const to = (...steps: readonly Step[]) =>
    said(walk(equityHolding, guangdong, [...held, ...steps]).last)
  expect(to(begun, begun)).toBe('winding-up-recorded')
  expect(to(begun, wound('liquidation_ended', '2026-05-20', '破-1'))).toBe('accepted')
  expect(to(ended, wound('liquidation_begun', '2026-05-21', '清-2'))).toBe(
    'winding-up-out-of-order',
  )
  expect(to(ended, wound('deregistered', '2026-05-19', '销-1'))).toBe('winding-up-out-of-order')
  expect(to(ended, wound('liquidation_begun', '2026-05-20', '清-2'))).toBe(
    'winding-up-out-of-order',
  )
  expect(to(ended, wound('deregistered', '2026-05-20', '销-1'))).toBe('accepted')
  // A liquidation may become a bankruptcy.
  expect(to(wound('liquidation_begun', '2026-04-01', '清-0'), begun, ended)).toBe('accepted')
})
