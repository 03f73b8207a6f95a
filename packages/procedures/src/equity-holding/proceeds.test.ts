import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { type Step, said, walk } from '../procedure/testing/walk.ts'
import { equityHolding } from './equity-holding.ts'
import { eventsIn } from './events.ts'
import { holdingMoney } from './money.ts'
import { proceedsOpen } from './proceeds.ts'
import { appraised, decided, guangdong, handled, held, suggestedBy } from './testing/held.ts'

// What a disposal brought and goes to people is paid to them, no more than that, and by one voucher once.

const given: readonly Step[] = [
  ...held,
  appraised,
  decided('exit', { to: '样例买方（虚构）' }, '2026-05-02'),
]
const sold: readonly Step[] = [
  ...given,
  handled(
    {
      ...suggestedBy(given),
      ...{ price: '100000', costs: '0' },
      distribution: [
        { to: 'institution', amount: '30000' },
        { to: 'contributors', name: '示例甲', amount: '40000' },
        { to: 'contributors', amount: '20000' },
        { to: 'office', amount: '10000' },
      ],
    },
    '2026-06-01',
  ),
]
const paid = (lines: object[], more: object = {}): Step => [
  '2026-06-10',
  'finance',
  'proceedsPaid',
  { event: 5, to: 'contributors', lines, proof: '付-1', ...more },
]
const answer = (...steps: readonly Step[]) =>
  said(walk(equityHolding, guangdong, [...sold, ...steps]).last)
const one = (name: string, amount: string) => ({ name, amount })

test('each is paid up to their own part, then of that of all together', () => {
  expect(answer(paid([one('示例甲', '40000'), one('示例乙', '20000')]))).toBe('accepted')
  expect(answer(paid([one('示例甲', '60000')]))).toBe('accepted')
  expect(answer(paid([one('示例甲', '60001')]))).toBe('proceeds-exceeded')
  expect(answer(paid([one('示例乙', '20001')]))).toBe('proceeds-exceeded')
  expect(answer(paid([one('示例丙', '10001')], { to: 'office' }))).toBe('proceeds-exceeded')
})

test('nothing is paid twice, of no disposal, or of nothing', () => {
  const first = paid([one('示例甲', '1')])
  expect(answer(first, paid([one('示例甲', '1')], { proof: ' 付－1' }))).toBe(
    'proceeds-paid-before',
  )
  expect(answer(first, paid([one('示例甲', '1')], { proof: '付-2' }))).toBe('accepted')
  expect(answer(paid([one('示例甲', '1'), one('示例甲', '1')]))).toBe('proceeds-paid-before')
  expect(answer(paid([one('示例甲', '1')], { event: 4 }))).toBe('no-such-proceeds')
  expect(answer(paid([one('示例甲', '0')]))).toBe('proceeds-nothing')
  const all = paid([one('示例甲', '60000')])
  const office = paid([one('示例丙', '10000')], { to: 'office', proof: '付-3' })
  expect(answer(all, office, paid([one('示例甲', '1')], { proof: '付-4' }))).toBe(
    'proceeds-exceeded',
  )
})

test('two of one name are two people, where both are known', () => {
  const [first, second] = ['1', '2'].map((last) => `00000000-0000-7000-8000-00000000000${last}`)
  const to = (person: string | undefined, amount: string) => ({ ...one('示例丁', amount), person })
  const both = paid([to(first, '5000'), to(second, '7000')])
  expect(answer(both)).toBe('accepted')
  expect(answer(paid([to(first, '1'), to(first, '1')]))).toBe('proceeds-paid-before')
  // Who is known by the name alone may be either.
  expect(answer(paid([to(first, '1'), to(undefined, '1')]))).toBe('proceeds-paid-before')
  const { acts } = walk(equityHolding, guangdong, [...sold, both])
  const told = holdingMoney(acts).filter(({ event }) => event.kind === 'equityProceedsPaid')
  expect(told.map(({ event }) => event.parts)).toEqual([
    { paid: [5_000n, 7_000n].map((fen) => ({ fen, person: '示例丁' })) },
  ])
})

