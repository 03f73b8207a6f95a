import { expect, test } from 'vitest'
import { type KeptAct, keptBy, sumsOf, usesTold } from './retained.ts'

const act = (type: string, on: string, more: Partial<KeptAct> = {}): KeptAct => {
  return { caseId: 'a', type, on, kept: null, purposes: null, ...more }
}
const plan = (kept: string, purposes: KeptAct['purposes'] = null, caseId = 'a') =>
  act('planDrafted', '2026-01-02', { kept, purposes, caseId })

test('what is kept is what the plan said that was paid, not the one drafted after', () => {
  const acts = [plan('100'), plan('300'), act('paid', '2026-02-01'), plan('900')]
  expect(keptBy(acts)).toMatchObject([{ on: '2026-02-01', fen: 300n }])
})

test('a distribution that was reversed is gone, the ones before it stand', () => {
  const acts = [plan('100'), act('paid', '2026-02-01'), plan('50'), act('paid', '2026-03-01')]
  const reversed = act('distributionReversed', '2026-04-01')
  expect(keptBy([...acts, reversed])).toMatchObject([{ fen: 100n }])
  expect(keptBy([...acts, reversed, reversed])).toEqual([])
})

test('purposes and what nobody said sum to what is kept; the law is told nothing of a part unsaid', () => {
  const said = [
    { purpose: 'talent', amount: '40' },
    { purpose: 'other', amount: '60' },
  ] as const
  const paid = (parts: KeptAct['purposes']) =>
    keptBy([plan('100', parts), act('paid', '2026-02-01')])
  const whole = paid(said)
  expect(usesTold(sumsOf(whole))).toEqual({ residualUses: said })
  const other = [plan('7', null, 'b'), act('paid', '2026-02-02', { caseId: 'b' })]
  const some = sumsOf([...whole, ...keptBy(other)])
  expect([some.all, some.unsaid]).toEqual([107n, 7n])
  expect(usesTold(some)).toEqual({})
  // A department uses it, nobody said for what.
  expect(usesTold(sumsOf(paid([said[0], { ...said[1], purpose: 'department' }])))).toEqual({})
})
