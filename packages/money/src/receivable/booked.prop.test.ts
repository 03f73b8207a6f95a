import { type Day, day, ratio } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookedOf, type Claim, less, ownPartOf, recognisedOn } from './booked.ts'

const days = ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05'] as const
const someDay = fc.constantFrom<string>(...days)
const part = fc.record({ minor: fc.bigInt(1n, 1000n), on: someDay })
const claims: fc.Arbitrary<Claim> = fc.record({
  open: fc.bigInt(0n, 1000n),
  worth: fc.constantFrom(ratio(1), ratio(7n), ratio(71043n, 10000n)),
  recognisedOn: fc.option(someDay),
  paid: fc.array(
    fc.record({ minor: fc.bigInt(1n, 1000n), fen: fc.bigInt(1n, 8000n), on: someDay }),
    { maxLength: 4 },
  ),
  writtenOff: fc.array(part, { maxLength: 2 }),
  others: fc.constantFrom(
    [],
    [{ holder: '示例大学', share: ratio(1n, 4n) }],
    [
      { holder: '示例大学', share: ratio(1n, 3n) },
      { holder: '示例所', share: ratio(1n, 7n) },
    ],
  ),
})

const sum = (amounts: readonly { readonly fen: bigint }[]) =>
  amounts.reduce((all, { fen }) => all + fen, 0n)

test('what was recognised is what was cleared, written off, or still stands, for each holder', () => {
  fc.assert(
    fc.property(claims, (claim) => {
      const { due, cleared, writtenOff, standing } = bookedOf(claim)
      expect(sum(due) - sum(cleared) - sum(writtenOff)).toBe(standing)
      const rest = less(less(due, cleared), writtenOff)
      for (const { fen } of rest) expect(fen > 0n).toBe(true)
      expect(sum(rest)).toBe(standing)
    }),
  )
})

test('the own part of what stands of several claims is what the books have of it, to the fen', () => {
  fc.assert(
    fc.property(fc.array(claims, { minLength: 1, maxLength: 6 }), claims, (several, { others }) => {
      const booked = several.map((claim) => bookedOf({ ...claim, others }))
      const own = booked.flatMap(({ due, cleared, writtenOff }) =>
        less(less(due, cleared), writtenOff).filter(({ person }) => person === undefined),
      )
      const standing = booked.map((one) => ownPartOf(one.standing, others))
      expect(standing.reduce((all, fen) => all + fen, 0n)).toBe(sum(own))
    }),
  )
  // Two claims of a fen are own in whole, though two thirds of both together are one.
  const third = [{ holder: '示例大学', share: ratio(1n, 3n) }]
  expect([ownPartOf(1n, third) + ownPartOf(1n, third), ownPartOf(2n, third)]).toEqual([2n, 1n])
})

test('income comes to what arrived less what is other holders’, and what was gained on the way', () => {
  fc.assert(
    fc.property(claims, ({ others: _others, ...own }) => {
      const claim = { ...own, others: [] }
      const { due, cleared, gained, lost } = bookedOf(claim)
      const received = claim.paid.filter(({ on }) => on >= (claim.recognisedOn ?? '9'))
      // The receipts are income; the claim is; what paid it goes off again, at the rate of its terms.
      const income = sum(received) + sum(due) - sum(cleared) - gained + lost
      expect(income).toBe(sum(due))
    }),
  )
})

test('a claim is none before its day, and comes with the first day that counts', () => {
  const today = day('2026-03-01') as Day
  const on = (due: string | null, invoiced: string | null, rules = ['due', 'invoiced'] as const) =>
    recognisedOn(rules, { due, invoiced }, today)
  expect(on('2026-03-02', null)).toBe(null)
  expect(on('2026-03-01', '2026-02-03')).toBe('2026-02-03')
  expect(on('2026-03-02', '2026-02-03')).toBe('2026-02-03')
  expect(recognisedOn(['due'], { due: '2026-03-02', invoiced: '2026-02-03' }, today)).toBe(null)
  const early = { ...{ open: 70n, worth: ratio(1), recognisedOn: '2026-03-01', others: [] } }
  const paid = [{ minor: 30n, fen: 30n, on: '2026-02-01' }]
  expect(bookedOf({ ...early, paid, writtenOff: [] })).toMatchObject({
    ...{ due: [{ fen: 70n }], cleared: [], standing: 70n },
  })
})

test('of what the exchange gave or took, only the own part is the house’s', () => {
  const others = [{ holder: '示例大学', share: ratio(1n, 4n) }]
  const claim = { ...{ open: 0n, worth: ratio(7n), recognisedOn: '2026-03-01' }, writtenOff: [] }
  const paid = (fen: bigint) => [{ minor: 100n, fen, on: '2026-03-02' }]
  expect(bookedOf({ ...claim, others, paid: paid(740n) })).toMatchObject({ gained: 30n, lost: 0n })
  expect(bookedOf({ ...claim, others, paid: paid(660n) })).toMatchObject({ gained: 0n, lost: 30n })
})
