import { lastDayKnown } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import './contract.table.ts'

/** A licence or an assignment that stands in the register without a case of its own. */
export interface LedgerGrant {
  readonly by: string
  readonly to: string
  readonly kind: 'exclusive' | 'sole' | 'plain' | 'assigned'
  /** Left out they cover everything, so that a narrow licence would stand in the way of all others. */
  readonly field?: string
  readonly territory?: string
  readonly until?: string
}

/** What contracts without a case grant of an achievement, by their ids; those of cases are told by their records. */
async function grantsOfContracts(
  tx: Tx,
  institution: string,
  achievement: string,
): Promise<readonly (readonly [id: string, grant: LedgerGrant])[]> {
  const rows = await tx
    .selectFrom('contractAchievement')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'contractAchievement.institutionId')
        .onRef('contract.id', '=', 'contractAchievement.contractId'),
    )
    .select(['contract.id', 'number', 'title', 'counterparty', 'mode', 'exclusivity', 'termTo'])
    .select(['status', 'field', 'territory'])
    .where('contractAchievement.institutionId', '=', institution)
    .where('contractAchievement.achievementId', '=', achievement)
    .where('contract.caseId', 'is', null)
    .orderBy('contract.id')
    .execute()
  return rows.flatMap(({ id, number, title, counterparty, mode, exclusivity, termTo, ...row }) => {
    const { status, field, territory } = row
    const kind = kindOf(mode, exclusivity)
    if (kind === undefined || status === 'terminated' || status === 'not_effective') return []
    const grant: LedgerGrant = {
      ...{ by: number ?? title, to: counterparty ?? title, kind },
      ...(field !== null && { field }),
      ...(territory !== null && { territory }),
      // A month or a year of which no day is known lasts to its end.
      ...(termTo !== null && { until: lastDayKnown(termTo) }),
    }
    return [[id, grant] as const]
  })
}

/** What contracts from a ledger, or entered by hand, grant of an achievement. */
export async function grantsByLedger(
  tx: Tx,
  institution: string,
  achievement: string,
): Promise<readonly LedgerGrant[]> {
  return (await grantsOfContracts(tx, institution, achievement)).map(([, grant]) => grant)
}

/** What a contract without a case grants of an achievement, and what the others of the register do. */
export async function grantsBesideContract(
  tx: Tx,
  institution: string,
  of: { readonly contract: string; readonly achievement: string },
): Promise<{ own: LedgerGrant | undefined; others: readonly LedgerGrant[] }> {
  const all = await grantsOfContracts(tx, institution, of.achievement)
  return {
    own: all.find(([id]) => id === of.contract)?.[1],
    others: all.filter(([id]) => id !== of.contract).map(([, grant]) => grant),
  }
}

function kindOf(mode: string | null, exclusivity: string | null): LedgerGrant['kind'] | undefined {
  if (mode === 'assignment' || mode === 'equity_contribution') return 'assigned'
  if (mode !== 'license') return undefined
  return exclusivity === 'exclusive' || exclusivity === 'sole' ? exclusivity : 'plain'
}
