import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import { headOf } from '../../../platform/evidence.ts'
import { chainOf } from '../../../platform/register.ts'
import { batchesOfAward } from '../../payouts/index.ts'
import { factsOf } from './bonus.commands.ts'
import { lineOf, owedBonuses, paymentsOf, sharesOf, storedBonus } from './bonus.queries.ts'
import { bonusRegister } from './bonus.table.ts'
import { isLate, lastOf } from './bonus.ts'
import type { BonusWire, OwedBonusesWire, OwedFilterWire } from './bonus.wire.ts'
import { articleOf, findingsOf, leastOf } from './bonus-law.ts'

/** One bonus with what was paid of it and what the law says, as things stand on a day. */
export async function bonusOf(
  tx: Tx,
  institution: string,
  id: string,
  today: Day,
): Promise<BonusWire | undefined> {
  const bonus = await storedBonus(tx, institution, id)
  if (!bonus) return undefined
  const shares = await sharesOf(tx, institution, id)
  const payments = await paymentsOf(tx, institution, id)
  const batches = await batchesOfAward(tx, institution, { source: 'grant_bonus', id })
  const { seq } = await headOf(tx, { institution, name: chainOf(bonusRegister, id) })
  const paid = shares.filter(({ place }) => lastOf(payments, place)?.kind === 'paid')
  const paidFen = paid.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)
  const names = shares.map(({ name }) => name)
  const { rightId, rightKind, rightNumber, rightTitle, grantedOn, dueOn } = bonus
  const { basis, amountFen, state, paidOn, approvedOn, approvedName } = bonus
  const line = {
    ...{ id, rightId, rightKind, rightNumber, rightTitle, grantedOn, dueOn, basis, amountFen },
    ...{ state, paidOn, names, paidFen: `${paidFen}` },
  }
  const least = leastOf(rightKind, grantedOn)
  return {
    ...lineOf(line, today),
    ...{
      seq,
      rule: bonus.rule,
      despite: bonus.despite,
      remark: bonus.remark,
      withdrawnFor: bonus.withdrawnFor,
    },
    files: bonus.files.map((file) => ({ ...file })),
    proposed: { on: bonus.proposedOn, by: bonus.proposedBy, name: bonus.proposedName },
    approved:
      approvedOn === null || approvedName === null ? null : { on: approvedOn, name: approvedName },
    leastFen: least ? `${least.fen}` : null,
    findings:
      state === 'withdrawn'
        ? []
        : findingsOf(factsOf(bonus), today).map((finding) => ({
            ...{ norm: finding.norm, title: { ...finding.title }, status: finding.status },
            due: finding.due ?? null,
            articles: finding.rule.cites.map(articleOf),
          })),
    shares: shares.map(({ place, name, personId: person, staffNumber, amountFen: fen }) => ({
      ...{
        place,
        name,
        person,
        staffNumber,
        fen,
        isPaid: lastOf(payments, place)?.kind === 'paid',
      },
      batch: batches.get(place) ?? null,
      payments: payments
        .filter((one) => one.place === place)
        .toSorted((one, other) => one.turn - other.turn)
        .map(({ id: payment, kind, onDay, reference, files, madeName }) => ({
          ...{ id: payment, kind, onDay, reference, by: madeName },
          files: files.map((file) => ({ ...file })),
        })),
    })),
  }
}

/** The bonuses that nobody proposed yet, with the least of each. */
export async function owedNow(
  tx: Tx,
  institution: string,
  { right }: OwedFilterWire,
  today: Day,
): Promise<OwedBonusesWire> {
  const rows = await owedBonuses(tx, institution, right)
  const items = rows.map((row) => ({
    ...row,
    isLate: isLate({ ...row, paidOn: null }, today),
    leastFen: leastOf(row.rightKind, row.grantedOn)?.fen.toString() ?? null,
  }))
  const known = leastOf('invention', today)
  return {
    items,
    late: items.filter((one) => one.isLate).length,
    leastFen: `${items.reduce((sum, { leastFen }) => sum + BigInt(leastFen ?? 0), 0n)}`,
    article: known ? articleOf(known.cite) : null,
    isVerified: known?.isVerified ?? false,
  }
}
