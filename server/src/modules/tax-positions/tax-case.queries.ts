import { type Day, groupBy } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { institutionFactsOn } from '../institutions/index.ts'
import {
  answersOf,
  attemptsFor,
  contractsAsked,
  deferralsOf,
  receiptsTaxed,
  refundsTaxed,
  rewardNotices,
} from './position.queries.ts'
import { type TaxCase, taxCase } from './tax-case.ts'

/** Reads what the positions of a contract rest on; undefined where there is no such contract. */
export async function taxCaseOf(
  tx: Tx,
  institution: string,
  id: string,
  today: Day,
): Promise<TaxCase | undefined> {
  return (await taxCasesOf(tx, institution, [id], today)).get(id)
}

/** How many contracts are read at once by whoever walks through all of them. */
export const atOnce = 200

/** The same for many contracts, by as many questions as for one. */
export async function taxCasesOf(
  tx: Tx,
  institution: string,
  ids: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, TaxCase>> {
  const contracts = await contractsAsked(tx, institution, ids)
  const cases = contracts.flatMap(({ caseId }) => caseId ?? [])
  const [attempts, receipts, refunds, said, house, notices, deferrals] = await Promise.all([
    attemptsFor(tx, institution, ids),
    receiptsTaxed(tx, institution, ids),
    refundsTaxed(tx, institution, ids),
    answersOf(tx, institution, ids),
    institutionFactsOn(tx, institution, today),
    rewardNotices(tx, institution, cases),
    deferralsOf(tx, institution, cases),
  ])
  const ownership = house.find(({ fact }) => fact === 'institutionOwnership')?.value
  const of = <Row extends { readonly contractId: string | null }>(rows: readonly Row[]) =>
    groupBy(rows, ({ contractId }) => contractId)
  const [tried, came, back, told] = [of(attempts), of(receipts), of(refunds), of(said)]
  return new Map(
    contracts.map((contract) => {
      const { id, caseId } = contract
      const own = {
        ...{ contract, ownership, attempts: tried.get(id) ?? [] },
        ...{ receipts: came.get(id) ?? [], refunds: back.get(id) ?? [], said: told.get(id) ?? [] },
        notice: caseId === null ? undefined : notices.get(caseId),
        deferrals: caseId === null ? [] : (deferrals.get(caseId) ?? []),
      }
      return [id, taxCase(own)]
    }),
  )
}