test('of two of one name each is paid their own part, and an old record by name stays readable', () => {
  const [first, second] = ['1', '2'].map((last) => `00000000-0000-7000-8000-00000000000${last}`)
  const part = (amount: string, person?: string) => ({
    ...{ to: 'contributors', name: '示例丁', amount },
    ...(person !== undefined && { person }),
  })
  const sale = (...parts: readonly object[]): readonly Step[] => [
    ...given,
    handled(
      { ...suggestedBy(given), price: '12000', costs: '0', distribution: parts },
      '2026-06-01',
    ),
  ]
  const both = sale(part('5000', first), part('7000', second))
  const after = (of: readonly Step[], ...steps: readonly Step[]) =>
    walk(equityHolding, guangdong, [...of, ...steps])
  const to = (amount: string, person?: string) => ({
    ...one('示例丁', amount),
    ...(person !== undefined && { person }),
  })
  const answered = (...lines: readonly object[]) => said(after(both, paid([...lines])).last)
  expect(answered(to('5000', first), to('7000', second))).toBe('accepted')
  expect(answered(to('5001', first))).toBe('proceeds-exceeded')
  expect(answered(to('7001', second))).toBe('proceeds-exceeded')
  expect(answered(to('1', '00000000-0000-7000-8000-000000000003'))).toBe('proceeds-exceeded')
  const told = (of: readonly Step[], ...steps: readonly Step[]) =>
    eventsIn(after(of, ...steps).state as never)
      .at(-1)
      ?.distribution.map((line) => line.paid)
  expect(told(both, paid([to('7000', second)]))).toEqual(['0', '7000'])
  // Of two who are known by it, a name alone does not say who is paid.
  expect(answered(to('7000'))).toBe('proceeds-name-shared')
  expect(answered(to('5000', first), to('7000'))).toBe('proceeds-name-shared')
  // Records of before that say no more are read as they stand: whoever is known takes their own part first.
  const [on, role, type, data] = paid([to('7000')], { proof: '付-8' })
  const by = { person: 'p', name: '示例', role }
  const { acts } = after(both)
  const old = { type, on: day(on), at: `${on}T09:00:00+08:00`, by, files: [], data }
  const later = walk(
    equityHolding,
    guangdong,
    [paid([to('5000', first)])],
    [...acts, { ...old, seq: acts.length + 1 }],
  )
  expect(
    eventsIn(later.state as never)
      .at(-1)
      ?.distribution.map((line) => line.paid),
  ).toEqual(['5000', '7000'])
  // One of two who is nowhere in the register is paid by the name, and takes nothing of the other's part.
  const mixed = sale(part('5000', first), part('7000'))
  const askedOf = (...lines: readonly object[]) => said(after(mixed, paid([...lines])).last)
  expect(askedOf(to('7000'))).toBe('accepted')
  expect(askedOf(to('7001'))).toBe('proceeds-exceeded')
  expect(askedOf(to('5001', first))).toBe('proceeds-exceeded')
  expect(told(mixed, paid([to('6000')]))).toEqual(['0', '6000'])
  // Where only one of the two says who it is, the name decides.
  expect(told(sale(part('12000')), paid([to('5000', first)]))).toEqual(['5000'])
  expect(told(sale(part('12000', first)), paid([to('5000')]))).toEqual(['5000'])
  // Two parts of one name that nobody knows more of may be of two people: the name does not say whose is paid.
  const unknown = sale(part('5000'), part('7000'))
  const askedOfTwo = (...lines: readonly object[]) => said(after(unknown, paid([...lines])).last)
  expect(askedOfTwo(to('5000'))).toBe('proceeds-name-shared')
  expect(askedOfTwo(to('5000', first))).toBe('accepted')
  expect(told(unknown, paid([to('5000', first), to('7000', second)]))).toEqual(['5000', '7000'])
  // The form begins with whose part is still open.
  const { state } = after(both, paid([to('5000', first)]))
  expect(proceedsOpen(state as never)).toMatchObject({
    lines: [{ name: '示例丁', person: second, amount: '7000' }],
  })
})

