// What a record of holders gets wrong: against the whole, against what was decided, against its name.
import { add, compare, parseRatio, percent, ratio } from '@yizhuan/kit'
import type { ActsState } from '../procedure/acts-state.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import type { Holder, matters } from './acts.ts'
import { holdersAgreed, isNear, roundOf } from './agreed.ts'
import { decisionInHand, handledSince } from './decisions.ts'
import { holdingsIn, ownPart, ownShare } from './holdings.ts'
import { wrongImpairment, wrongTerms } from './terms-fit.ts'
import { isDeregistered } from './winding-up.ts'

type Matter = (typeof matters)[number]

/** What is wrong with holders, in general words. */
export const holderWrongs: readonly OutOfOrder[] = [
  {
    code: 'duplicate-holder',
    detail: {
      zh: '股东重名，请合并或注明以区分。',
      en: 'A holder stands there twice; join the lines or tell them apart.',
    },
  },
  {
    code: 'shares-not-whole',
    detail: {
      zh: '持股比例合计须为100%，请列全股东。',
      en: 'The shares must add up to 100%; name every holder.',
    },
  },
  {
    code: 'post-unsaid',
    detail: {
      zh: '奖励持股的个人须写明是否正职领导。',
      en: 'Of everybody who holds equity as an award it is said whether they are a chief.',
    },
  },
  {
    code: 'share-falls-otherwise',
    detail: {
      zh: '本单位持股比例减少，须按转让、减持、退出、划转或清算办理。',
      en: 'The share of the institution falls: that is a transfer, a reduction, an exit, an allocation or a liquidation.',
    },
  },
  {
    code: 'round-untold',
    detail: {
      zh: '增资决策没有写明投前估值和投资方，本单位的持股比例不能因此减少；请按投资协议重新决策并写明。',
      en: 'The increase that was decided names neither the value before it nor who invests, so the share of the institution does not fall by it; decide anew and name them.',
    },
  },
  {
    code: 'holders-missing',
    detail: {
      zh: '请列全办理后的股东；只有公司清算完毕的，才不再有股东。',
      en: 'Name every holder afterwards; there is none only where the company was wound up.',
    },
  },
  {
    code: 'holders-of-nothing',
    detail: {
      zh: '公司已登记注销，清算核销后不再有股东；请不要填写股东。',
      en: 'The company is recorded as deregistered: nobody holds it any more, so name no holders.',
    },
  },
  {
    code: 'holders-otherwise-agreed',
    detail: {
      zh: '持股比例与决策时的条件算得的不同；条件有变的，请重新决策。',
      en: 'The shares differ from those that follow from what was decided; where the terms changed, decide anew.',
    },
  },
  {
    code: 'holder-kind-changed',
    detail: {
      zh: '股东的持股主体类型不随股权变动而改变；原登记有误的，请更正原登记。',
      en: 'A holder is of the same kind after an event as before it; where it was entered wrongly, correct that entry.',
    },
  },
  {
    code: 'net-otherwise-divided',
    detail: {
      zh: '分配合计须等于成交金额减去处置费用。',
      en: 'What is divided must be the price less its costs.',
    },
  },
]

/** What is wrong with holders by themselves, without a matter. */
export const ofHolders = holderWrongs.slice(0, 3)

const saidOf = (code: string) => holderWrongs.find((one) => one.code === code)

/** The matters by which the institution's share may fall. */
const falling: readonly Matter[] = [
  'transfer',
  'free_allocation',
  'outward_investment',
  'increase',
  'reduction',
  'exit',
  'liquidation',
]

