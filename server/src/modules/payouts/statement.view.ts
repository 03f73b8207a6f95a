import type { Day } from '@yizhuan/kit'
import { netOf } from '@yizhuan/money'
import {
  type RewardsOfPerson,
  reliefByDays,
  rewardsOf,
  serviceContract,
  serviceRewardsOf,
  transferCase,
} from '@yizhuan/procedures'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { caseDesk, handPaymentsTo, type OwnHandPayment, recordOf } from '../cases/index.ts'
import { profileOf } from '../institutions/index.ts'
import { nationsLaw, type ReliefClaim, reliefClaims } from '../tax-positions/index.ts'
import { casesWithPlanFor, type OwnPayment, paymentsTo, personNamed } from './statement.queries.ts'
import type { RewardWire, StatementWire } from './statement.wire.ts'

/**
 * What one person got and gave back: what the records of their cases say, and what became of each payment.
 * What was paid by hand, without a batch, counts as paid on the day of its act.
 */
export async function statementOf(
  tx: Tx,
  clock: Clock,
  caller: Caller,
  person: string,
): Promise<StatementWire> {
  const { institution } = caller
  const [named, profile, payments, cases, hand] = await Promise.all([
    personNamed(tx, institution, person),
    profileOf(tx, institution),
    paymentsTo(tx, institution, person),
    casesWithPlanFor(tx, institution, person),
    handPaymentsTo(tx, institution, person),
  ])
  const claims = await reliefClaims(tx, institution, cases)
  const rewards: RewardWire[] = []
  const recoveries: StatementWire['recoveries'] = []
  const turns: StatementWire['turns'] = []
  const byHand: HandTurn[] = []
  for (const id of cases) {
    const record = await recordOf(tx, caller, id)
    const tells = record && tellers[record.line.procedure]
    if (!tells) continue
    const desk = await caseDesk(tx, clock, institution, id)
    const found = tells(record.entries, desk, { person })
    const of = { caseId: id, caseNumber: record.line.number, title: record.line.title }
    const own = payments.filter(({ caseId }) => caseId === id)
    const handOf = (seq: number) =>
      hand.filter(({ recordId, seq: act }) => recordId === id && act === seq)
    rewards.push(
      ...found.rewards.map((one) =>
        rewardShown(of, one, { own, byHand: handOf(one.seq) }, claims.get(id)),
      ),
    )
    for (const { seq, amount, reference, ...one } of found.turns) {
      const turn = { ...of, ...one, amountFen: `${amount}` }
      const withheldFen = handOf(seq)[0]?.withheldFen ?? null
      if (reference === undefined) byHand.push({ ...turn, withheldFen })
      if (reference === undefined || one.kind === 'taken_in') turns.push(turn)
    }
    recoveries.push(
      ...found.recoveries.map(({ amount, seq: _seq, ...one }) => ({
        ...of,
        ...one,
        amountFen: `${amount}`,
      })),
    )
  }
  return {
    person: { id: person, name: named?.name ?? '' },
    institution: profile.name,
    years: yearsOf(rewards, payments, { recoveries, byHand, bonuses: hand.filter(isBonus) }),
    rewards: rewards.toSorted((one, other) => (one.on < other.on ? 1 : -1)),
    recoveries,
    turns,
    bonuses: hand.filter(isBonus).map(({ title, paidOn: on, ...one }) => ({
      ...{ title, on, amountFen: one.amountFen, backFen: one.backFen },
      ...{ withheldFen: one.withheldFen, proof: one.proof },
    })),
    underWay: payments.filter(isOpen).map(({ caseId, caseNumber, title, ...payment }) => {
      return { caseId, caseNumber, title, ...paymentShown(payment) }
    }),
  }
}

/** What the record of a procedure says that somebody got; no other pays people. */
const tellers: Readonly<Record<string, typeof rewardsOf>> = {
  [transferCase.id]: rewardsOf,
  [serviceContract.id]: serviceRewardsOf,
}

/** Its plan is not paid out; or it fell, and what the case took in of it came back since. */
const isOpen = ({ isSettled, isTakenIn, state, paidOn }: OwnPayment): boolean =>
  !isSettled && (!isTakenIn || (state !== 'paid' && paidOn !== null))