test('it is paid on the day of its own disposal or later, and struck on its own day or later', () => {
  const [, ...told] = paid([one('示例甲', '1')])
  expect(answer(['2026-05-31', ...told])).toBe('before-what-it-rests-on')
  // Of two disposals each has its own day.
  const sale = (of: readonly Step[], on: string): readonly Step[] => [
    ...of,
    handled(
      {
        ...suggestedBy(of),
        ...{ price: '100', costs: '0', distribution: [{ to: 'contributors', amount: '100' }] },
      },
      on,
    ),
  ]
  const to = { to: '样例买方（虚构）' }
  const less = decided('reduction', { ...to, part: '4%' }, '2026-05-02')
  const reduced = sale([...held, appraised, less], '2026-05-03')
  const twice = sale([...reduced, decided('exit', to, '2026-05-10')], '2026-06-01')
  const pay = (event: number, on: string): Step => [
    on,
    'finance',
    'proceedsPaid',
    { event, to: 'contributors', lines: [one('示例甲', '100')], proof: `付-${event}` },
  ]
  const said7 = (on: string) => said(walk(equityHolding, guangdong, [...twice, pay(7, on)]).last)
  expect(said7('2026-05-20')).toBe('proceeds-before-disposal')
  expect(said7('2026-06-01')).toBe('accepted')
  const struck = (on: string): Step => [on, 'finance', 'entryStruck', { entry: 6, reason: '误登' }]
  expect(answer(paid([one('示例甲', '1')]), struck('2026-06-09'))).toBe('struck-before-entry')
  expect(answer(paid([one('示例甲', '1')]), struck('2026-06-10'))).toBe('accepted')
})

test('a case is closed once everybody has their part; one that was closed before may still pay', () => {
  const closed: Step = ['2026-06-20', 'tto_negotiator', 'closed', { summary: '已退出' }]
  const office = paid([one('示例丙', '10000')], { to: 'office', proof: '付-2' })
  expect(answer(paid([one('示例甲', '60000')]), closed)).toBe('proceeds-unpaid')
  expect(answer(paid([one('示例甲', '60000')]), office, closed)).toBe('accepted')
  expect(equityHolding.afterEnd?.closed).toContain('proceedsPaid')
})

test('the form begins with what is open, and the page says what was paid of each part', () => {
  const first = [...sold, paid([one('示例甲', '15000')])]
  expect(suggestedBy(first, 'proceedsPaid')).toEqual({
    ...{ event: 5, to: 'contributors', lines: [{ name: '示例甲', amount: '25000' }] },
  })
  const { state } = walk(equityHolding, guangdong, first)
  expect(state && eventsIn(state)[0]?.distribution.map((part) => part.paid)).toEqual([
    ...[null, '15000', '0', '0'],
  ])
})

test('payments are in the books by person, and a struck one is taken back there', () => {
  const struck = (entry: number): Step => [
    '2026-06-11',
    'finance',
    'entryStruck',
    { entry, reason: '误登（示例）' },
  ]
  const first = paid([one('示例甲', '40000')])
  // A disposal stands while something of it was paid out.
  expect(answer(first, struck(5))).toBe('proceeds-paid-out')
  const { acts, last } = walk(equityHolding, guangdong, [...sold, first, struck(6), struck(5)])
  expect(said(last)).toBe('accepted')
  const told = holdingMoney(acts).filter(({ event }) => event.kind === 'equityProceedsPaid')
  expect(told.map(({ seq, event, reference }) => [seq, event.parts, reference])).toEqual([
    [6, { paid: [{ fen: 40_000n, person: '示例甲' }] }, '付-1'],
    [7, { paid: [{ fen: -40_000n, person: '示例甲' }] }, '误登（示例）'],
  ])
})

test('no more comes in than was decided, without a reason', () => {
  const of: readonly Step[] = [
    ...held,
    appraised,
    decided('exit', { to: '样例买方（虚构）', price: '100000' }, '2026-05-02'),
  ]
  const sale = (more: object) =>
    said(
      walk(equityHolding, guangdong, [
        ...of,
        handled({ ...suggestedBy(of), costs: '0', ...more }, '2026-06-01'),
      ]).last,
    )
  expect(suggestedBy(of)['price']).toBe('100000')
  expect(sale({})).toBe('accepted')
  expect(sale({ price: '100001' })).toBe('price-beyond-decided')
  expect(sale({ price: '100001', beyond: '竞价成交（示例）' })).toBe('accepted')
})