/** An event under its own name: what is called an impairment gives nothing away (gd-2025#a11.p1). */
export function wrongEvent(
  state: ActsState | undefined,
  data: Readonly<Record<string, unknown>>,
): OutOfOrder | undefined {
  const decision = state && decisionInHand(state)?.data
  const holders = data['holders'] as readonly Holder[] | undefined
  const isOpen = state !== undefined && handledSince(state) === undefined
  if (holders && isOpen && decision?.matter === 'liquidation' && isDeregistered(state)) {
    return saidOf('holders-of-nothing')
  }
  if (holders === undefined) {
    return decision && decision.matter !== 'liquidation'
      ? saidOf('holders-missing')
      : wrongNet(data)
  }
  const isLess = state !== undefined && compare(ownPart(holders), ownShare(state)) < 0
  const isNamed = decision === undefined || falling.includes(decision.matter)
  return (
    wrongHolders(data) ??
    (state && retyped(state, holders)) ??
    (isLess && !isNamed ? saidOf('share-falls-otherwise') : undefined) ??
    (isLess && isUntold(state, decision?.matter) ? saidOf('round-untold') : undefined) ??
    (isOpen && decision ? wrongTerms(state, decision) : undefined) ??
    (isOpen && decision?.matter === 'impairment'
      ? wrongImpairment(state, data['impairment'])
      : undefined) ??
    (state && isOtherwise(state, holders) ? saidOf('holders-otherwise-agreed') : undefined) ??
    wrongNet(data)
  )
}

/** Whether an increase was decided without its terms: nothing says by how much it dilutes. */
const isUntold = (state: ActsState, matter: Matter | undefined) =>
  matter === 'increase' && roundOf(state) === undefined

/** Whether holders are others than follow from the terms that were decided, beyond what rounding makes. */
function isOtherwise(state: ActsState, holders: readonly Holder[]): boolean {
  const agreed = holdersAgreed(state)
  if (agreed === undefined) return false
  const names = new Set([...agreed, ...holders].map(({ name }) => name))
  const shareOf = (list: readonly Holder[], name: string) =>
    parseRatio(list.find((one) => one.name === name)?.share ?? 0)
  return [...names].some((name) => !isNear(shareOf(agreed, name), shareOf(holders, name)))
}

/**
 * A holder told as of another kind than before, or than was decided of an investor: a house that becomes a
 * partner would have given its part away under the name of a round.
 */
function retyped(state: ActsState, holders: readonly Holder[]): OutOfOrder | undefined {
  const decided = decisionInHand(state)?.data.investors ?? []
  const before = holdingsIn(state).at(-1)?.holders ?? []
  const kinds = new Map([...decided, ...before].map(({ name, kind }) => [name, kind]))
  const one = holders.find(({ name, kind }) => (kinds.get(name) ?? kind) !== kind)
  if (!one) return undefined
  return {
    code: 'holder-kind-changed',
    detail: {
      zh: `“${one.name}”的持股主体类型与此前登记或决策的不同；类型不随股权变动而改变，原登记有误的请更正原登记。`,
      en: `“${one.name}” is told as of another kind than before or than was decided; the kind stays the same, and where it was entered wrongly, correct that entry.`,
    },
  }
}

function wrongNet(data: Readonly<Record<string, unknown>>): OutOfOrder | undefined {
  const lines = data['distribution'] as readonly { readonly amount: string }[] | undefined
  if (lines === undefined) return undefined
  const net = BigInt(String(data['price'] ?? 0)) - BigInt(String(data['costs'] ?? 0))
  const sum = lines.reduce((total, { amount }) => total + BigInt(amount), 0n)
  return sum === net ? undefined : saidOf('net-otherwise-divided')
}

/** Shares are of one company: they add up to the whole, and no holder stands there twice. */
export function wrongHolders(data: Readonly<Record<string, unknown>>): OutOfOrder | undefined {
  const holders = (data['holders'] ?? []) as readonly Holder[]
  // One name however its blanks and brackets are written.
  const names = holders.map(({ name }) => name.normalize('NFKC').replaceAll(/\s/g, ''))
  if (new Set(names).size < names.length) return saidOf('duplicate-holder')
  // A chief may not hold it (gd-2025#a21.p1): what is not said is not taken for a no.
  if (holders.some(({ kind, isChief }) => kind === 'contributor' && isChief === undefined))
    return saidOf('post-unsaid')
  const total = holders.map(({ share }) => parseRatio(share)).reduce(add, ratio(0))
  if (compare(total, ratio(1)) === 0) return undefined
  const told = percent(total)
  return {
    code: 'shares-not-whole',
    detail: {
      zh: `持股比例合计须为100%，现为${told}；请列全股东。`,
      en: `The shares must add up to 100%, not ${told}; name every holder.`,
    },
  }
}
