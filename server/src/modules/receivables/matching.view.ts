import { type Currency, proposeMatches } from '@yizhuan/money'
import type { Tx } from '../../platform/database.ts'
import { rateText } from './contract-money.view.ts'
import { leftOf, matchesOf, openFor, receiptMoneyOf, refundsFor } from './matching.queries.ts'
import type { MatchingWire } from './matching.wire.ts'

/** A receipt with what it paid, what is left and what it may pay, or undefined. */
export async function matchingOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<MatchingWire | undefined> {
  const receipt = await tx
    .selectFrom('receipt')
    .select(['id', 'contractId', 'payer', 'amountFen'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!receipt) return undefined
  const [money] = await receiptMoneyOf(tx, institution, [id])
  const left = leftOf(receipt.amountFen, money)
  const open = await openFor(tx, institution, receipt)
  const proposed = proposeMatches(
    left,
    open.map(({ id: line, currency, openMinor, dueOn }) => ({
      ...{ id: line, dueOn, currency: currency as Currency, minor: BigInt(openMinor) },
    })),
  )
  const matches = await matchesOf(tx, institution, { receipt: id })
  const gone = new Set(matches.map(({ takesBack }) => takesBack))
  const refunds = await refundsFor(tx, institution, receipt)
  return {
    ...{ currency: left.currency, leftMinor: `${left.minor}`, leftFen: `${left.fen}` },
    ...{ rate: rateText(money?.rate ?? null), rateSource: money?.rateSource ?? null },
    open: open.map((line) => {
      const match = proposed.find(({ receivable }) => receivable === line.id)
      return { ...line, proposed: match ? `${match.minor}` : null }
    }),
    matches: matches.map(({ receiptId: _, receivedOn: _on, ...match }) => ({
      ...match,
      isTakenBack: gone.has(match.id),
      madeAt: match.madeAt.toISOString(),
    })),
    refunds: refunds.linked.map(({ basis, madeAt, ...one }) => ({
      ...{ id: one.id, receivedOn: one.receivedOn, amountFen: one.amountFen },
      ...{ reason: one.reason, madeName: one.madeName, madeAt: madeAt.toISOString() },
      basis: basis === 'taken-back' ? ('chosen' as const) : basis,
    })),
    openRefunds: BigInt(receipt.amountFen ?? '0') > 0n ? refunds.open : [],
  }
}
