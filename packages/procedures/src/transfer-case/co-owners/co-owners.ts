// Others own the achievement too, and what comes in through this institution is theirs in part. That part is
// held for them and passed on with proof; it is no income here, so nothing of it is shared out.
import { allocate, type Fen, parseRatio } from '@yizhuan/kit'
import type { OutOfOrder } from '../../procedure/order.ts'
import type { ActData } from '../acts.ts'
import type { CaseState, Receipt } from '../state.ts'

/** So much of a receipt, or of what went back of one, is a holder's. */
export interface OthersPart {
  readonly holder: string
  readonly amount: string
}

/** How another holder stands: what came in for it here, what of it went back, what it was given. */
export interface HolderStanding {
  readonly holder: string
  readonly due: bigint
  readonly passedOn: bigint
  /** Neither passed on nor gone back to the payer. */
  readonly held: bigint
}

/** Whether income comes in here for others as well, as the record of title says. */
export const collectsForOthers = ({ title }: Pick<CaseState, 'title'>): boolean =>
  (title?.data.holders.length ?? 1) > 1 && title?.data.othersIncome === 'through_us'

export const sumOfParts = (parts: readonly OthersPart[] | undefined): bigint =>
  (parts ?? []).reduce((sum, { amount }) => sum + BigInt(amount), 0n)

/** What of a receipt is others', in whole fen. */
export const forOthersOf = ({ data }: Pick<Receipt, 'data'>): bigint => sumOfParts(data.forOthers)

/** What an amount comes to for each other holder by the shares of the title; the own institution by its name. */
export function partsByTitle(
  { title }: Pick<CaseState, 'title'>,
  own: string,
  amount: bigint,
): readonly OthersPart[] {
  const holders = title?.data.holders ?? []
  const shares = holders.map(({ share }) => parseRatio(share))
  if (!holders.some(({ name }) => name === own) || shares.every(({ n }) => n === 0n)) return []
  const { parts } = allocate(amount as Fen, shares)
  return holders
    .map(({ name }, at) => ({ holder: name, amount: `${parts[at] ?? 0n}` }))
    .filter(({ holder }) => holder !== own)
}

/** How every other holder stands for whom something came in. */
export function othersStanding({ receipts, acts }: Pick<CaseState, 'receipts' | 'acts'>) {
  const sums = new Map<string, { due: bigint; passedOn: bigint }>()
  const add = ({ holder, amount }: OthersPart, to: 'due' | 'passedOn', sign = 1n) => {
    const before = sums.get(holder) ?? { due: 0n, passedOn: 0n }
    sums.set(holder, { ...before, [to]: before[to] + sign * BigInt(amount) })
  }
  for (const { data } of distinct(receipts)) for (const one of data.forOthers ?? []) add(one, 'due')
  for (const { data } of acts['receiptRefunded'] ?? [])
    for (const one of (data['fromOthers'] ?? []) as readonly OthersPart[]) add(one, 'due', -1n)
  for (const { data } of acts['othersSettled'] ?? [])
    add(data as unknown as OthersPart, 'passedOn', data['way'] === 'returned' ? -1n : 1n)
  return [...sums].map(
    ([holder, { due, passedOn }]): HolderStanding => ({
      ...{ holder, due, passedOn },
      held: due - passedOn,
    }),
  )
}

/** What came in for others and did not go back to the payer. */
export const receivedForOthers = (state: Pick<CaseState, 'receipts' | 'acts'>): bigint =>
  othersStanding(state).reduce((sum, { due }) => sum + due, 0n)

/** What is held for others and neither passed on nor gone back. */
export const heldForOthers = (state: Pick<CaseState, 'receipts' | 'acts'>): bigint =>
  othersStanding(state).reduce((sum, { held }) => sum + held, 0n)

/** A receipt of which a plan took a part stands in two pieces; it came in once. */
const distinct = (receipts: readonly Receipt[]): readonly Receipt[] =>
  receipts.filter(({ seq }, at) => receipts.findIndex((one) => one.seq === seq) === at)

