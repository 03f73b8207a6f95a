import type { Day } from '@yizhuan/kit'
import type { Caller, Tx } from '../../../platform/database.ts'
import { hasNamesake } from '../../people/index.ts'
import { factsOf } from './bonus.commands.ts'
import { owedBonuses, paymentsOf, storedBonus } from './bonus.queries.ts'
import { isLate, lastOf } from './bonus.ts'
import { articleOf, findingsOf } from './bonus-law.ts'
import { sharesOfOne } from './my-bonus.queries.ts'
import type { MyBonusesWire } from './my-bonus.wire.ts'

/**
 * The own bonuses of who asks: their share, what became of it, and what the law says. Where two of a house bear
 * their name, only shares that say who it is are shown, rather than somebody else's.
 */
export async function myBonuses(tx: Tx, caller: Caller, today: Day): Promise<MyBonusesWire> {
  const { institution, name } = caller
  const isNameShared = await hasNamesake(tx, institution, caller)
  const own = { person: caller.person, name: isNameShared ? null : name }
  const items: MyBonusesWire['items'] = []
  for (const { bonusId, place, amountFen } of await sharesOfOne(tx, institution, own)) {
    const bonus = await storedBonus(tx, institution, bonusId)
    if (!bonus || bonus.state === 'withdrawn') continue
    const payments = await paymentsOf(tx, institution, bonusId)
    const isPaid = lastOf(payments, place)?.kind === 'paid'
    items.push({
      ...{ id: bonusId, rightId: bonus.rightId, rightNumber: bonus.rightNumber, isPaid },
      ...{ rightTitle: bonus.rightTitle, rightKind: bonus.rightKind, fen: amountFen },
      ...{ state: bonus.state, grantedOn: bonus.grantedOn, dueOn: bonus.dueOn },
      ...{ isLate: !isPaid && isLate({ dueOn: bonus.dueOn, paidOn: null }, today) },
      ...{ basis: bonus.basis, rule: bonus.rule },
      payments: payments
        .filter((one) => one.place === place)
        .map(({ kind, onDay, reference }) => ({ kind, onDay, reference })),
      findings: findingsOf(factsOf(bonus), today).map(({ norm, title, status, rule }) => ({
        ...{ norm, title: { ...title }, status, articles: rule.cites.map(articleOf) },
      })),
    })
  }
  // Registers of rights bear names only.
  const owed = isNameShared
    ? []
    : (await owedBonuses(tx, institution)).filter(({ inventors }) => inventors.includes(name))
  const sum = (some: readonly { readonly fen: string }[]) =>
    `${some.reduce((all, { fen }) => all + BigInt(fen), 0n)}`
  return {
    isNameShared,
    paidFen: sum(items.filter(({ isPaid }) => isPaid)),
    openFen: sum(items.filter(({ isPaid }) => !isPaid)),
    items: items.toSorted((one, other) => (one.grantedOn < other.grantedOn ? 1 : -1)),
    owed: owed.map(({ rightId, rightNumber, rightTitle, grantedOn, dueOn }) => ({
      ...{ rightId, rightNumber, rightTitle, grantedOn, dueOn },
      isLate: isLate({ dueOn, paidOn: null }, today),
    })),
  }
}
