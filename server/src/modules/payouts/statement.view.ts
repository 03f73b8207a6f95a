import type { Day } from '@yizhuan/kit'
import { parameterAt } from '@yizhuan/law'
import { netOf } from '@yizhuan/money'
import {
  type RewardsOfPerson,
  reliefByDays,
  rewardsOf,
  serviceContract,
  serviceRewardsOf,
  transferCase,
} from '@yizhuan/procedures'
import type { Role } from '../../platform/access.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { notFound } from '../../platform/problem.ts'
import { caseDesk, handPaymentsTo, type OwnHandPayment, recordOf } from '../cases/index.ts'
import { profileOf } from '../institutions/index.ts'
import { nationsLaw, type ReliefClaim, reliefClaims } from '../tax-positions/index.ts'
import {
  casesWithPlanFor,
  type OwnPayment,
  owedBackIn,
  paymentsTo,
  personNamed,
} from './statement.queries.ts'
import type { RewardWire, StatementWire } from './statement.wire.ts'
import { type HandTurn, inMoney, type Moved, movementsOf, yearsOf } from './statement-years.ts'

/** Who reads what others got. */
export const readersOfOthers: readonly Role[] = ['finance', 'auditor']

const noSuchPerson = () => notFound({ zh: '没有这个人员。', en: 'There is no such person.' })

/** The statement of somebody, if the caller may read it. @throws {Problem} 404 where they may not. */
export async function readableStatement(tx: Tx, clock: Clock, caller: Caller, person: string) {
  if (person !== caller.person) {
    const reads = readersOfOthers.some((role) => caller.roles.includes(role))
    if (!reads || !(await personNamed(tx, caller.institution, person))) throw noSuchPerson()
  }
  return statementOf(tx, clock, caller, person)
}

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
  const bonuses = hand.filter(isBeside(cases))
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
      // What came back is told at the payment that it was of.
      const paid =
        one.kind === 'returned'
          ? hand.find(({ recordId, returns }) => recordId === id && returns.some(isOf(seq)))
          : handOf(seq)[0]
      const withheldFen = paid?.withheldFen ?? null
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
  const owed = (await owedBackIn(tx, institution, cases)).filter(({ caseId, name }) =>
    isOwnName(rewards, caseId, named?.name, name),
  )
  const movements = movementsOf({ rewards, payments, recoveries, byHand, bonuses })
  return {
    person: { id: person, name: named?.name ?? '' },
    institution: profile.name,
    years: yearsOf(movements),
    movements: movements.map((one) => ({ ...one, cites: citesOf(one, rewards) })),
    rewards: rewards.toSorted((one, other) => (one.on < other.on ? 1 : -1)),
    owed: owed.map(({ name: _own, ...one }) => one),
    recoveries,
    turns,
    bonuses: bonuses.map(({ source, title, paidOn: on, ...one }) => ({
      ...{ kind: kindOf(source), title, on, amountFen: one.amountFen, backFen: one.backFen },
      ...{ withheldFen: one.withheldFen, proof: one.proof },
    })),
    underWay: payments.filter(isOpen).map(({ caseId, caseNumber, title, ...payment }) => {
      return { caseId, caseNumber, title, ...paymentShown(payment) }
    }),
  }
}

/** Whether a name in the accounts of a case is theirs: as its rewards call them, or else the register. */
function isOwnName(
  rewards: readonly RewardWire[],
  caseId: string,
  registered: string | undefined,
  name: string,
): boolean {
  const own = rewards
    .filter((one) => one.caseId === caseId)
    .flatMap(({ shares }) => shares.flatMap((one) => (one.isOwn && one.name) || []))
  return own.length > 0 ? own.includes(name) : name === registered
}

/** What a movement rests on: what gives those who are rewarded their part, or a bonus at grant. */
function citesOf({ kind, caseId, on }: Moved, rewards: readonly RewardWire[]) {
  if (kind === 'bonus' || kind === 'bonusReturned') {
    // Each kind of patent has its least amount by one article.
    const bonus = parameterAt(nationsLaw().layers, BONUS, on as Day)
    return bonus ? [{ ...bonus.cite }] : []
  }
  const cites = rewards
    .filter((one) => one.caseId === caseId)
    .flatMap(({ layers }) =>
      layers.flatMap(({ id, cite }) => (id === 'contributors' && cite) || []),
    )
  const keyOf = ({ source, at }: (typeof cites)[number]) => `${source}#${at}`
  return [...new Map(cites.map((cite) => [keyOf(cite), { ...cite }])).values()]
}

/** The parameter whose article gives the bonus at grant. */
const BONUS = 'patent.bonus.invention'

const isOf = (act: number) => (back: { readonly seq: number | null }) => back.seq === act

/** What the record of a procedure says that somebody got; no other pays people. */
const tellers: Readonly<Record<string, typeof rewardsOf>> = {
  [transferCase.id]: rewardsOf,
  [serviceContract.id]: serviceRewardsOf,
}

/** Its plan is not paid out; or it fell, and what the case took in of it came back since. */
const isOpen = ({ isSettled, isTakenIn, state, paidOn }: OwnPayment): boolean =>
  !isSettled && (!isTakenIn || (state !== 'paid' && paidOn !== null))

type Reward = RewardsOfPerson['rewards'][number]
/** Of no plan: a bonus at grant, or a part of what a disposal of equity brought. */
const isBeside =
  (planned: readonly string[]) =>
  ({ source, recordId }: OwnHandPayment) =>
    source !== 'case' || !planned.includes(recordId)

const kindOf = (source: OwnHandPayment['source']) => (source === 'case' ? 'proceeds' : source)
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
    planSeq: reward.planSeq,
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