/** What a receipt gets wrong about others: each of them is told its part, by its share unless a reason is given. */
export function wrongForOthers(
  state: CaseState | undefined,
  { amount, forOthers = [], othersReason }: ActData<'receiptRecorded'>,
): OutOfOrder | undefined {
  if (!state || !collectsForOthers(state)) return forOthers.length > 0 ? notCoOwned : undefined
  const holders = state.title?.data.holders ?? []
  const named = forOthers.map(({ holder }) => holder)
  const isKnown = (holder: string) => holders.some(({ name }) => name === holder)
  if (!named.every(isKnown) || new Set(named).size < named.length || named.length >= holders.length)
    return notAHolder
  if (sumOfParts(forOthers) > BigInt(amount)) return othersExceed
  if (othersReason !== undefined) return undefined
  if (forOthers.length === 0) return othersUnsaid
  const own = holders.filter(({ name }) => !named.includes(name))
  const due = own.length === 1 ? partsByTitle(state, own[0]?.name ?? '', BigInt(amount)) : []
  const isByTitle =
    due.length === forOthers.length &&
    due.every((part) =>
      forOthers.some(
        (one) => one.holder === part.holder && BigInt(one.amount) === BigInt(part.amount),
      ),
    )
  return isByTitle ? undefined : unlikeTitle
}

/** Whether more goes back of what others had of a receipt than came in with it and did not go back before. */
export function exceedsOthersPart(
  { acts }: Pick<CaseState, 'acts'>,
  { seq, data }: Pick<Receipt, 'seq' | 'data'>,
  fromOthers: readonly OthersPart[] = [],
): boolean {
  const before = (acts['receiptRefunded'] ?? []).filter(
    (one) => one.seq > seq && one.data['receipt'] === data.voucher,
  )
  const partOf = (holder: string, parts: readonly OthersPart[] | undefined) =>
    sumOfParts((parts ?? []).filter((one) => one.holder === holder))
  return fromOthers.some(({ holder, amount }) => {
    const gone = before.reduce(
      (sum, one) => sum + partOf(holder, one.data['fromOthers'] as readonly OthersPart[]),
      0n,
    )
    return BigInt(amount) > partOf(holder, data.forOthers) - gone
  })
}

/** What goes back of a receipt goes back of what others have of it at most as far as it is held for them. */
export function wrongFromOthers(
  state: CaseState,
  fromOthers: readonly OthersPart[] = [],
): OutOfOrder | undefined {
  const standing = othersStanding(state)
  const isHeld = ({ holder, amount }: OthersPart) =>
    BigInt(amount) <= (standing.find((one) => one.holder === holder)?.held ?? 0n)
  const isTwice = new Set(fromOthers.map(({ holder }) => holder)).size < fromOthers.length
  return isTwice || !fromOthers.every(isHeld) ? moreThanHeldForOthers : undefined
}

const reason = (code: string, zh: string, en: string): OutOfOrder => ({ code, detail: { zh, en } })

const notCoOwned = reason(
  'not-co-owned',
  '权属登记没有写明由本单位代其他权利人收款，不能登记归其他权利人的金额；签约前请更正权属登记，签约后请登记“其他权利人收益约定”。',
  'The title does not say that income of other holders comes in here. Before the contract correct the record of title; after it record what was agreed on the income of the others.',
)
const notAHolder = reason(
  'not-a-holder',
  '所写的权利人不在权属登记中、写了两次，或者把本单位也列入了；请核对。',
  'A holder is not in the title or stands twice, or this institution is among them; check the names.',
)
const othersExceed = reason(
  'others-exceed',
  '归其他权利人的金额合计超过到账金额。',
  'What belongs to other holders is more than what arrived.',
)
const othersUnsaid = reason(
  'others-unsaid',
  '成果由多家共有并由本单位代收，请写明本笔到账中归其他权利人的金额；没有的写明理由。',
  'Others own it too and their income comes in here: say what of this receipt is theirs, or why nothing is.',
)
const unlikeTitle = reason(
  'others-unlike-title',
  '归其他权利人的金额与权属份额不一致；请按份额填写，或者写明约定和理由。',
  'What others have of it is not by the shares of the title; enter it by the shares, or give the agreement and reason.',
)
export const moreThanHeldForOthers = reason(
  'more-than-held-for-others',
  '没有为该权利人代收这么多款项，或者已经转付；请核对名称和金额。',
  'Not that much is held for this holder, or it was passed on already; check name and amount.',
)
