// What the rule that a house has in the register gives of a service contract: of all that is settled, and so of the
// payout that is planned (gd-2025#a19.p2). Cases are planned by it, and the simulator forecasts by it.
import type { Day } from '@yizhuan/kit'
import {
  mostByRule,
  readSplit,
  rewardShare,
  type SplitRule,
  schemeForServices,
  type WrittenSplit,
} from '@yizhuan/money'
import type { ActsState } from '../procedure/acts-state.ts'
import type { Ground } from '../procedure/assess-case.ts'
import { type RewardPlan, rewardedIn, ruleBefore } from './reward.ts'
import { settledByLaw } from './settled-by-law.ts'

/** The rule as the register has it. */
export interface RewardRuleHeld {
  readonly rule: SplitRule
  readonly version: number
  readonly title: string
  /** What it is called in a plan: its number, else its title. */
  readonly called: string
  readonly fromDay: Day
}

/** A version of the register, as far as it is meant for commissioned work. @throws {InputError} */
export function rewardRuleIn(version: {
  readonly version: number
  readonly title: string | null
  readonly number: string | null
  readonly fromDay: string
  readonly schemes: readonly (WrittenSplit & { readonly modes: readonly string[] })[]
}): RewardRuleHeld | undefined {
  const scheme = schemeForServices(version.schemes)
  if (!scheme) return undefined
  const title = version.title ?? ''
  return {
    ...{ rule: readSplit(scheme), version: version.version, title: title.slice(0, 200) },
    ...{ called: (version.number ?? title).slice(0, 500), fromDay: version.fromDay as Day },
  }
}

/** What a rule gives on a day. */
export interface RuleGives {
  /** Not paid yet of what it gives; nought or below where nothing is. */
  readonly left: bigint
  /** What a plan says of it. */
  readonly said: Pick<RewardPlan, 'rule' | 'ruleInForceOn' | 'share' | 'houseRule'>
}

/** What a rule of the house gives of what is settled; undefined where nothing is. */
export function ruleGives(
  state: ActsState,
  ground: Ground,
  on: Day,
  { rule, version, title, called, fromDay }: RewardRuleHeld,
): RuleGives | undefined {
  const settled = settledByLaw(state, ground, on)
  if (!settled) return undefined
  const most = mostByRule(rule, settled.net, ruleBefore(state))
  return {
    left: most - rewardedIn(state),
    said: {
      ...{ rule: called, ruleInForceOn: fromDay, share: rewardShare(rule, settled.net, most) },
      houseRule: {
        ...{ version, title, most: `${most}` },
        net: `${settled.net > 0n ? settled.net : 0n}`,
      },
    },
  }
}