type Reward = RewardsOfPerson['rewards'][number]
type Turn = StatementWire['turns'][number]
/** What was paid, or came back, by hand, and its tax where somebody said it. */
type HandTurn = Turn & { readonly withheldFen: string | null }

const isBonus = ({ source }: OwnHandPayment) => source === 'grant_bonus'
type OfCase = Pick<RewardWire, 'caseId' | 'caseNumber' | 'title'>

/** By which payments a reward was paid: those of a batch, or by hand. */
interface Paid {
  readonly own: readonly OwnPayment[]
  readonly byHand: readonly OwnHandPayment[]
}

function rewardShown(
  of: OfCase,
  reward: Reward,
  { own, byHand }: Paid,
  claim: ReliefClaim | undefined,
): RewardWire {
  const payments = own.filter(({ planSeq, isSettled }) => planSeq === reward.planSeq && isSettled)
  const { share, inShares, had } = reward
  const handed = share - inShares - had
  return {
    ...of,
    seq: reward.seq,
    on: reward.on,
    proof: reward.proof,
    grossFen: `${reward.gross}`,
    lines: reward.lines.map(({ label, remark, amount, effect, cite }) => ({
      ...{ label: { ...label }, remark: remark ?? null, amountFen: `${amount}`, effect },
      cite: { ...cite },
    })),
    netFen: `${reward.net}`,
    layers: reward.layers.map(({ id, amount, cite }) => ({
      ...{ id, amountFen: `${amount}`, cite: cite ? { ...cite } : null },
    })),
    shares: ownAndOthers(reward.shares),
    shareFen: `${share}`,
    inSharesFen: `${inShares}`,
    hadFen: `${had}`,
    ...paidShown(payments, handed, byHand),
    payments: payments.map(paymentShown),
    tax: taxShown(reward, { payments, handed }, claim),
    reversedOn: reward.reversedOn ?? null,
  }
}

/** What is known of the tax of a reward: by the days of the own payments, and what its act or its position says. */
function taxShown(
  { tax, receipts, on }: Reward,
  { payments, handed }: { readonly payments: readonly OwnPayment[]; readonly handed: bigint },
  claim: ReliefClaim | undefined,
): RewardWire['tax'] {
  const paid = payments
    .filter(inMoney)
    .map((one) => ({ on: (one.paidOn ?? on) as Day, amount: BigInt(one.amountFen) }))
  const own = payments.length > 0 ? paid : [{ on, amount: handed }]
  const byDays = reliefByDays(
    nationsLaw(),
    receipts,
    own.filter(({ amount }) => amount > 0n),
  )
  const full = own.reduce((sum, { amount }) => sum + amount, 0n)
  // Where the act is silent, the position of its case decides; where nobody decided, it is unknown. What the days
  // do not allow nobody decides.
  const relief = byDays?.state === 'late' ? false : (tax.relief ?? claim?.claimed ?? null)
  const counted = byDays && relief ? byDays.counted : tax.counted
  return {
    ...{ relief, withheld: tax.withheld ?? null },
    countedFen: counted === undefined ? null : `${counted}`,
    window: byDays
      ? {
          ...{ state: byDays.state, lastDay: byDays.lastClose, fullFen: `${full}` },
          reducedFen: `${byDays.counted}`,
        }
      : null,
    rules: tax.rules.map(({ title, cite }) => ({ title: { ...title }, cite: { ...cite } })),
  }
}

/** The own parts, and those of all others as one sum: a statement says what nobody else got. */
function ownAndOthers(shares: Reward['shares']): RewardWire['shares'] {
  const others = shares.filter(({ isOwn }) => !isOwn)
  const sum = others.reduce((all, { amount }) => all + amount, 0n)
  return [
    ...(others.length > 0 ? [{ name: null, amountFen: `${sum}`, isOwn: false }] : []),
    ...shares
      .filter(({ isOwn }) => isOwn)
      .map(({ name, amount }) => ({ name, amountFen: `${amount}`, isOwn: true })),
  ]
}

const inMoney = ({ state, way }: OwnPayment) => state === 'paid' && way !== 'equity'

