import { expect, test } from 'vitest'
import { toBonusProblem } from './bonus.refusals.ts'
import {
  amountRefused,
  decideShares,
  isLate,
  lastOf,
  type Payment,
  paidInFullOn,
  turnToPay,
} from './bonus.ts'
import { leastOf } from './bonus-law.ts'

const share = (name: string, fen: bigint, person: string | null = null) => ({ name, person, fen })
const pay = (
  place: number,
  turn: number,
  kind: Payment['kind'],
  onDay = '2026-05-01',
): Payment => ({ id: `${place}/${turn}/${kind}`, place, turn, kind, onDay })

test('an inventor stands once, and a rule is named where one is the basis, and only there', () => {
  const shares = [share('甲（虚构）', 1n), share('乙（虚构）', 2n)]
  const by = (basis: 'least' | 'agreed', rule: string | null) =>
    decideShares(shares, { basis, rule })
  expect(by('least', null)).toMatchObject({ kind: 'accepted', value: 3n })
  expect(by('agreed', '办法第八条（虚构）')).toMatchObject({ kind: 'accepted', value: 3n })
  expect(by('agreed', null)).toMatchObject({ refusal: { code: 'rule-unnamed' } })
  expect(by('least', '办法')).toMatchObject({ refusal: { code: 'rule-beside-least' } })
  const twice = decideShares([...shares, share('甲（虚构）', 5n)], { basis: 'least', rule: null })
  expect(twice).toMatchObject({ refusal: { code: 'inventor-twice' } })
  // Two of one name are two people, where both are known; who is known by the name alone may be either.
  const two = (one: string | null, other: string | null) =>
    decideShares([share('甲（虚构）', 1n, one), share('甲（虚构）', 2n, other)], {
      ...{ basis: 'least', rule: null },
    }).kind
  expect(two('p1', 'p2')).toBe('accepted')
  expect([two('p1', 'p1'), two('p1', null), two(null, null)]).toEqual([
    'refused',
    'refused',
    'refused',
  ])
})

test('a share is paid once, and again only after it came back', () => {
  const payments = [pay(1, 1, 'returned'), pay(1, 1, 'paid'), pay(2, 1, 'paid')]
  expect(turnToPay([], 1)).toBe(1)
  expect(turnToPay(payments, 1)).toBe(2)
  expect(turnToPay(payments, 2)).toBeUndefined()
  expect(lastOf(payments, 1)).toMatchObject({ kind: 'returned' })
  expect(paidInFullOn(payments, 2)).toBeNull()
  expect(paidInFullOn([...payments, pay(1, 2, 'paid', '2026-05-09')], 2)).toBe('2026-05-09')
})

test('the last day is in time; the day after is late, paid or not', () => {
  const due = { dueOn: '2026-04-16', paidOn: null }
  expect(isLate(due, '2026-04-16')).toBe(false)
  expect(isLate(due, '2026-04-17')).toBe(true)
  expect(isLate({ ...due, paidOn: '2026-04-16' }, '2026-09-01')).toBe(false)
  expect(isLate({ ...due, paidOn: '2026-04-17' }, '2026-09-01')).toBe(true)
})

test('below the least a reason is asked for, and nothing helps once the figure is confirmed', () => {
  const least = { least: '400000', source: 'cn-patent-rules', at: 'a93.p1' }
  const refusal = (isVerified: boolean, despite: string | null) =>
    amountRefused({ isVerified, least }, despite)
  expect(amountRefused(undefined, null)).toBeUndefined()
  expect(refusal(false, '理由（虚构）')).toBeUndefined()
  expect(refusal(false, null)).toEqual({ code: 'bonus-needs-reason', facts: least })
  for (const despite of [null, '理由（虚构）']) {
    const found = refusal(true, despite)
    expect(found).toEqual({ code: 'bonus-below-least', facts: least })
    const [error] = (found && toBonusProblem(found).parts.errors) ?? []
    expect(error).toMatchObject({ pointer: '#/shares', rule: 'bonus-below-least' })
    expect(error?.detail.zh).toContain('4,000')
    expect(error?.detail.en).toContain('cn-patent-rules')
  }
})

test('the least amount is that of the rules of the day of the grant, and none where none is held', () => {
  const least = (day: string) =>
    (['invention', 'utility_model', 'design'] as const).map((kind) => leastOf(kind, day)?.fen)
  expect(least('2024-01-20')).toEqual([400_000n, 150_000n, 150_000n])
  expect(least('2024-01-19')).toEqual([300_000n, 100_000n, 100_000n])
  expect(least('2010-02-01')).toEqual([300_000n, 100_000n, 100_000n])
  expect(least('2010-01-31')).toEqual([undefined, undefined, undefined])
  const old = leastOf('design', '2020-05-01')
  expect(old).toMatchObject({ isVerified: false, cite: { source: 'cn-patent-rules-2010' } })
})
