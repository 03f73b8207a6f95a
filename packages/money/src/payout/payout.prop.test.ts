import { fen } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duesOf, type PlanLine } from './orders.ts'
import {
  againOf,
  isPaidOut,
  isUnderWay,
  latestOf,
  owedAgainOf,
  type PaymentOrder,
  type PaymentState,
  paymentStates,
  standingOf,
  turnOf,
} from './payment.ts'
import { type Asked, netOf, readProof, type Told } from './proof.ts'

const names = ['甲', '乙', '丙'] as const
const amount = fc.bigInt(0n, 10_000n).map(fen)
const plan = fc.array(
  fc.record({
    name: fc.constantFrom(...names),
    award: fc.constantFrom('cash', 'equity'),
    fen: amount,
  }) as fc.Arbitrary<PlanLine>,
  { minLength: 1, maxLength: 8 },
)
const sums = fc
  .array(fc.tuple(fc.constantFrom(...names), fc.bigInt(0n, 8_000n)), { maxLength: 3 })
  .map((entries) => new Map<string, bigint>(entries))
const held = fc.record({ cash: sums, equity: sums })
const nobody = { cash: new Map<string, bigint>(), equity: new Map<string, bigint>() }
const way = fc.constantFrom('bank', 'payroll', 'project')

const sum = (lines: readonly { readonly fen: bigint }[]) =>
  lines.reduce((all, one) => all + one.fen, 0n)

test('the payments of a plan and what is held sum to the plan, line by line', () => {
  fc.assert(
    fc.property(plan, held, way, (lines, has, by) => {
      const { dues, takenIn } = duesOf(lines, has, by)
      expect(sum(dues) + sum(takenIn)).toBe(sum(lines))
      for (const [at, line] of lines.entries()) {
        const of = [...dues, ...takenIn].filter((one) => one.line === at + 1)
        expect(sum(of)).toBe(line.fen)
      }
      // Neither are shares paid with money that somebody holds, nor money with shares.
      for (const award of ['cash', 'equity'] as const) {
        for (const name of names) {
          const isOf = ({ line }: { line: number }) => lines[line - 1]?.award === award
          const taken = sum(takenIn.filter((one) => one.name === name && isOf(one)))
          const due = sum(lines.filter((one) => one.name === name && one.award === award))
          const most = has[award].get(name) ?? 0n
          expect(taken).toBe(due < most ? due : most)
        }
      }
      expect(dues.every((one) => one.fen > 0n)).toBe(true)
    }),
  )
})

test('a reversal and the same plan again move no money: everybody has it already', () => {
  fc.assert(
    fc.property(plan, way, (lines, by) => {
      const cash = lines.filter(({ award }) => award === 'cash')
      const paid = new Map<string, bigint>()
      for (const { name, fen: due } of duesOf(cash, nobody, by).dues)
        paid.set(name, (paid.get(name) ?? 0n) + due)
      const { dues, takenIn } = duesOf(cash, { ...nobody, cash: paid }, by)
      expect(dues).toEqual([])
      expect(sum(takenIn)).toBe(sum(cash))
    }),
  )
})

/** The orders of a plan through any commands, in any order, some of them twice. */
const commands = fc.array(
  fc.record({
    at: fc.nat(20),
    to: fc.constantFrom<PaymentState | 'again'>(...paymentStates, 'again'),
  }),
  { maxLength: 40 },
)

function walked(lines: readonly PlanLine[], steps: readonly { at: number; to: string }[]) {
  let orders: PaymentOrder[] = duesOf(lines, nobody, 'bank').dues.map((due) => ({
    ...due,
    attempt: 1,
    state: 'ordered',
  }))
  for (const { at, to } of steps) {
    if (to === 'again') orders = [...orders, ...againOf(orders)]
    else
      orders = orders.map((order, index) =>
        index === at % orders.length && turnOf(order.state, to as PaymentState) === 'turns'
          ? { ...order, state: to as PaymentState }
          : order,
      )
  }
  return orders
}

test('whatever happens, each line is under way once at most and no fen is lost or paid twice', () => {
  fc.assert(
    fc.property(plan, commands, (lines, steps) => {
      const orders = walked(lines, steps)
      const { dues } = duesOf(lines, nobody, 'bank')
      const keys = orders.map(({ line, attempt }) => `${line}/${attempt}`)
      expect(new Set(keys).size).toBe(keys.length)
      for (const due of dues) {
        const alive = orders.filter(({ line, state }) => line === due.line && isUnderWay(state))
        expect(alive.length).toBeLessThanOrEqual(1)
        expect(orders.filter(({ line }) => line === due.line).every((one) => one.fen === due.fen))
      }
      const standing = standingOf(orders)
      expect(Object.values(standing).reduce((all, one) => all + one, 0n)).toBe(sum(dues))
      expect(sum(orders.filter(({ state }) => state === 'paid'))).toBe(standing.paid)
      expect(isPaidOut(orders)).toBe(standing.paid === sum(dues))
    }),
  )
})

test('what is not under way is ordered again, once', () => {
  fc.assert(
    fc.property(plan, commands, (lines, steps) => {
      const orders = walked(lines, steps)
      const once = [...orders, ...againOf(orders)]
      expect(againOf(once)).toEqual([])
      expect(latestOf(once).every(({ state }) => isUnderWay(state))).toBe(true)
    }),
  )
})

