import { expect, test } from 'vitest'
import { type Step, said, walk } from '../procedure/testing/walk.ts'
import { equityHolding } from './equity-holding.ts'
import { holdingOf } from './summary.ts'
import {
  appraised,
  decided,
  guangdong,
  handled,
  held,
  holders,
  house,
  opened,
  round,
  suggestedBy,
} from './testing/held.ts'

// What no event may do to a holding, what one costs, and how a mistake in the record is put right.

test('a body stays what it is: no round makes the house a partner, and no partner the house', () => {
  const steps = [...held, decided('increase', round)]
  const { holders: after } = suggestedBy(steps)
  const retyped = (name: string, kind: string) =>
    after.map((one) => (one.name === name ? { ...one, kind, isChief: false } : one))
  const answer = (list: readonly object[], on = '2026-06-01') =>
    said(walk(equityHolding, guangdong, [...steps, handled({ holders: list }, on)]).last)
  expect(answer(retyped(house, 'partner'))).toBe('holder-kind-changed')
  expect(answer(retyped('示例创投（虚构）', 'platform_company'))).toBe('holder-kind-changed')
  // What was said of an investor when it was decided holds as well.
  expect(answer(retyped('样例基金（虚构）', 'institution'))).toBe('holder-kind-changed')
  expect(answer(after)).toBe('accepted')
  // It holds where no terms say who holds what afterwards, too.
  const impaired = [...held, decided('impairment', {})]
  const others = holders.map((one) =>
    one.name === '示例创投（虚构）' ? { ...one, kind: 'institution' } : one,
  )
  const told = handled({ holders: others, impairment: '1' }, '2026-04-20')
  expect(said(walk(equityHolding, guangdong, [...impaired, told]).last)).toBe('holder-kind-changed')
})

test('what is allocated free of charge is no loss: its cost goes with it', () => {
  const taker = '样例国资运营（虚构）'
  const given = [
    ...held,
    decided('free_allocation', { to: taker, part: '3%', handler: 'health' }),
    ['2026-05-02', 'finance', 'departmentDecided', { body: 'health', document: '卫资-1' }] as Step,
  ]
  const { state, last } = walk(equityHolding, guangdong, [
    ...given,
    handled({ ...suggestedBy(given) }),
  ])
  expect(said(last)).toBe('accepted')
  const seen = state && holdingOf(state)
  expect(seen?.events[0]).toMatchObject({ result: null, allocated: '30000000' })
  // What is sold later costs what is left.
  const rest = [
    ...given,
    handled({ ...suggestedBy(given) }),
    ['2026-06-02', 'finance', 'appraised', { ...appraised[3] }] as Step,
    decided('exit', { to: '样例买方（虚构）' }, '2026-06-02'),
  ]
  const sold = handled({ ...suggestedBy(rest), price: '60000000' }, '2026-06-03')
  const after = walk(equityHolding, guangdong, [...rest, sold]).state
  expect(after && holdingOf(after)?.events[1]?.result).toMatchObject({
    basis: '60000000',
    result: '0',
  })
})

test('what the house pays in a round is part of what its equity cost', () => {
  const own = { ...round, investors: [{ name: house, kind: 'institution', amount: '500000000' }] }
  const steps = [...held, decided('increase', own)]
  const bought = handled({ ...suggestedBy(steps) })
  const rest = [
    ...steps,
    bought,
    ['2026-06-02', 'finance', 'appraised', { ...appraised[3] }] as Step,
    decided('exit', { to: '样例买方（虚构）' }, '2026-06-02'),
  ]
  const sold = handled({ ...suggestedBy(rest), price: '600000000' }, '2026-06-03')
  const { state, last } = walk(equityHolding, guangdong, [...rest, sold])
  expect(said(last)).toBe('accepted')
  expect(state && holdingOf(state)?.events[1]?.result).toMatchObject({
    basis: '590000000',
    result: '10000000',
  })
})

