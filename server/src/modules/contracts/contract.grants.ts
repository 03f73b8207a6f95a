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

/** What contracts from a ledger grant of an achievement; those of cases are told by their records. */
export async function grantsByLedger(
  tx: Tx,
  institution: string,
  achievement: string,
): Promise<readonly LedgerGrant[]> {
  const rows = await tx
    .selectFrom('contractAchievement')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'contractAchievement.institutionId')
        .onRef('contract.id', '=', 'contractAchievement.contractId'),
    )
    .select(['number', 'title', 'counterparty', 'mode', 'exclusivity', 'termTo', 'status'])
    .select(['field', 'territory'])
    .where('contractAchievement.institutionId', '=', institution)
    .where('contractAchievement.achievementId', '=', achievement)
    .where('contract.caseId', 'is', null)
    .orderBy('contract.id')
    .execute()
  return rows.flatMap(({ number, title, counterparty, mode, exclusivity, termTo, ...row }) => {
    const { status, field, territory } = row
    const kind = kindOf(mode, exclusivity)
    if (kind === undefined || status === 'terminated') return []
    return [
      {
        by: number ?? title,
        to: counterparty ?? title,
        kind,
        ...(field !== null && { field }),
        ...(territory !== null && { territory }),
        ...(termTo !== null && { until: termTo }),
      },
    ]
  })
}

function kindOf(mode: string | null, exclusivity: string | null): LedgerGrant['kind'] | undefined {
  if (mode === 'assignment' || mode === 'equity_contribution') return 'assigned'
  if (mode !== 'license') return undefined
  return exclusivity === 'exclusive' || exclusivity === 'sole' ? exclusivity : 'plain'
}
