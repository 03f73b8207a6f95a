import { queryOptions } from '@tanstack/react-query'
import { InputError } from '@yizhuan/kit'
import { type RewardRuleHeld, rewardRuleIn, ruleOfHouse } from '@yizhuan/procedures'
import type { DistributionRulesWire } from '@yizhuan/server/wire/distribution-rules/distribution-rule'
import { read, withQuery } from './client.ts'

/** The rule by which the house shares out on a day. */
export const houseRulesQuery = (on: string) =>
  queryOptions({
    queryKey: ['distribution-rules', on],
    queryFn: () => read<DistributionRulesWire>(withQuery('/distribution-rules', { on })),
  })

/** The version that counts, and how it shares out a mode. */
export interface HouseRuleHeld {
  readonly title: string
  readonly version: number
  readonly rule: NonNullable<ReturnType<typeof ruleOfHouse>>
}

/** What counts for a mode; undefined where the house has no rule in force for it. */
export const heldFor = (
  rules: DistributionRulesWire | undefined,
  mode: string,
): HouseRuleHeld | undefined =>
  ofVersion(rules, (version) => {
    const rule = ruleOfHouse(version.schemes, mode)
    return rule && { title: version.title ?? '', version: version.version, rule }
  })

/** What counts for commissioned work; undefined where no rule in force is meant for it. */
export const heldForServices = (
  rules: DistributionRulesWire | undefined,
): RewardRuleHeld | undefined =>
  ofVersion(rules, (version) => rewardRuleIn({ ...version, fromDay: version.from }))

function ofVersion<Held>(
  rules: DistributionRulesWire | undefined,
  held: (version: DistributionRulesWire['items'][number]) => Held | undefined,
): Held | undefined {
  const version = rules?.items.find(({ isInForce }) => isInForce)
  try {
    return version && held(version)
  } catch (error) {
    // A rule that cannot be read any more shares nothing out here; its own page says why.
    if (error instanceof InputError) return undefined
    throw error
  }
}
