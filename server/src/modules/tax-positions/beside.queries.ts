import type { Day } from '@yizhuan/kit'
import { type Tx, withSightOfHouse } from '../../platform/database.ts'
import { taxPositions } from '../policies/index.ts'
import { contractsAnswered, gainsOfYears, rewardsOfYears } from './beside-lines.queries.ts'
import { type GainsOfHouse, gainsOfHouse } from './gain-estimate.ts'
import type { Reward } from './reward-estimate.ts'
import { taxCasesOf } from './tax-case.queries.ts'
import { CLAIMED, judgedOf, nationsLaw, type TaxCase } from './tax-case.ts'

// A tax of a year is that of a taxpayer: what other contracts of the house brought in the same year stands beside.

/** What stands beside some contracts in the years of their taxes. */
export interface Beside {
  readonly gains: GainsOfHouse
  readonly rewards: readonly Reward[]
}

/** Reads what stands beside some contracts, also of cases that are closed to the caller: it is added up only. */
export async function besideOf(
  tx: Tx,
  institution: string,
  contracts: readonly string[],
  today: Day,
): Promise<Beside> {
  const { cit_transfer: regime } = taxPositions().regimes
  // One after the other: the sight of the house is that of the whole transaction.
  return withSightOfHouse(tx, async () => {
    const gains = await gainsOfYears(tx, institution, contracts, regime.contracts)
    const rewards = await rewardsOfYears(tx, institution, contracts, today)
    const ids = [...new Set(gains.map(({ contract }) => contract))]
    const answered = await contractsAnswered(tx, institution, ids, 'cit_transfer')
    const cases = await taxCasesOf(tx, institution, answered, today)
    const without = [...cases].flatMap(([id, one]) => (hasNone(one, today) ? [id] : []))
    return { gains: gainsOfHouse(gains, new Set(without)), rewards }
  })
}

/** Whether a transfer does not have the relief, by what people said: a registration may still come. */
function hasNone(of: TaxCase, today: Day): boolean {
  const claim = of.said.findLast(
    ({ regime, fact }) => regime === 'cit_transfer' && fact === CLAIMED,
  )
  if (claim?.value === false) return true
  const { norms } = nationsLaw()
  return judgedOf(of, 'cit_transfer', today).gates.some(
    ({ norm: id, state }) =>
      state === 'open' && !norms.find((norm) => norm.id === id)?.uses.facts.has('registeredOn'),
  )
}
