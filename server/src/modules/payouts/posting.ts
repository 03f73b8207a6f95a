import { groupBy } from '@yizhuan/kit'
import { type MoneyEvent, netOf, type PartAmount } from '@yizhuan/money'
import type { Posting } from '../journal/index.ts'
import type { TurnedOrder } from './settle.queries.ts'

/** A case as its entries in the books name it. */
interface Subject {
  readonly number: string
  readonly achievementId: string | null
}

export type Turned = Pick<
  TurnedOrder,
  | 'caseId'
  | 'planId'
  | 'name'
  | 'way'
  | 'amountFen'
  | 'withheldFen'
  | 'setOffFen'
  | 'outcome'
  | 'wasPaid'
  | 'on'
  | 'posting'
>

/**
 * What payments do to money: one entry for what was paid of a plan at once, one for what came back of what
 * was paid. What was sent and never arrived moved nothing, and neither do shares.
 */
export function paymentPostings(
  turned: readonly Turned[],
  subjects: ReadonlyMap<string, Subject>,
  reference: string,
): Posting[] {
  const moved = turned.filter(
    ({ way, outcome, wasPaid }) => way !== 'equity' && (outcome === 'paid' || wasPaid),
  )
  const groups = groupBy(moved, ({ planId, posting, outcome }) => `${planId}/${posting}/${outcome}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const subject = first && subjects.get(first.caseId)
    if (!first || !subject) return []
    const { caseId, planId, posting: seq } = first
    const of = { source: 'payout' as const, id: planId, seq, record: caseId, caseId }
    const { achievementId, number } = subject
    return [{ event: eventOf(group), of: { ...of, achievementId, subject: number, reference } }]
  })
}

/** What of a payment was said to be withheld once it was through, instead of what was said before. */
export interface LateTax {
  readonly caseId: string
  readonly planId: string
  readonly posting: number
  readonly name: string
  readonly fromFen: string | null
  readonly toFen: string
  readonly on: string
  readonly subject: string
  readonly achievementId: string | null
}

/** What puts the books right where tax was said late: less left the bank, in red, and the tax is owed. */
export function latePostings(taxed: readonly LateTax[], reference: string): Posting[] {
  const groups = groupBy(taxed, ({ planId, posting }) => `${planId}/${posting}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { caseId, planId, posting: seq, subject, achievementId, on } = first
    const of = { source: 'payout' as const, id: planId, seq, record: caseId, caseId }
    const more = group.map(({ name, fromFen, toFen }) => ({
      person: name,
      fen: BigInt(toFen) - BigInt(fromFen ?? 0),
    }))
    const parts = { cash: more.map((one) => ({ ...one, fen: -one.fen })), withheld: more }
    const event = { kind: 'rewardPaid' as const, on, parts }
    return [{ event, of: { ...of, achievementId, subject, reference } }]
  })
}

function eventOf(group: readonly Turned[]): MoneyEvent {
  const sums = groupBy(group, ({ name }) => name)
  const partOf = (of: (one: Turned) => bigint): PartAmount[] =>
    [...sums].map(([person, lines]) => ({
      person,
      fen: lines.reduce((all, one) => all + of(one), 0n),
    }))
  // What is withheld leaves what is owed to somebody as well, and is owed to the tax authority instead.
  const cash = partOf(({ amountFen, withheldFen }) =>
    netOf(BigInt(amountFen), BigInt(withheldFen ?? 0)),
  )
  const isBack = group[0]?.outcome === 'returned'
  const withheld = partOf(
    ({ withheldFen, setOffFen }) => BigInt(withheldFen ?? 0) - (isBack ? BigInt(setOffFen) : 0n),
  )
  const on =
    group
      .map((one) => one.on)
      .toSorted()
      .at(-1) ?? ''
  return group[0]?.outcome === 'paid'
    ? { kind: 'rewardPaid', on, parts: { cash, withheld } }
    : { kind: 'rewardReturned', on, parts: { returned: cash, withheld } }
}
