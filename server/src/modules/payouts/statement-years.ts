import { netOf } from '@yizhuan/money'
import type { OwnHandPayment } from '../cases/index.ts'
import type { OwnPayment } from './statement.queries.ts'
import type { MovementWire, RewardWire, StatementWire } from './statement.wire.ts'

// What reached a person, and what of it they gave back, movement by movement: a year is the sum of its movements,
// column by column, wherever it is shown.

/** A movement before it is said what it rests on. */
export type Moved = Omit<MovementWire, 'cites'>

type Turn = StatementWire['turns'][number]
/** What was paid, or came back, by hand, and the tax of that payment where somebody said it. */
export type HandTurn = Turn & { readonly withheldFen: string | null }

/** What is known of the money of a person. */
export interface OwnMoney {
  readonly rewards: readonly RewardWire[]
  readonly payments: readonly OwnPayment[]
  readonly recoveries: StatementWire['recoveries']
  readonly byHand: readonly HandTurn[]
  readonly bonuses: readonly OwnHandPayment[]
}

export const inMoney = ({ state, way }: OwnPayment): boolean => state === 'paid' && way !== 'equity'

/** All that moved, the latest first. */
export function movementsOf(money: OwnMoney): Moved[] {
  const paid = paidTo(money)
  const moved = [...paid]
  for (const { repaid, ...one } of backFrom(money)) {
    const unsaid = repaid ? 0n : unsaidIn(one.on.slice(0, 4), moved)
    moved.push(givenBack(one, unsaid))
  }
  return moved.toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))
}

type Of = Pick<Moved, 'caseId' | 'caseNumber' | 'title' | 'on' | 'kind' | 'proof'>

function paidOf(of: Of, amountFen: string, withheldFen: string | null): Moved {
  const taxUnknownFen = withheldFen === null ? amountFen : '0'
  return { ...of, paidFen: amountFen, withheldFen, taxUnknownFen, backFen: '0' }
}

/** What was paid by hand of no plan. */
const paidKinds = { case: 'proceeds', grant_bonus: 'bonus', staff_award: 'staffReward' } as const

function paidTo({ payments, rewards, bonuses, byHand }: OwnMoney): readonly Moved[] {
  return [
    ...payments.filter(inMoney).map((one) => {
      const { caseId, planSeq } = one
      const told = rewards.find((reward) => reward.caseId === caseId && reward.planSeq === planSeq)
      const [on, proof] = [one.paidOn ?? '', told?.proof ?? null]
      return paidOf({ ...caseOf(one), on, kind: 'paid', proof }, one.amountFen, one.withheldFen)
    }),
    // By hand it was said of the whole payment or of none of it.
    ...rewards
      .filter((reward) => reward.payments.length === 0)
      .map((reward) => {
        const { on, proof, paidFen, withheldFen } = reward
        return paidOf({ ...caseOf(reward), on, kind: 'paid', proof }, paidFen, withheldFen)
      }),
    ...bonuses.map(({ source, title, paidOn: on, proof, amountFen, withheldFen }) => {
      const kind = paidKinds[source]
      return paidOf({ ...noCase, title, on, kind, proof }, amountFen, withheldFen)
    }),
    ...byHand.filter(isMoney).flatMap((turn) => {
      const { kind, on, proof, amountFen, withheldFen } = turn
      if (kind === 'returned') return []
      return [paidOf({ ...caseOf(turn), on, kind, proof }, amountFen, withheldFen)]
    }),
  ]
}

interface Back extends Of {
  readonly amountFen: string
  /** Somebody gave it back who had it, or its tax was said: nothing of what is unsaid goes with it. */
  readonly repaid: boolean
}

/** What of it came back. */
const backKinds = {
  case: 'proceedsReturned',
  grant_bonus: 'bonusReturned',
  staff_award: 'staffRewardReturned',
} as const

function backFrom({ byHand, bonuses, recoveries }: OwnMoney): readonly Back[] {
  return [
    ...byHand.filter(isMoney).flatMap((turn): readonly Back[] => {
      const { kind, on, proof, amountFen } = turn
      if (kind !== 'returned') return []
      const repaid = turn.withheldFen !== null
      return [{ ...caseOf(turn), on, kind, proof, amountFen, repaid }]
    }),
    ...bonuses.flatMap(({ source, title, withheldFen, returns }): readonly Back[] => {
      const kind = backKinds[source]
      const repaid = withheldFen !== null
      // Each in its own year, whenever the others came back.
      return returns.map(({ on, amountFen, proof }) => {
        return { ...noCase, title, on, kind, proof, amountFen, repaid }
      })
    }),
    ...recoveries.flatMap((one): readonly Back[] => {
      if (one.way !== 'repaid' || one.award !== 'cash') return []
      const { on, proof, amountFen } = one
      return [{ ...caseOf(one), on, kind: 'repaid', proof, amountFen, repaid: true }]
    }),
  ]
}

/** What comes back of the same year was never paid in it; what is older was given back. */
function givenBack({ amountFen, ...of }: Omit<Back, 'repaid'>, unsaid: bigint): Moved {
  const amount = BigInt(amountFen)
  const undone = amount < unsaid ? amount : unsaid
  return {
    ...of,
    ...{ paidFen: `${-undone}`, withheldFen: null, taxUnknownFen: `${-undone}` },
    backFen: `${amount - undone}`,
  }
}

const isMoney = ({ award }: HandTurn) => award === 'cash'
const noCase = { caseId: null, caseNumber: null } as const

function caseOf({ caseId, caseNumber, title }: Pick<Turn, 'caseId' | 'caseNumber' | 'title'>) {
  return { caseId, caseNumber, title }
}

const unsaidIn = (year: string, moved: readonly Moved[]): bigint =>
  moved
    .filter(({ on }) => on.startsWith(year))
    .reduce((sum, { taxUnknownFen }) => sum + BigInt(taxUnknownFen), 0n)

/** The sums of the years, the latest first. */
export function yearsOf(moved: readonly Moved[]): StatementWire['years'] {
  const years = [...new Set(moved.map(({ on }) => on.slice(0, 4)))].toSorted().toReversed()
  return years.map((year) => {
    const own = moved.filter(({ on }) => on.startsWith(year))
    const sum = (of: (one: Moved) => string | null) =>
      own.reduce((all, one) => all + BigInt(of(one) ?? 0), 0n)
    const said = own.some(({ withheldFen }) => withheldFen !== null)
    const tax = said ? sum(({ withheldFen }) => withheldFen) : null
    const [paid, back] = [sum(({ paidFen }) => paidFen), sum(({ backFen }) => backFen)]
    const unsaid = sum(({ taxUnknownFen }) => taxUnknownFen)
    return {
      ...{ year, paidFen: `${paid}`, backFen: `${back}`, taxUnknownFen: `${unsaid}` },
      withheldFen: tax === null ? null : `${tax}`,
      restFen: unsaid === 0n ? `${netOf(paid, tax) - back}` : null,
    }
  })
}
