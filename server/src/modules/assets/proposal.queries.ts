import { groupBy } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { assetLists } from '../policies/index.ts'
import { assetsOf, bookingsOf, costsOf, withMoney } from './asset.queries.ts'
import { asOfIn, proposalsOn } from './proposal.ts'
import type { ProposalListWire, ProposalWire } from './proposal.wire.ts'

/** Which proposals are asked for: of a month, about some achievements or all. */
export interface ProposalQuery {
  readonly period: string
  readonly today: string
  readonly ids?: readonly string[]
  /** Only those that are to be booked so. */
  readonly treatment?: string | undefined
}

/** What finance is proposed to book for a month, by achievement; of the month that runs, as of today. */
export async function proposalsOf(
  tx: Tx,
  institution: string,
  { period, today, ids: asked, treatment: only }: ProposalQuery,
): Promise<ProposalWire[]> {
  const asOf = asOfIn(period, today)
  const ids = asked ?? (await withMoney(tx, institution))
  const obtaining = new Set(
    assetLists()
      .costs.filter(({ isForObtaining }) => isForObtaining)
      .map(({ code }) => code),
  )
  const [assets, costs, bookings] = await Promise.all([
    assetsOf(tx, institution, ids),
    costsOf(tx, institution, ids),
    bookingsOf(tx, institution, ids),
  ])
  const costsBy = groupBy(costs, ({ achievementId }) => achievementId)
  const returned = groupBy(
    bookings.filter(({ outcome }) => outcome === 'returned'),
    ({ achievementId }) => achievementId,
  )
  return assets.flatMap(({ entered, signs, sums }) => {
    const { id, number, title } = entered
    const mine = costsBy.get(id) ?? []
    const known = { signs, costs: mine, bookFen: sums(today).bookFen, obtaining }
    const made = proposalsOn(known, asOf)
    const wanted = made.filter(({ treatment }) => only === undefined || treatment === only)
    return wanted.map((proposal) => {
      const back = returned
        .get(id)
        ?.find(
          ({ step, treatment, amountFen }) =>
            step === proposal.step &&
            treatment === proposal.treatment &&
            amountFen === proposal.amountFen,
        )
      return {
        ...proposal,
        ...{ achievement: id, number, title },
        costs: [...proposal.costs],
        returned: back
          ? { reason: back.reason ?? '', by: back.decidedName, on: back.decidedOn }
          : null,
      }
    })
  })
}

/** What was decided about the proposals of a month, the newest first. */
export async function decidedIn(
  tx: Tx,
  institution: string,
  period: string,
): Promise<ProposalListWire['decided']> {
  return await tx
    .selectFrom('assetBooking')
    .innerJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'assetBooking.institutionId')
        .onRef('achievement.id', '=', 'assetBooking.achievementId'),
    )
    .select(['assetBooking.id', 'achievementId as achievement', 'number', 'title', 'period'])
    .select(['step', 'treatment', 'amountFen', 'article', 'outcome', 'voucher', 'reason'])
    .select(['decidedOn', 'decidedName'])
    .where('assetBooking.institutionId', '=', institution)
    .where('achievement.institutionId', '=', institution)
    .where('period', '=', period)
    .orderBy('assetBooking.id', 'desc')
    .execute()
}
