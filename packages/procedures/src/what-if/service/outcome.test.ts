import { expect, test } from 'vitest'
import { guangdong } from '../testing/places.ts'
import { serviceOutcomeOf } from './outcome.ts'
import { firstService, readService } from './scenario.ts'

test('where the house has no rule for commissioned work, the share that is typed counts meanwhile', () => {
  const rewardOf = (byRule: boolean) => {
    const found = readService({ ...firstService('2026-07-02'), byRule })
    if ('problems' in found) throw new Error(JSON.stringify(found.problems))
    return serviceOutcomeOf(guangdong, found, undefined).reward
  }
  expect(rewardOf(false)).toBeGreaterThan(0n)
  expect(rewardOf(true)).toBe(rewardOf(false))
})
