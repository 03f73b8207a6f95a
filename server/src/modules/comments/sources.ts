import type { TalkedOf } from '../../platform/talked-of.ts'
import { findingTalk } from '../outside-patents/index.ts'
import { payoutTalk } from '../payouts/index.ts'
import { feeBatchTalk } from '../rights/index.ts'
import { stockLineTalk } from '../stocktaking/index.ts'

/**
 * Kinds of records that are talked about and not found by words, or whose talk fewer read than find them.
 * A module that has one adds its line.
 */
export const talkedOf: readonly TalkedOf[] = [feeBatchTalk, payoutTalk, stockLineTalk, findingTalk]

/** Where the records that are found by words are shown. */
export const pages: Readonly<Record<string, string>> = {
  case: '/cases',
  achievement: '/achievements',
  right: '/rights',
  contract: '/contracts',
  receipt: '/receipts',
  project: '/projects',
  trusteeship: '/trusteeships',
  holding: '/holdings',
  'spin-off': '/spin-offs',
  registration: '/registrations',
  internalRule: '/internal-rules',
  fund: '/funds',
  'grant-bonus': '/grant-bonuses',
  'staff-award': '/staff-awards',
}
