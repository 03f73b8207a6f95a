import { bringSamples, decideStandards } from '../../modules/contract-texts/index.ts'
import { asSystem } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { accepted, holder } from './acting.ts'
import type { Hospital } from './province.ts'

/** Copies the sample clauses and model contracts into the library of a hospital; its lawyer approves them. */
export async function loadContractTexts({ db, clock }: Context, hospital: Hospital): Promise<void> {
  await asSystem(db, hospital.id, async (tx) => {
    accepted(await bringSamples(tx, clock, holder(hospital, 'officer')))
    const rows = await tx
      .selectFrom('contractStandard')
      .select(['id', 'newest as version'])
      .where('institutionId', '=', hospital.id)
      .execute()
    const words = '示例文本，供演示'
    const order = { items: rows, verdict: 'approved' as const, words }
    accepted(await decideStandards(tx, clock, holder(hospital, 'legal'), order))
  })
}
