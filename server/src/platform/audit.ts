import type { Tx } from './database.ts'
import type { AuditBody, Chain } from './evidence.ts'

/** One entry of a register's chain, as its history shows it. */
export interface ChangeEntry {
  readonly seq: number
  readonly action: string
  readonly at: string
  readonly by: AuditBody['by']
  readonly data: Readonly<Record<string, unknown>>
}

/** The changes of one register, newest first; after `since`, when a number is given. */
export async function changesOf(
  tx: Tx,
  chain: Chain,
  { since = 0, most = 200 }: { since?: number; most?: number } = {},
): Promise<ChangeEntry[]> {
  const rows = await tx
    .selectFrom('auditEntry')
    .select(['seq', 'entry'])
    .where('institutionId', '=', chain.institution)
    .where('chain', '=', chain.name)
    .where('seq', '>', since)
    .orderBy('seq', 'desc')
    .limit(most)
    .execute()
  return rows.map(toChange)
}

/** The changes that concern one subject, in whatever register they stand, newest first. */
export async function changesAbout(
  tx: Tx,
  institution: string,
  subject: string,
  most = 200,
): Promise<ChangeEntry[]> {
  const rows = await tx
    .selectFrom('auditEntry')
    .select(['seq', 'entry'])
    .where('institutionId', '=', institution)
    .where('subjectId', '=', subject)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(most)
    .execute()
  return rows.map(toChange)
}

function toChange({ seq, entry }: { seq: number; entry: Record<string, unknown> }): ChangeEntry {
  const { action, at, by, data } = entry as unknown as AuditBody // As `recordChange` wrote it.
  return { seq, action, at, by, data }
}
