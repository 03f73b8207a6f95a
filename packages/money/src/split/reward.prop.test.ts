import { compare, mul, parseRatio, ratio } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostByRule, rewardShare } from './reward.ts'
import { readSplit, type WrittenStep } from './rule.ts'

// What the rule of a house gives of the net income so far: never more than its share, to the fen, and paid
// statement by statement it comes to what it gives of all of them at once.

const ruleOf = (basis: 'each' | 'total', steps: readonly WrittenStep[]) =>
  readSplit({ basis, layers: [{ layer: 'contributors', steps: [...steps] }], staff: [] })
const share = (above: string, part: string): WrittenStep => ({ above, share: part, fixed: null })
const hundredths = fc.integer({ min: 0, max: 100 })
const stepped = fc
  .tuple(hundredths, hundredths, fc.bigInt({ min: 1n, max: 10n ** 10n }))
  .map(([one, two, above]) => [share('0', `${one}%`), share(`${above}`, `${two}%`)])
const nets = fc.array(fc.bigInt({ min: 0n, max: 10n ** 11n }), { minLength: 1, maxLength: 8 })

test('by all of it, statement by statement comes to the same as at once', () => {
  fc.assert(
    fc.property(stepped, nets, (steps, each) => {
      const rule = ruleOf('total', steps)
      let [net, paid] = [0n, 0n]
      for (const more of each) {
        net += more
        const most = mostByRule(rule, net, { net: net - more, most: paid })
        expect(most >= paid).toBe(true)
        paid = most
      }
      expect(paid).toBe(mostByRule(rule, net))
      expect(paid <= net).toBe(true)
    }),
  )
})

test('by each of its own it is no more than the steps give one by one, less than a fen for each apart', () => {
  fc.assert(
    fc.property(hundredths, nets, (part, each) => {
      const rule = ruleOf('each', [share('0', `${part}%`)])
      let before = { net: 0n, most: 0n }
      for (const more of each) {
        const net = before.net + more
        before = { net, most: mostByRule(rule, net, before) }
      }
      const exact = (before.net * BigInt(part)) / 100n
      expect(before.most <= exact).toBe(true)
      expect(exact - before.most < BigInt(each.length)).toBe(true)
    }),
  )
})

test('the share that is told never forbids what the rule gives, nor allows a fen more', () => {
  fc.assert(
    fc.property(stepped, fc.bigInt({ min: 1n, max: 10n ** 11n }), (steps, net) => {
      const rule = ruleOf('total', steps)
      const most = mostByRule(rule, net)
      const told = mul(parseRatio(rewardShare(rule, net, most)), ratio(net))
      expect(compare(ratio(most), told)).not.toBe(1)
      expect(compare(ratio(most + 1n), told)).toBe(1)
    }),
  )
})

test('one share for all of it is told as the rule has it; nothing is given of no net income', () => {
  const rule = ruleOf('total', [share('0', '1/3')])
  expect(rewardShare(rule, 100n, 33n)).toBe('1/3')
  expect(rewardShare(ruleOf('total', [share('0', '45%')]), 100n, 45n)).toBe('45%')
  expect(mostByRule(rule, -5n)).toBe(0n)
  expect(rewardShare(ruleOf('total', [share('0', '45%'), share('10', '50%')]), 0n, 0n)).toBe('0%')
})
