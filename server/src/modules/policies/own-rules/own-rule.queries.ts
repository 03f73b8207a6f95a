import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import { prepared } from '../../../platform/prepared.ts'
import type { BasisFile } from './own-rule.table.ts'
import './own-rule.table.ts'
import type { DecisionOutcome, OwnRule, Proposal, Signed } from './own-rule.ts'

/** An own rule with the document it rests on. */
export type StoredRule = OwnRule & { readonly basisFile: BasisFile | null }

const allRules = prepared((tx: Tx, { institution }: { institution: string }) =>
  tx
    .selectFrom('ownRule')
    .leftJoin('ownRuleDecision', (join) =>
      join
        .onRef('ownRuleDecision.institutionId', '=', 'ownRule.institutionId')
        .onRef('ownRuleDecision.ruleId', '=', 'ownRule.id'),
    )
    .selectAll('ownRule')
    .select(['outcome', 'reason', 'decidedOn', 'decidedAt', 'decidedBy', 'decidedName'])
    .where('ownRule.institutionId', '=', institution)
    .orderBy('proposedAt')
    .orderBy('ownRule.id'),
)

/** Every own rule of an institution, as proposed and decided, oldest first. */
export async function ownRulesOf(tx: Tx, institution: string): Promise<readonly StoredRule[]> {
  const rows = await allRules(tx, { institution })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    choice: row.choice,
    from: row.fromDay as Day,
    to: row.toDay as Day | null,
    basis: row.basis,
    basisFile: row.basisFile,
    proposed: signed(row.proposedBy, row.proposedName, row.proposedOn, row.proposedAt),
    ...(row.outcome !== null && {
      decided: {
        ...signed(row.decidedBy, row.decidedName, row.decidedOn, row.decidedAt),
        outcome: row.outcome,
        reason: row.reason,
      },
    }),
  }))
}

function signed(
  by: string | null,
  name: string | null,
  on: string | null,
  at: Date | null,
): Signed {
  return { by: by ?? '', name: name ?? '', on: (on ?? '') as Day, at: at ?? new Date(0) }
}

/** Writes a proposal. */
export async function insertRule(
  tx: Tx,
  institution: string,
  id: string,
  { from, to, ...proposal }: Proposal,
  basisFile: BasisFile | null,
  proposed: Signed,
): Promise<void> {
  await tx
    .insertInto('ownRule')
    .values({
      ...proposal,
      institutionId: institution,
      id,
      fromDay: from,
      toDay: to,
      basisFile: basisFile && JSON.stringify(basisFile),
      proposedOn: proposed.on,
      proposedAt: proposed.at,
      proposedBy: proposed.by,
      proposedName: proposed.name,
    })
    .execute()
}

/** Writes what was decided on a proposal; the key allows one decision. */
export async function insertDecision(
  tx: Tx,
  institution: string,
  rule: string,
  outcome: DecisionOutcome,
  reason: string | null,
  decided: Signed,
): Promise<void> {
  await tx
    .insertInto('ownRuleDecision')
    .values({
      institutionId: institution,
      ruleId: rule,
      outcome,
      reason,
      decidedOn: decided.on,
      decidedAt: decided.at,
      decidedBy: decided.by,
      decidedName: decided.name,
    })
    .execute()
}
