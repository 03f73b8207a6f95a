import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lawOf, type Step } from '../procedure/testing/walk.ts'
import { walker } from '../procedure/testing/walker.ts'
import { ipInventory } from './ip-inventory.ts'

const own = walker(ipInventory, lawOf('cn-sh-draft-2024', 'cn-sh-pilot-draft'))
const inGuangdong = walker(ipInventory, lawOf('cn-gd-2025'))

const by = 'tto_negotiator'
const run: Step = [
  '2026-02-02',
  by,
  'inventoryRun',
  {
    title: '示例盘点',
    scope: '全部专利',
    takenOn: '2026-01-31',
    takenBy: '示例甲',
    level: 'city',
    ownership: 'publicly_owned',
    research: true,
    byChoice: false,
  },
]
const patent = (number: string) => ({
  kind: 'patent',
  number,
  name: '示例专利',
  idleSince: '2019-01-01',
})
const listed = (...numbers: readonly string[]): Step => [
  '2026-02-03',
  by,
  'itemsListed',
  { items: numbers.map(patent) },
]
const added = (number: string): Step => ['2026-02-04', by, 'itemAdded', patent(number)]
const decided = (type: string, number: string, outcome: string, more: object = {}): Step => [
  '2026-02-05',
  by,
  type,
  { number, outcome, reason: '示例理由', decidedBy: '示例乙', ...more },
]
const disposed = (number: string, outcome = 'keep', more = {}) =>
  decided('itemDisposed', number, outcome, more)
const revised = (number: string, outcome = 'keep', more = {}) =>
  decided('dispositionRevised', number, outcome, more)
const closed: Step = ['2026-02-06', by, 'closed', { summary: '完毕' }]
const two = [run, listed('甲', '乙')] as const

test('several items that were decided alike are disposed of by one act', () => {
  const together = (outcome: string, ...numbers: readonly string[]): Step => [
    '2026-02-05',
    by,
    'itemsDisposed',
    { numbers, outcome, reason: '示例理由', decidedBy: '示例乙' },
  ]
  const three = [run, listed('甲', '乙', '丙')] as const
  expect(own.attempt([...three, together('transfer', '甲', '乙')], closed)).toBe('items-open')
  expect(own.attempt([...three, together('keep', '甲', '乙', '丙')], closed)).toBe('accepted')
  expect(own.attempt(three, together('keep', '甲', '甲'))).toBe('item-twice')
  expect(own.attempt(three, together('keep', '甲', '丁'))).toBe('item-unlisted')
  expect(own.attempt([...three, disposed('甲')], together('keep', '甲', '乙'))).toBe(
    'item-disposed',
  )
  const { patentHoldings } = ipInventory.facts(own.reached([...three, together('transfer', '甲')]))
  expect(patentHoldings).toMatchObject([{ outcome: 'transfer' }, { outcome: null }, {}])
})

test('closes once every item has its way, and not before', () => {
  expect(own.attempt([...two, disposed('甲')], closed)).toBe('items-open')
  expect(own.attempt([...two, disposed('甲'), disposed('乙')], closed)).toBe('accepted')
  const more = [...two, disposed('甲'), disposed('乙'), added('丙')]
  expect(own.attempt(more, closed)).toBe('items-open')
  expect(own.stages(more)).toContain('itemDisposed:current')
  expect(own.needed(more)).toContain('itemDisposed')
  expect(own.attempt([...more, disposed('丙')], closed)).toBe('accepted')
})

test('each item is listed once, disposed of once, and revised after that', () => {
  expect(own.attempt([run], listed('甲', '甲'))).toBe('item-twice')
  expect(own.attempt(two, added('甲'))).toBe('item-twice')
  expect(own.attempt(two, disposed('丙'))).toBe('item-unlisted')
  expect(own.attempt([...two, disposed('甲')], disposed('甲'))).toBe('item-disposed')
  expect(own.attempt(two, revised('甲'))).toBe('nothing-disposed')
  expect(own.attempt([...two, disposed('甲')], revised('乙'))).toBe('item-open')
  expect(own.attempt([...two, disposed('甲')], revised('甲'))).toBe('accepted')
  const whole = [...two, disposed('甲'), disposed('乙')]
  expect(own.attempt(whole, disposed('甲'))).toBe('step-done')
  expect(own.attempt([...whole, closed], revised('甲'))).toBe('case-closed')
})

