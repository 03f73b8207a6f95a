import fc from 'fast-check'
import { expect, test } from 'vitest'
import { corrected, emptyFund, emptyProject, fundMovements, moved } from './fund.ts'

const movement = fc.record({
  kind: fc.constantFrom(...fundMovements),
  fen: fc.bigInt({ min: 1n, max: 1000n }),
  project: fc.nat({ max: 2 }),
})

test('whatever is asked of a fund, nothing is below nought and no fen is lost', () => {
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 40 }), (movements) => {
      let fund = emptyFund
      const projects = [emptyProject, emptyProject, emptyProject]
      const sums = Object.fromEntries(fundMovements.map((kind) => [kind, 0n]))
      for (const { kind, fen, project } of movements) {
        const outcome = moved(fund, projects[project] ?? emptyProject, { kind, fen })
        if (outcome.kind === 'refused') continue
        fund = outcome.value.fund
        projects[project] = outcome.value.project
        sums[kind] = (sums[kind] ?? 0n) + fen
      }
      const of = (kind: string) => sums[kind] ?? 0n
      expect(fund.cash).toBe(of('contributed') - of('givenBack') - of('drawn') + of('returned'))
      expect(fund.reserved).toBe(projects.reduce((sum, { reserved }) => sum + reserved, 0n))
      expect(fund.cash >= fund.reserved && fund.reserved >= 0n).toBe(true)
      for (const { reserved, outlay } of projects) {
        expect(reserved >= 0n && outlay >= 0n).toBe(true)
      }
    }),
  )
})

test('what is promised is not promised again, and each refusal says how much there is', () => {
  const fund = { cash: 100n, reserved: 70n }
  const project = { reserved: 70n, outlay: 5n }
  const facts = (kind: (typeof fundMovements)[number], fen: bigint) => {
    const outcome = moved(fund, project, { kind, fen })
    return outcome.kind === 'refused' ? outcome.refusal : undefined
  }
  expect(facts('committed', 31n)).toEqual({ code: 'fund-too-small', facts: { free: '30' } })
  expect(facts('givenBack', 31n)).toEqual({ code: 'fund-too-small', facts: { free: '30' } })
  expect(facts('drawn', 71n)).toEqual({ code: 'commitment-too-small', facts: { reserved: '70' } })
  expect(facts('released', 71n)).toMatchObject({ code: 'commitment-too-small' })
  expect(facts('returned', 6n)).toEqual({ code: 'returned-beyond-drawn', facts: { outlay: '5' } })
  expect(facts('drawn', 70n)).toBeUndefined()
})

test('a movement that is corrected leaves everything as if it had never been entered', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 900n), fc.bigInt(0n, 900n), movement, (free, held, { kind, fen }) => {
      const fund = { cash: free + held, reserved: held }
      const project = { reserved: held, outlay: free }
      const then = moved(fund, project, { kind, fen })
      if (then.kind === 'refused') return
      const back = corrected(then.value.fund, then.value.project, { kind, fen })
      expect(back).toEqual({ kind: 'accepted', value: { fund, project } })
    }),
  )
  const used = corrected({ cash: 100n, reserved: 70n }, emptyProject, {
    ...{ kind: 'contributed', fen: 31n },
  })
  expect(used).toMatchObject({ refusal: { code: 'fund-too-small', facts: { free: '30' } } })
})
