import { netOf } from '@yizhuan/money'
import { type RewardsOfPerson, rewardsOf, transferCase } from '@yizhuan/procedures'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { caseDesk, recordOf } from '../cases/index.ts'
import { profileOf } from '../institutions/index.ts'
import { type ReliefClaim, reliefClaims } from '../tax-positions/index.ts'
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
  const [named, profile, payments, cases] = await Promise.all([
    personNamed(tx, institution, person),
    profileOf(tx, institution),
    paymentsTo(tx, institution, person),
    casesWithPlanFor(tx, institution, person),
  ])
  const claims = await reliefClaims(tx, institution, cases)
  const rewards: RewardWire[] = []
  const recoveries: StatementWire['recoveries'] = []
  const turns: StatementWire['turns'] = []
  const byHand: Turn[] = []
  for (const id of cases) {
    const record = await recordOf(tx, caller, id)
    if (record?.line.procedure !== transferCase.id) continue
    const desk = await caseDesk(tx, clock, institution, id)
    const found = rewardsOf(record.entries, desk, { person })
    const of = { caseId: id, caseNumber: record.line.number, title: record.line.title }
    const own = payments.filter(({ caseId }) => caseId === id)
    rewards.push(...found.rewards.map((one) => rewardShown(of, one, own, claims.get(id))))
    for (const { seq: _seq, amount, reference, ...one } of found.turns) {
      const turn = { ...of, ...one, amountFen: `${amount}` }
      if (reference === undefined) byHand.push(turn)
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
    years: yearsOf(rewards, payments, { recoveries, byHand }),
    rewards: rewards.toSorted((one, other) => (one.on < other.on ? 1 : -1)),
    recoveries,
    turns,
    underWay: payments.filter(isOpen).map(({ caseId, caseNumber, title, ...payment }) => {
      return { caseId, caseNumber, title, ...paymentShown(payment) }
    }),
  }
}

/** Its plan is not paid out; or it fell, and what the case took in of it came back since. */
const isOpen = ({ isSettled, isTakenIn, state, paidOn }: OwnPayment): boolean =>
  !isSettled && (!isTakenIn || (state !== 'paid' && paidOn !== null))

type Reward = RewardsOfPerson['rewards'][number]
type Turn = StatementWire['turns'][number]
type OfCase = Pick<RewardWire, 'caseId' | 'caseNumber' | 'title'>

function rewardShown(
  of: OfCase,
  reward: Reward,
  own: readonly OwnPayment[],
  claim: ReliefClaim | undefined,
): RewardWire {
  const payments = own.filter(({ planSeq, isSettled }) => planSeq === reward.planSeq && isSettled)
  const { share, inShares, had, tax } = reward
  const byHand = share - inShares - had
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
    ...paidShown(payments, byHand),
    payments: payments.map(paymentShown),
    tax: {
      // An act that takes no relief is silent rather than a no; the position of the case decides.
      relief: tax.relief || (claim?.claimed ?? null),
      withheld: tax.withheld ?? null,
      countedFen: tax.counted === undefined ? null : `${tax.counted}`,
      rules: tax.rules.map(({ title, cite }) => ({ title: { ...title }, cite: { ...cite } })),
    },
    reversedOn: reward.reversedOn ?? null,
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

/** What was paid, what of it was withheld, and of how much nobody has said. By hand nobody says it. */
function paidShown(payments: readonly OwnPayment[], byHand: bigint) {
  const paid = payments.filter(inMoney)
  const known = paid.filter(({ withheldFen }) => withheldFen !== null)
  const gross = payments.length > 0 ? sumOf(paid) : byHand
  const withheld = known.reduce((all, one) => all + BigInt(one.withheldFen ?? 0), 0n)
  return {
    paidFen: `${gross}`,
    withheldFen: known.length === 0 ? null : `${withheld}`,
    arrivedFen: `${netOf(gross, withheld)}`,
    taxUnknownFen: `${gross - sumOf(known)}`,
  }
}

const sumOf = (payments: readonly OwnPayment[]): bigint =>
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

/** What reached the person in each year, less what they gave back in it. */
function yearsOf(
  rewards: readonly RewardWire[],
  payments: readonly OwnPayment[],
  { recoveries, byHand }: Pick<StatementWire, 'recoveries'> & { byHand: readonly Turn[] },
): StatementWire['years'] {
  const sums = new Map<string, { paid: bigint; tax: bigint; unsaid: bigint; back: bigint }>()
  const add = (on: string | null, paid: bigint, back: bigint, tax: string | null = null) => {
    const year = (on ?? '').slice(0, 4)
    const before = sums.get(year) ?? { paid: 0n, tax: 0n, unsaid: 0n, back: 0n }
    sums.set(year, {
      paid: before.paid + paid,
      tax: before.tax + BigInt(tax ?? 0),
      unsaid: before.unsaid + (tax === null ? paid : 0n),
      back: before.back + back,
    })
  }
  for (const one of payments.filter(inMoney))
    add(one.paidOn, BigInt(one.amountFen), 0n, one.withheldFen)
  for (const one of rewards) if (one.payments.length === 0) add(one.on, BigInt(one.paidFen), 0n)
  for (const { on, kind, award, amountFen } of byHand)
    if (award === 'cash') add(on, kind === 'returned' ? -BigInt(amountFen) : BigInt(amountFen), 0n)
  for (const { on, way, award, amountFen } of recoveries)
    if (way === 'repaid' && award === 'cash') add(on, 0n, BigInt(amountFen))
  return [...sums]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([year, { paid, tax, unsaid, back }]) => ({
      ...{ year, paidFen: `${paid}`, withheldFen: `${tax}`, taxUnknownFen: `${unsaid}` },
      ...{ backFen: `${back}`, restFen: `${netOf(paid, tax) - back}` },
    }))
}