test('the form begins with the next item, and asks what its disposition wants', () => {
  const { fits, suggests } = ipInventory.acts['itemDisposed'] ?? {}
  const state = own.reached([...two, disposed('甲')])
  expect(suggests?.(state, '2026-02-06')).toEqual({ number: '乙' })
  expect(fits?.(state, { outcome: 'keep' })?.hides).toHaveLength(5)
  expect(fits?.(state, { outcome: 'trust' })?.wants).toEqual([
    'manager',
    'rightsSettled',
    'incomePayer',
  ])
  expect(fits?.(state, { outcome: 'abandon' })?.wants).toEqual(['evaluated', 'approved'])
})

const settled = { rightsSettled: true, incomePayer: 'manager_pays' }

describe('the draft advises, and stops nothing', () => {
  test.each([
    ['trust', settled, []],
    ['trust', { ...settled, rightsSettled: false }, ['sh.trust.terms']],
    ['trust', { ...settled, incomePayer: 'payer_unsaid' }, ['sh.trust.payment']],
    ['trust', { ...settled, incomePayer: 'institution_pays' }, ['sh.trust.payment']],
    ['abandon', { evaluated: true, approved: true }, []],
    ['abandon', { evaluated: false, approved: true }, ['sh.ip.discontinue']],
    ['abandon', { evaluated: true, approved: false }, ['sh.ip.discontinue']],
    ['licence', {}, []],
    ['keep', {}, []],
  ])('%s with %o', (outcome, more, norms) => {
    expect(own.warnings([...two, disposed('甲', outcome, more)])).toEqual(norms)
  })

  test('one bad agreement is not hidden by a good one after it', () => {
    const bad = disposed('甲', 'trust', { ...settled, incomePayer: 'institution_pays' })
    const good = disposed('乙', 'trust', settled)
    expect(own.warnings([...two, bad, good])).toEqual(['sh.trust.payment'])
    expect(own.warnings([...two, bad, good, revised('甲', 'trust', settled)])).toEqual([])
  })

  test('dormant patents wait for their way, and the run counts as the last inventory', () => {
    expect(own.clock('sh.ip.dormant', '2026-02-05', two)[0]).toBe('breached')
    const whole = [...two, disposed('甲'), disposed('乙')]
    expect(own.clock('sh.ip.dormant', '2026-02-05', whole)[0]).toBe('met')
    expect(own.clock('sh.ip.inventory', '2027-01-31', whole)[0]).toBe('met')
    expect(own.clock('sh.ip.inventory', '2027-02-01', whole)[0]).toBe('breached')
    expect(own.clock('sh.ip.inventory', '2026-02-02', [run])[0]).toBe('unknown')
  })
})

test('where no rule speaks of dispositions, none is asked', () => {
  expect(inGuangdong.warnings([...two, disposed('甲', 'abandon', {})])).toEqual([])
})

test('whatever is listed and decided, closing and the last decision are one with the record', () => {
  const numbers = ['甲', '乙', '丙']
  const decisions = fc.array(
    fc.tuple(fc.constantFrom(...numbers), fc.constantFrom('keep', 'licence', 'open_licence')),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(decisions, (all) => {
      const last = new Map<string, string>()
      const steps = all.map(([number, outcome]): Step => {
        const step = last.has(number) ? revised(number, outcome) : disposed(number, outcome)
        last.set(number, outcome)
        return step
      })
      const line = [run, listed(...numbers), ...steps]
      const holdings = ipInventory.facts(own.reached(line))['patentHoldings'] as {
        outcome: string | null
      }[]
      expect(holdings.map(({ outcome }) => outcome)).toEqual(
        numbers.map((number) => last.get(number) ?? null),
      )
      const isWhole = last.size === numbers.length
      expect(own.attempt(line, closed)).toBe(isWhole ? 'accepted' : 'items-open')
    }),
    { numRuns: 30 },
  )
})