/** What was paid, what of it was withheld, and of how much nobody has said. */
function paidShown(
  payments: readonly OwnPayment[],
  handed: bigint,
  byHand: readonly OwnHandPayment[],
) {
  const paid = payments.filter(inMoney)
  const told = payments.length > 0 ? paid : byHand
  const known = told.filter(({ withheldFen }) => withheldFen !== null)
  const gross = payments.length > 0 ? sumOf(paid) : handed
  const withheld = known.reduce((all, one) => all + BigInt(one.withheldFen ?? 0), 0n)
  return {
    paidFen: `${gross}`,
    withheldFen: known.length === 0 ? null : `${withheld}`,
    arrivedFen: gross === sumOf(known) ? `${netOf(gross, withheld)}` : null,
    taxUnknownFen: `${gross - sumOf(known)}`,
  }
}

const sumOf = (payments: readonly { readonly amountFen: string }[]): bigint =>
  payments.reduce((all, { amountFen }) => all + BigInt(amountFen), 0n)

function paymentShown({
  amountFen,
  withheldFen,
  state,
  paidOn,
  returnedOn,
  sentOn,
  accountMasked,
}: Omit<OwnPayment, 'caseId' | 'caseNumber' | 'title'>) {
  const on = state === 'returned' ? returnedOn : (paidOn ?? sentOn)
  return { amountFen, withheldFen, state, on, accountMasked }
}

/** What a year brought; what is known of its tax, and of how much nobody has said it. */
interface YearSums {
  readonly paid: bigint
  readonly tax: bigint | null
  readonly unsaid: bigint
  readonly back: bigint
}

const noSums: YearSums = { paid: 0n, tax: null, unsaid: 0n, back: 0n }

interface ByHand extends Pick<StatementWire, 'recoveries'> {
  readonly byHand: readonly HandTurn[]
  readonly bonuses: readonly OwnHandPayment[]
}

/** What reached the person in each year, less what they gave back in it. */
function yearsOf(
  rewards: readonly RewardWire[],
  payments: readonly OwnPayment[],
  { recoveries, byHand, bonuses }: ByHand,
): StatementWire['years'] {
  const sums = new Map<string, YearSums>()
  const yearOf = (on: string | null) => {
    const year = (on ?? '').slice(0, 4)
    return { year, before: sums.get(year) ?? noSums }
  }
  const paid = (on: string | null, amount: bigint, tax: string | null = null) => {
    const { year, before } = yearOf(on)
    sums.set(year, {
      ...{ ...before, paid: before.paid + amount },
      tax: tax === null ? before.tax : (before.tax ?? 0n) + BigInt(tax),
      unsaid: before.unsaid + (tax === null ? amount : 0n),
    })
  }
  /** What comes back of the same year was never paid in it; what is older was given back. */
  const back = (on: string, amount: bigint, isRepaid: boolean) => {
    const { year, before } = yearOf(on)
    const undone = isRepaid ? 0n : amount < before.unsaid ? amount : before.unsaid
    sums.set(year, {
      ...{ ...before, paid: before.paid - undone, unsaid: before.unsaid - undone },
      back: before.back + amount - undone,
    })
  }
  for (const one of payments.filter(inMoney))
    paid(one.paidOn, BigInt(one.amountFen), one.withheldFen)
  for (const one of rewards) {
    // By hand it was said of the whole payment or of none of it.
    if (one.payments.length === 0) paid(one.on, BigInt(one.paidFen), one.withheldFen)
  }
  for (const one of bonuses) paid(one.paidOn, BigInt(one.amountFen), one.withheldFen)
  const turned = byHand.filter(({ award }) => award === 'cash')
  for (const one of turned)
    if (one.kind !== 'returned') paid(one.on, BigInt(one.amountFen), one.withheldFen)
  for (const one of turned) if (one.kind === 'returned') back(one.on, BigInt(one.amountFen), false)
  for (const { backOn, backFen } of bonuses)
    if (backOn !== null) back(backOn, BigInt(backFen), false)
  for (const { on, way, award, amountFen } of recoveries)
    if (way === 'repaid' && award === 'cash') back(on, BigInt(amountFen), true)
  return [...sums]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([year, of]) => yearShown(year, of))
}

function yearShown(year: string, { paid, tax, unsaid, back }: YearSums) {
  return {
    ...{ year, paidFen: `${paid}`, backFen: `${back}`, taxUnknownFen: `${unsaid}` },
    withheldFen: tax === null ? null : `${tax}`,
    restFen: unsaid === 0n ? `${netOf(paid, tax) - back}` : null,
  }
}