test('of what came back no more is ordered again than is owed, and nothing that is not', () => {
  fc.assert(
    fc.property(plan, commands, held, (lines, steps, owed) => {
      const named = walked(lines, steps).map((one) => ({
        ...one,
        name: lines[one.line - 1]?.name ?? '',
      }))
      const again = owedAgainOf(named, owed)
      for (const name of names) {
        for (const award of ['cash', 'equity'] as const) {
          const isOf = (one: PaymentOrder & { name: string }) =>
            one.name === name && (one.way === 'equity') === (award === 'equity')
          const back = sum(againOf(named).filter(isOf))
          const most = owed[award].get(name) ?? 0n
          expect(sum(again.filter(isOf))).toBe(back < most ? back : most)
        }
      }
    }),
  )
})

const orders = fc
  .array(
    fc.record({ fen: fc.bigInt(1n, 99n), state: fc.constantFrom<PaymentState>('sent', 'paid') }),
    { minLength: 1, maxLength: 8 },
  )
  .map(
    (list) =>
      new Map(list.map((one, at): [string, Asked] => [`P${at}`, { reference: `P${at}`, ...one }])),
  )

test('an answer read twice changes nothing the second time', () => {
  fc.assert(
    fc.property(orders, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (asked, came) => {
      const told = [...asked.values()].map(({ reference, fen: paid }, at): Told => {
        return { reference, fen: paid, outcome: came[at] ? 'paid' : 'returned' }
      })
      const first = readProof(asked, told)
      if (!('turns' in first)) throw new Error('The answer fits.')
      const turned = new Map(asked)
      for (const { reference, outcome } of first.turns) {
        const order = turned.get(reference)
        if (order) turned.set(reference, { ...order, state: outcome })
      }
      expect(readProof(turned, told)).toEqual({ turns: [] })
      for (const { reference, outcome } of told) expect(turned.get(reference)?.state).toBe(outcome)
    }),
  )
})

test('a payment is proved by what is left after its tax, and by nothing else', () => {
  const tax = fc.option(fc.bigInt(0n, 50n), { nil: undefined })
  fc.assert(
    fc.property(fc.bigInt(1n, 50n), tax, tax, fc.bigInt(0n, 60n), (gross, known, said, paid) => {
      fc.pre(known === undefined || known <= gross)
      const of = new Map<string, Asked>([
        ['P', { reference: 'P', fen: gross, withheld: known, state: 'sent' }],
      ])
      const line: Told = { reference: 'P', fen: paid, withheld: said, outcome: 'paid' }
      const isSaid = said === undefined || (said <= gross && (known ?? said) === said)
      const net = netOf(gross, said ?? known)
      const read = readProof(of, [line])
      if (!isSaid) expect(read).toEqual({ faults: [{ at: 0, fault: 'other-tax' }] })
      else if (paid === net) expect(read).toEqual({ turns: [line] })
      else expect(read).toEqual({ faults: [{ at: 0, fault: 'other-amount', due: net }] })
      if (isSaid) expect(net >= 0n && net + (said ?? known ?? 0n) === gross).toBe(true)
    }),
  )
})

test('tax is not said of a payment that is through', () => {
  const of = new Map<string, Asked>([['P', { reference: 'P', fen: 5n, state: 'paid' }]])
  const line: Told = { reference: 'P', fen: 5n, withheld: 1n, outcome: 'paid' }
  expect(readProof(of, [line])).toEqual({ faults: [{ at: 0, fault: 'other-tax' }] })
})

test('nothing is withheld from shares, and nothing comes back before it was paid', () => {
  const read = (asked: Partial<Asked>, told: Partial<Told>) =>
    readProof(new Map([['P', { reference: 'P', fen: 5n, state: 'paid', ...asked }]]), [
      { reference: 'P', fen: 5n, outcome: 'paid', ...told },
    ])
  const shares = { state: 'ordered', isInShares: true } as const
  expect(read(shares, { withheld: 0n })).toEqual({ faults: [{ at: 0, fault: 'other-tax' }] })
  expect(read(shares, {})).toMatchObject({ turns: [{ reference: 'P' }] })
  const back = (on: string) => read({ paidOn: '2026-11-24' }, { outcome: 'returned', on })
  expect(back('2026-11-23')).toEqual({ faults: [{ at: 0, fault: 'back-before-paid' }] })
  expect(back('2026-11-24')).toMatchObject({ turns: [{ reference: 'P' }] })
})

const asked = new Map<string, Asked>(
  paymentStates.map((state) => [state, { reference: state, fen: 5n, state }]),
)

test.each([
  ['unknown', [['nobody', 5n, 'paid']]],
  ['other-amount', [['sent', 6n, 'paid']]],
  ['not-sent', [['dropped', 5n, 'paid']]],
  ['not-sent', [['ordered', 5n, 'returned']]],
  ['returned-before', [['returned', 5n, 'paid']]],
  [
    'twice',
    [
      ['sent', 5n, 'paid'],
      ['sent', 5n, 'returned'],
    ],
  ],
] as const)('an answer is not taken: %s', (fault, lines) => {
  const told = lines.map(([reference, paid, outcome]) => ({ reference, fen: paid, outcome }))
  expect(readProof(asked, told)).toMatchObject({ faults: [{ at: told.length - 1, fault }] })
})

test('what was paid and comes back later is returned, and ordered again', () => {
  expect(turnOf('paid', 'returned')).toBe('turns')
  const back: PaymentOrder = { line: 1, attempt: 1, way: 'bank', fen: fen(7n), state: 'returned' }
  expect(againOf([back])).toEqual([{ ...back, attempt: 2, state: 'ordered' }])
})
