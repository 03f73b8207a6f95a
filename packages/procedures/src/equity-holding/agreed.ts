// Who holds what once a decision is carried out, as its terms have it: nobody types what follows.
import { compare, type Outcome, parseRatio, percent, type Ratio, ratioText } from '@yizhuan/kit'
import {
  afterCancel,
  afterMove,
  afterRound,
  type CapFaults,
  type CapTable,
  type Round,
} from '@yizhuan/money'
import type { ActsState } from '../procedure/acts-state.ts'
import type { Holder } from './acts.ts'
import { decisionInHand, decisionOf } from './decisions.ts'
import { holdingsIn, isOwn } from './holdings.ts'

/** The terms of a round that was decided; undefined where they are not told whole. */
export function roundOf(state: ActsState, handled = Number.POSITIVE_INFINITY): Round | undefined {
  const told = decisionOf(state, handled)?.data
  if (told?.matter !== 'increase') return undefined
  if (told.preMoney === undefined || told.investors === undefined) return undefined
  const money = told.investors.map(({ name, amount }) => ({ holder: name, fen: BigInt(amount) }))
  return { preMoney: BigInt(told.preMoney), money }
}

/** The holders after the decision in hand; undefined where its terms do not say. */
export function holdersAgreed(state: ActsState): readonly Holder[] | undefined {
  const decision = decisionInHand(state)
  const before = holdingsIn(state).at(-1)?.holders ?? []
  const after = decision && tableAfter(state, before)
  if (after?.kind !== 'accepted') return undefined
  const kinds = new Map(decision?.data.investors?.map(({ name, kind }) => [name, kind]))
  return after.value.map(({ holder, share }) => {
    const known = before.find(({ name }) => name === holder)
    const kind = kinds.get(holder) ?? 'partner'
    return { ...(known ?? { name: holder, kind }), share: shareText(share) }
  })
}

function tableAfter(
  state: ActsState,
  holders: readonly Holder[],
): Outcome<CapTable, CapFaults> | undefined {
  const told = decisionInHand(state)?.data
  const table = holders
    .map(({ name, share }) => ({ holder: name, share: parseRatio(share) }))
    .filter(({ share }) => share.n > 0n)
  const round = roundOf(state)
  if (round) return afterRound(table, round)
  if (told === undefined || told.matter === 'increase') return undefined
  const share = told.part === undefined ? undefined : parseRatio(told.part)
  const own = holders.filter(isOwn)
  // Leaving is of all that is held: where one body holds it, its name is known.
  const from = told.from ?? (own.length === 1 ? own[0]?.name : undefined)
  if (from === undefined) return undefined
  if (told.to !== undefined) return afterMove(table, { from, to: told.to, share })
  return told.matter === 'reduction' && share ? afterCancel(table, { from, share }) : undefined
}

/** A share as forms and papers write it: in per cent where that is exact, as a fraction where it is not. */
export function shareText(share: Ratio): string {
  const short = percent(share)
  return compare(parseRatio(short), share) === 0 ? short : ratioText(share)
}
