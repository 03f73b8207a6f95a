// Who holds what once a decision is carried out, as its terms have it: nobody types what follows.
import {
  compare,
  type Outcome,
  parseRatio,
  percent,
  type Ratio,
  ratio,
  ratioText,
  sub,
} from '@yizhuan/kit'
import {
  afterCancel,
  afterMove,
  afterRound,
  type CapFaults,
  type CapTable,
  type Round,
} from '@yizhuan/money'
import type { z } from 'zod'
import type { ActsState } from '../procedure/acts-state.ts'
import type { actData, Holder } from './acts.ts'
import { decisionInHand, decisionOf } from './decisions.ts'
import { holdingsIn, isOwn } from './holdings.ts'

/** The terms of a round that was decided; undefined where they are not told whole. */
export function roundOf(state: ActsState, handled = Number.POSITIVE_INFINITY): Round | undefined {
  const told = decisionOf(state, handled)?.data
  return told && roundIn(told)
}

type Decided = z.infer<(typeof actData)['eventDecided']>

function roundIn(told: Decided): Round | undefined {
  if (told.matter !== 'increase') return undefined
  if (told.preMoney === undefined || told.investors === undefined) return undefined
  const money = told.investors.map(({ name, amount }) => ({ holder: name, fen: BigInt(amount) }))
  return { preMoney: BigInt(told.preMoney), money }
}

/** The holders after the decision in hand; undefined where its terms do not say. */
export function holdersAgreed(state: ActsState): readonly Holder[] | undefined {
  const decision = decisionInHand(state)
  const before = holdingsIn(state).at(-1)?.holders ?? []
  const after = decision && tableAfter(decision.data, before)
  if (after?.kind !== 'accepted') return undefined
  const kinds = new Map(decision?.data.investors?.map(({ name, kind }) => [name, kind]))
  return after.value.map(({ holder, share }) => {
    const known = before.find(({ name }) => name === holder)
    const kind = kinds.get(holder) ?? 'partner'
    return { ...(known ?? { name: holder, kind }), share: shareText(share) }
  })
}

/** The table after what was decided; undefined where its terms are not told whole. */
export function tableAfter(
  told: Decided,
  holders: readonly Holder[],
): Outcome<CapTable, CapFaults> | undefined {
  const table = holders
    .map(({ name, share }) => ({ holder: name, share: parseRatio(share) }))
    .filter(({ share }) => share.n > 0n)
  const round = roundIn(told)
  if (round) return afterRound(table, round)
  if (told.matter === 'increase') return undefined
  const own = holders.filter(isOwn)
  // Leaving is of all that is held: where one body holds it, its name is known.
  const from = told.from ?? (own.length === 1 ? own[0]?.name : undefined)
  if (from === undefined) return undefined
  const held = table.find(({ holder }) => holder === from)?.share
  const part = told.part === undefined ? undefined : parseRatio(told.part)
  // What is held to a fraction is all of it in as many digits as a form takes.
  const isAll = part !== undefined && held !== undefined && isNear(part, held)
  const share = isAll ? undefined : part
  if (told.to !== undefined) return afterMove(table, { from, to: told.to, share })
  return told.matter === 'reduction' && part ? afterCancel(table, { from, share }) : undefined
}

/** Registered capital is in whole fen: shares worked out of it may be off by this much. */
const rounding = ratio(1, 1_000_000)

/** Whether two shares are the same beyond what rounding makes. */
export function isNear(one: Ratio, other: Ratio): boolean {
  const off = sub(one, other)
  return compare(off, rounding) <= 0 && compare(ratio(-off.n, off.d), rounding) <= 0
}

/** A share as forms and papers write it: in per cent where that is exact, as a fraction where it is not. */
export function shareText(share: Ratio): string {
  const short = percent(share)
  return compare(parseRatio(short), share) === 0 ? short : ratioText(share)
}
