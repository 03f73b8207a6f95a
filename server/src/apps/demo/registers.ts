import { addDays } from '@yizhuan/kit'
import { enterContracts } from '../../modules/contracts/index.ts'
import { enterReceipts } from '../../modules/proceeds/index.ts'
import { enterRights } from '../../modules/rights/index.ts'
import { asSystem } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import type { Entered } from './cases.ts'
import { chance } from './chance.ts'
import { commission, formerDeal, formerPatent, rightIn } from './portfolio.ts'
import type { Hospital } from './province.ts'

const source = '演示台账'

/** Enters the rights of a hospital, and its contracts and receipts of former years. */
export async function loadRegisters(
  { db, clock }: Context,
  hospital: Hospital,
  inventions: readonly Entered[],
): Promise<void> {
  const [, officer] = hospital.people
  if (!officer) throw new TypeError('A hospital of the demonstration has an officer.')
  const by = { institution: hospital.id, person: officer.id, name: officer.name }
  // Dice of its own: what is drawn here changes nothing of the cases.
  const dice = chance(hospital.code.charCodeAt(0) * 7919)
  const today = clock.today()
  const ofInventions = inventions.flatMap((invention, index) => {
    const right = rightIn(invention, addDays(today, index - 300), today, dice)
    return right ? [right] : []
  })
  const former = Array.from({ length: Math.ceil(inventions.length / 5) }, () =>
    formerPatent(hospital, today, dice),
  )
  const deals = former
    .slice(0, Math.ceil(former.length / 2))
    .map((right, index) => formerDeal(right, index, today, dice))
  const commissions = hospital.people
    .slice(9, 9 + Math.ceil(former.length / 3))
    .map((lead, index) => commission(lead, index, today, dice))
  await asSystem(db, hospital.id, async (tx) => {
    const rights = [...ofInventions, ...former].map((fields) => ({ fields, source }))
    await enterRights(tx, clock, by, rights)
    const contracts = [...deals.map(({ contract }) => contract), ...commissions]
    const ids = await enterContracts(
      tx,
      clock,
      by,
      contracts.map((fields) => ({ fields, achievements: [], source })),
    )
    const receipts = deals.flatMap((deal, index) =>
      deal.receipts.map((fields) => ({
        fields: { ...fields, contractId: ids[index] ?? null },
        source,
      })),
    )
    await enterReceipts(tx, clock, by, receipts)
  })
}
