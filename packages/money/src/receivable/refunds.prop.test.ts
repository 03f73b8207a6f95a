import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loneRefunds, type Refund, type Refundable, refundChoices } from './refunds.ts'

const receipt = (id: string, given: Partial<Refundable> = {}): Refundable => ({
  ...{ id, contract: 'c', case: null, receivedOn: '2026-01-10', kept: 100n, free: 100n },
  ...given,
})
const refund = (given: Partial<Refund> = {}): Refund => ({
  ...{ id: 'b', contract: 'c', case: null, on: '2026-02-01', fen: 40n },
  ...given,
})
const chosen = (given: Partial<Refund>, receipts: readonly Refundable[]) =>
  refundChoices(refund(given), receipts).map((one) => `${one.receipt} ${one.basis}`)

test('case, contract, day and sum say which receipts may be meant', () => {
  const other = receipt('x', { contract: 'd' })
  const later = receipt('y', { receivedOn: '2026-02-02' })
  const small = receipt('z', { kept: 39n })
  expect(chosen({}, [receipt('a'), other, later, small])).toEqual(['a only'])
  expect(chosen({ case: 'k' }, [receipt('a'), receipt('e', { case: 'k' })])).toEqual(['e only'])
  const same = receipt('s', { kept: 40n, receivedOn: '2026-01-01' })
  const newer = receipt('n', { receivedOn: '2026-01-20' })
  expect(chosen({}, [receipt('a'), newer, same])).toEqual([
    ...['s same-amount', 'n of-contract', 'a of-contract'],
  ])
  const used = receipt('u', { free: 0n, receivedOn: '2026-01-30' })
  expect(chosen({}, [used, newer])).toEqual(['n of-contract', 'u of-contract'])
  // A month that a ledger has no day of rules nothing out.
  expect(chosen({ on: '2026-01' }, [receipt('a')])).toEqual(['a only'])
})

test('what pays a receivable is not linked by itself, and nothing else is in its place', () => {
  const [choice] = refundChoices(refund(), [receipt('a', { free: 0n })])
  expect(choice).toEqual({ receipt: 'a', basis: 'only', isFree: false })
  expect(loneRefunds([refund()], [receipt('a', { free: 0n })])).toEqual([])
})

const receipts = fc
  .array(fc.record({ kept: fc.bigInt(0n, 60n), part: fc.bigInt(0n, 60n) }), { maxLength: 5 })
  .map((some) =>
    some.map(({ kept, part }, at) =>
      receipt(`r${at}`, { kept, free: (kept * part) / 60n, receivedOn: null }),
    ),
  )
const refunds = fc
  .array(fc.bigInt(1n, 40n), { maxLength: 5 })
  .map((some) => some.map((fen, at) => refund({ id: `b${at}`, fen })))

test('nobody gives back more than there is, and no refund twice', () => {
  fc.assert(
    fc.property(refunds, receipts, (some, all) => {
      const links = loneRefunds(some, all)
      expect(new Set(links.map((one) => one.refund)).size).toBe(links.length)
      for (const { id, free } of all) {
        const gone = links
          .filter((one) => one.receipt === id)
          .reduce((sum, one) => sum + (some.find((each) => each.id === one.refund)?.fen ?? 0n), 0n)
        expect(gone <= free).toBe(true)
      }
    }),
  )
})