test('a mistaken entry is struck with its reason and made again; both stay in the record', () => {
  const came = (amount: string): Step => [
    '2026-05-09',
    'finance',
    'dividendReceived',
    { year: '2025', amount, voucher: '收-1' },
  ]
  const struck = (entry: number, on = '2026-06-10'): Step => [
    on,
    'finance',
    'entryStruck',
    { entry, reason: '金额录错（示例）' },
  ]
  const { state, acts } = walk(equityHolding, guangdong, [
    ...[...held, came('900'), struck(3)],
    came('90'),
  ])
  expect(acts).toHaveLength(5)
  const seen = state && holdingOf(state)
  expect(seen?.dividendsReceived.map(({ fen }) => fen)).toEqual(['90'])
  const answer = (entry: number) =>
    said(walk(equityHolding, guangdong, [...held, came('900'), struck(entry)]).last)
  expect(answer(9)).toBe('no-such-entry')
  // A part that was given up with a wrong price waits to be carried out again, and is closed anew.
  const left = [...held, appraised, decided('exit', { to: '样例买方（虚构）' }, '2026-05-02')]
  const sold = handled({ ...suggestedBy(left), price: '10500000' })
  const closed: Step = ['2026-06-05', 'tto_negotiator', 'closed', { summary: '已退出' }]
  const wrong = walk(equityHolding, guangdong, [...left, sold, closed, struck(5)])
  expect(said(wrong.last)).toBe('accepted')
  expect(wrong.state?.status).toBe('open')
  expect(wrong.state && holdingOf(wrong.state)).toMatchObject({
    ...{ stage: 'before_market', events: [], pending: { matter: 'exit' } },
  })
  const again = handled({ ...suggestedBy(left), price: '15000000' }, '2026-06-11')
  const right = walk(equityHolding, guangdong, [again], wrong.acts)
  expect(right.state && holdingOf(right.state)?.events[0]?.result?.price).toBe('15000000')
  // What later changes rest on is not struck under them.
  const two = [...held, decided('increase', round)]
  const diluted = [...two, handled({ ...suggestedBy(two) })]
  const more = [...diluted, decided('impairment', {}, '2026-06-02')]
  const written = handled({ ...suggestedBy(more), impairment: '5' }, '2026-06-03')
  expect(said(walk(equityHolding, guangdong, [...more, written, struck(4)]).last)).toBe(
    'later-holders-rest-on-it',
  )
})

test('the entry of the holding itself is corrected whole, and the chiefs are asked about again', () => {
  const corrected = (given: object): Step => [
    '2026-06-10',
    'finance',
    'openingCorrected',
    { ...opened, ...given, reason: '股东类型录错（示例）' },
  ]
  const was = { ...opened, holders: holders.map((one) => ({ ...one, kind: 'partner' })) }
  const begun: Step = ['2026-02-02', 'tto_negotiator', 'holdingOpened', was]
  const { state, last } = walk(equityHolding, guangdong, [begun, corrected({})])
  expect(said(last)).toBe('accepted')
  expect(state && holdingOf(state)).toMatchObject({ ownShare: '9/100', ownCost: '90000000' })
  const chief = holders.map((one) => (one.kind === 'contributor' ? { ...one, isChief: true } : one))
  const refused = walk(equityHolding, guangdong, [begun, corrected({ holders: chief })])
  expect(said(refused.last)).toBe('gd.equity.chiefs')
})

test('no correction of what came before takes out of the books what later came for a part', () => {
  const left = [...held, appraised, decided('exit', { to: '样例买方（虚构）' }, '2026-05-02')]
  const steps = [...left, handled({ ...suggestedBy(left), price: '10500000' })]
  const correct = (given: object) => {
    const data = { ...opened, ...given, reason: '原登记有误（示例）' }
    const act: Step = ['2026-06-10', 'finance', 'openingCorrected', data]
    return said(walk(equityHolding, guangdong, [...steps, act]).last)
  }
  const nobody = holders.map((one) => (one.name === house ? { ...one, kind: 'partner' } : one))
  expect(correct({ holders: nobody })).toBe('later-holders-rest-on-it')
  expect(correct({ formedOn: '2026-06-05' })).toBe('later-holders-rest-on-it')
  expect(correct({ value: '600000000' })).toBe('accepted')
})

test('a change of before that is entered late gives up nothing that a later one gave up', () => {
  const told = (houseShare: string, partnerShare: string) =>
    holders.map((one) =>
      one.kind === 'contributor'
        ? one
        : { ...one, share: one.name === house ? houseShare : partnerShare },
    )
  const former = (on: string, list: readonly object[], price: string): Step => [
    on,
    'finance',
    'formerEvent',
    { matter: 'transfer', terms: '转让协议（示例）', holders: list, price },
  ]
  // Formed years ago, entered now.
  const first = { ...opened, formedOn: '2024-02-01' }
  const begun: Step = ['2024-02-01', 'tto_negotiator', 'holdingOpened', first]
  const { acts } = walk(equityHolding, guangdong, [begun])
  const late = acts.map((act) => ({ ...act, at: '2026-02-02T09:00:00+08:00' }))
  const sold = former('2025-06-01', told('5%', '74%'), '40000000')
  const answer = (step: Step) => said(walk(equityHolding, guangdong, [sold, step], late).last)
  expect(answer(former('2025-01-01', told('5%', '74%'), '1'))).toBe('later-holders-rest-on-it')
  expect(answer(former('2025-01-01', told('7%', '72%'), '1'))).toBe('accepted')
})

