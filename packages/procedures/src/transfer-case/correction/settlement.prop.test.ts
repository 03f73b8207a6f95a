import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseState } from '../state.ts'
import { heldBack, settlementOf } from './settlement.ts'

// To the fen: what left the house and did not come back is what persons have by the distribution that
// stands, and what they still hold of those that do not.

const lines = fc.array(
  fc.record({ name: fc.constantFrom('甲', '乙', '丙'), amount: fc.nat(1_000_000).map(String) }),
  { minLength: 1, maxLength: 4 },
)
const sum = (amounts: Iterable<bigint>) => [...amounts].reduce((all, one) => all + one, 0n)

test('corrections lose and make no fen', () => {
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 5 }), (plans) => {
      let cash = 0n
      let state = { distributions: [], reversed: [], acts: {} } as unknown as CaseState
      for (const [at, plan] of plans.entries()) {
        const settled = settlementOf(plan, heldBack(state))
        cash += sum(settled.map(({ toPay }) => toPay))
        const had = sum(settled.map(({ had }) => had))
        const due = sum(settled.map(({ due }) => due))
        expect(sum(settled.map(({ toPay, toReturn }) => toPay - toReturn))).toBe(due - had)
        const payment = { seq: 2 * at, data: { lines: plan } }
        state = { ...state, distributions: [{ payment }] } as unknown as CaseState
        const held = sum(heldBack(state).values())
        expect(cash).toBe(sum(plan.map(({ amount }) => BigInt(amount))) + held)
        const acts = {
          distributionReversed: [
            ...(state.acts['distributionReversed'] ?? []),
            { seq: 2 * at + 1 },
          ],
        }
        const reversed = [...(state.reversed ?? []), { payment }]
        state = { ...state, distributions: [], reversed, acts } as unknown as CaseState
      }
    }),
    { numRuns: 200 },
  )
})
