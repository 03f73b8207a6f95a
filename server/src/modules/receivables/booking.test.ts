import { ratio } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { bookingOf } from './booking.ts'

test('what came before a claim lessens it on its own day, not before there was any', () => {
  const booked = [
    { kind: 'receivableDue' as const, on: '2026-03-01', parts: { transfer: [{ fen: 100n }] } },
  ]
  const claim = {
    ...{ open: 60n, worth: ratio(1), recognisedOn: '2026-03-01', writtenOff: [], others: [] },
    paid: [{ minor: 40n, fen: 40n, on: '2026-02-15' }],
  }
  expect(bookingOf(claim, booked, { on: '2026-02-15', isService: false })).toEqual([
    { kind: 'receivableChanged', on: '2026-03-01', parts: { transfer: [{ fen: -40n }] } },
  ])
})