test('two events that were struck are entered again by the decisions there are, the earlier first', () => {
  const seed = {
    ...round,
    investors: [{ name: '种子（虚构）', kind: 'partner', amount: '100000000' }],
  }
  const first = [...held, decided('increase', seed)]
  const rounds = [...first, handled({ ...suggestedBy(first) }, '2026-06-01')]
  const impaired = [...rounds, decided('impairment', {}, '2026-06-02')]
  const now = suggestedBy(impaired)
  const both = [...impaired, handled({ holders: now.holders, impairment: '1' }, '2026-06-03')]
  const place = (steps: readonly Step[]) => steps.length
  const strike = (entry: number): Step => [
    ...(['2026-06-10', 'tto_reviewer', 'entryStruck'] as const),
    { entry, reason: '误登（虚构）' },
  ]
  const struck = [...both, strike(place(both)), strike(place(rounds))]
  const { state: before } = walk(equityHolding, guangdong, struck)
  expect(before && holdingOf(before)?.pending?.matter).toBe('increase')
  // What was decided first is carried out first, by its own terms.
  const again = [...struck, handled({ ...suggestedBy(struck) }, '2026-06-10')]
  const middle = walk(equityHolding, guangdong, again)
  expect(said(middle.last)).toBe('accepted')
  expect(middle.state && holdingOf(middle.state)?.pending?.matter).toBe('impairment')
  const second = handled({ holders: suggestedBy(again).holders, impairment: '7' }, '2026-06-10')
  const { state, last } = walk(equityHolding, guangdong, [...again, second])
  expect(said(last)).toBe('accepted')
  const seen = state && holdingOf(state)
  expect([seen?.pending, seen?.events.map(({ matter }) => matter)]).toEqual([
    null,
    ['increase', 'impairment'],
  ])
  expect(said(walk(equityHolding, guangdong, [...again, second, second]).last)).toBe(
    'nothing-decided',
  )
})

test('the reason for staying goes with a mistaken entry into the market', () => {
  const entered: Step = ['2026-03-10', 'tto_negotiator', 'marketEntered', { basis: 'first_sale' }]
  const staying: Step = ['2026-06-01', 'leaders', 'stayExplained', { reason: '产品仍在扩产' }]
  const strike = (entry: number): Step => [
    ...(['2026-06-10', 'tto_reviewer', 'entryStruck'] as const),
    { entry, reason: '误登' },
  ]
  const steps = [...held, entered, staying]
  const { state, last } = walk(equityHolding, guangdong, [...steps, strike(3)])
  expect(said(last)).toBe('accepted')
  expect(state?.acts['stayExplained']).toBeUndefined()
  // Where another entry stands, it is why it stays.
  const twice = walk(equityHolding, guangdong, [
    ...steps,
    ['2026-06-05', 'tto_negotiator', 'marketEntered', { basis: 'first_sale' }],
    strike(3),
  ])
  expect(twice.state?.acts['stayExplained']).toHaveLength(1)
})

test('what was carried out stays where its entry on the list is struck, and so does the breach', () => {
  const left = [...held, appraised, decided('exit', { to: '样例买方（虚构）' }, '2026-05-02')]
  const sold = handled({ ...suggestedBy(left), price: '15000000' })
  const struck: Step = ['2026-06-10', 'finance', 'entryStruck', { entry: 2, reason: '误登' }]
  const wrong = walk(equityHolding, guangdong, [...left, sold, struck])
  const standing = ({ last }: typeof wrong) =>
    last?.kind === 'accepted' &&
    last.assessment.findings.find(({ norm }) => norm === 'gd.equity.list')?.status
  expect(standing(wrong)).toBe('breached')
  expect(wrong.state && holdingOf(wrong.state)?.events[0]?.result?.price).toBe('15000000')
  // Entered on the list anew, it is put right.
  const again: Step = ['2026-06-11', 'finance', 'listed', { entry: '单-2' }]
  expect(standing(walk(equityHolding, guangdong, [again], wrong.acts))).toBe('met')
})
