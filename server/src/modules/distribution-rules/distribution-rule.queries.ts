import type { Tx } from '../../platform/database.ts'
import './distribution-rule.table.ts'
import { versionOn } from './distribution-rule.ts'

/** Every version of the rule of a house, the newest first. */
export function rulesOf(tx: Tx, institution: string) {
  return tx
    .selectFrom('distributionRule')
    .selectAll()
    .where('institutionId', '=', institution)
    .orderBy('version', 'desc')
    .execute()
}

export type RuleRow = Awaited<ReturnType<typeof rulesOf>>[number]

/** The rule by which a house shares out on a day; undefined where it has none. */
export async function ruleInForce(
  tx: Tx,
  institution: string,
  on: string,
): Promise<RuleRow | undefined> {
  return versionOn(await rulesOf(tx, institution), on)
}

/** The rules of the register that versions stand in, by id. */
export async function documentsOf(
  tx: Tx,
  institution: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('internalRule')
    .select(['id', 'title'])
    .where('institutionId', '=', institution)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
