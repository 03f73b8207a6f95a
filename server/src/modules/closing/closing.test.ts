import { imbalance } from '@yizhuan/money'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chartNow } from '../journal/index.ts'
import { carryOver, checked, standingClosings, unseen, yearsEndingIn } from './closing.ts'

const chart = chartNow('2026-12-31')

test('the years are those that end after what was closed before, and by the month that is closed', () => {
  expect(yearsEndingIn('2024-03', null, '2026-09')).toEqual(['2024-12', '2025-12'])
  expect(yearsEndingIn('2026-01', '2025-12', '2026-11')).toEqual([])
  expect(yearsEndingIn('2026-12', '2026-11', '2026-12')).toEqual(['2026-12'])
})

test('what is carried over balances in each book and leaves no income and no cost', () => {
  const amount = fc.bigInt(0n, 10n ** 12n)
  const moved = fc.tuple(...chart.accounts.map(() => fc.tuple(amount, amount, amount, amount)))
  fc.assert(
    fc.property(moved, (amounts) => {
      const movements = chart.accounts.map(({ number }, at) => {
        const [debitBefore = 0n, creditBefore = 0n, debit = 0n, credit = 0n] = amounts[at] ?? []
        return { account: number, debitBefore, creditBefore, debit, credit }
      })
      const lines = carryOver(chart, movements)
      expect([imbalance(lines, 'financial'), imbalance(lines, 'budget')]).toEqual([0n, 0n])
      for (const { number, kind } of chart.accounts) {
        if (!/income|expen/.test(kind)) continue
        const before = movements.find(({ account }) => account === number)
        const net = lines
          .filter(({ account }) => account === number)
          .reduce((sum, { side, fen }) => sum + (side === 'debit' ? fen : -fen), 0n)
        const { debitBefore = 0n, creditBefore = 0n, debit = 0n, credit = 0n } = before ?? {}
        expect(debitBefore + debit - creditBefore - credit + net).toBe(0n)
      }
    }),
    { numRuns: fc.readConfigureGlobal().numRuns ?? 50 },
  )
})

test('opened again, the closing before stands; what binds keeps a month open', () => {
  const act = (seq: number, kind: 'closed' | 'reopened', month: string) => ({
    ...{ seq, kind, month, id: `${seq}`, closedBefore: null, madeBy: '', madeName: '' },
    remark: null,
  })
  const acts = [act(1, 'closed', '2026-01'), act(2, 'closed', '2026-02')]
  expect(standingClosings([...acts, act(3, 'reopened', '2026-02')]).map(({ seq }) => seq)).toEqual([
    ...[1],
  ])
  const found = (...ids: readonly string[]) => ids.map((id) => ({ id, label: `名${id}` }))
  const checks = [
    checked('reconciled', found('a')),
    checked('drafts', found('b', 'c')),
    checked('claims', []),
  ]
  expect(checks).toMatchObject([...[{ state: 'bad' }, { state: 'look' }, { state: 'good' }]])
})

test('what came up since the proposal is named, also where as much was found before', () => {
  const found = (...ids: readonly string[]) => ids.map((id) => ({ id, label: `名${id}` }))
  const seen = [checked('drafts', found('a', 'b')), checked('unlinked', found('c'))]
  expect(unseen(seen, [checked('drafts', found('b')), checked('unlinked', found('c'))])).toEqual([])
  const now = [
    checked('drafts', found('b', 'd')),
    checked('unlinked', []),
    checked('payments', found('e')),
  ]
  expect(unseen(seen, now)).toEqual([
    { name: 'drafts', labels: ['名d'] },
    { name: 'payments', labels: ['名e'] },
  ])
  // Of a proposal of before the count is all that is known.
  const counted = [{ name: 'drafts', count: 1 }]
  expect(unseen(counted, [checked('drafts', found('z'))])).toEqual([])
  expect(unseen(counted, now).map(({ name }) => name)).toEqual(['drafts', 'payments'])
})
