import { accept, type Outcome, refuse, type Words } from '@yizhuan/kit'
import type { Decision } from './decision.ts'

/** How a claim on a patent of others may end. */
export const claimOutcomeWords = {
  ours: { zh: '归本单位', en: 'Ours' },
  shared: { zh: '与他方共有', en: 'Shared with others' },
  not_ours: { zh: '不归本单位', en: 'Not ours' },
  settled: { zh: '和解，另有约定', en: 'Settled otherwise' },
} as const satisfies Record<string, Words>
export type ClaimOutcome = keyof typeof claimOutcomeWords
export const claimOutcomes = Object.keys(claimOutcomeWords) as [ClaimOutcome, ...ClaimOutcome[]]

/** How far a claim is. */
export const claimStates = ['none', 'under_way', 'ended'] as const
export type ClaimState = (typeof claimStates)[number]

/** Why a claim does not begin or end. */
export interface ClaimRefusals {
  'claim-undecided': Record<string, never>
  'claim-under-way': Record<string, never>
  'no-claim': Record<string, never>
  'claim-in-future': { readonly field: 'from' | 'on'; readonly today: string }
  'claim-ends-before': { readonly from: string }
  'claim-without-evidence': Record<string, never>
  'shared-without-holders': Record<string, never>
}

/** A claim as far as its end asks. */
export interface OpenClaim {
  readonly fromDay: string
}

/** Whether a claim may begin: it was decided that there is one, and none is under way. */
export function decideBeginning(
  { decision, open }: { readonly decision: Decision | null; readonly open: OpenClaim | undefined },
  from: string,
  today: string,
): Outcome<true, ClaimRefusals> {
  if (decision !== 'to_be_claimed') return refuse('claim-undecided', {})
  if (open) return refuse('claim-under-way', {})
  return from > today ? refuse('claim-in-future', { field: 'from', today }) : accept(true)
}

/** How a claim is said to have ended. */
export interface Ending {
  readonly outcome: ClaimOutcome
  readonly on: string
  readonly holders: readonly { readonly name: string; readonly share: string }[]
}

/**
 * Whether a claim may end so: after it began, and by a paper where title is ours from then on; what is
 * shared says with whom.
 */
export function decideEnd(
  open: OpenClaim | undefined,
  { outcome, on, holders }: Ending,
  files: number,
  today: string,
): Outcome<true, ClaimRefusals> {
  if (!open) return refuse('no-claim', {})
  if (on > today) return refuse('claim-in-future', { field: 'on', today })
  if (on < open.fromDay) return refuse('claim-ends-before', { from: open.fromDay })
  if (outcome === 'shared' && holders.length < 2) return refuse('shared-without-holders', {})
  const isOurs = outcome === 'ours' || outcome === 'shared'
  return isOurs && files === 0 ? refuse('claim-without-evidence', {}) : accept(true)
}
