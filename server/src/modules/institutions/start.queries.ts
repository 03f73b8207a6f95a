import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import './institution.table.ts'
import { type StartStep, startOf } from './start.ts'

/** Who proposed and confirmed since which day the platform is used, the earliest first. */
export async function startSteps(tx: Tx, institution: string): Promise<readonly StartStep[]> {
  const rows = await tx
    .selectFrom('platformStart')
    .select(['seq', 'kind', 'fromDay', 'reason', 'madeBy', 'madeName', 'madeAt'])
    .where('institutionId', '=', institution)
    .orderBy('seq')
    .execute()
  return rows.map(({ fromDay, ...row }) => ({ ...row, from: fromDay as Day }))
}

/** Since which day the institution deals on the platform; undefined while nobody confirmed one. */
export async function platformSince(tx: Tx, institution: string): Promise<Day | undefined> {
  return startOf(await startSteps(tx, institution))
}
