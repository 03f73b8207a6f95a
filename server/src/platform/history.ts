import type { Tx } from './database.ts'
import { type AuditBody, type Chain, checkChain, headOf, type Linked } from './evidence.ts'
import type { HistoryEntryWire, HistoryWire } from './history.schema.ts'
import type { FieldChange } from './register.ts'

/** What of an entry its reader may see; undefined where they may not know of it. */
export type Veil = (entry: AuditBody) => AuditBody['data'] | undefined

/**
 * Reads who changed what when in a record of a register, and checks its chain on the way.
 *
 * @param veilFor  where a register speaks of records that some may not read: asked once, for all entries.
 */
export async function historyOf(
  tx: Tx,
  chain: Chain,
  veilFor?: (entries: readonly AuditBody[]) => Promise<Veil>,
): Promise<HistoryWire> {
  const rows = await tx
    .selectFrom('auditEntry')
    .select(['seq', 'entry', 'prev', 'hash'])
    .where('institutionId', '=', chain.institution)
    .where('chain', '=', chain.name)
    .orderBy('seq')
    .execute()
  const entries = rows.map(
    ({ seq, entry, prev, hash }) => ({ ...entry, seq, prev, hash }) as Linked<AuditBody>, // What recordChange wrote.
  )
  const check = checkChain(entries, await headOf(tx, chain))
  const { ok, length } = check
  const veil = await veilFor?.(entries)
  const items = entries.flatMap((entry) => {
    const data = veil ? veil(entry) : entry.data
    return data ? [shown({ ...entry, data })] : []
  })
  return {
    items,
    ...(items.length < length && { withheld: length - items.length }),
    chain: { ok, length, ...(!check.ok && { brokenAt: check.brokenAt }) },
  }
}

/** A first entry tells all fields, a later one its changes; a reason stands beside them. */
function shown({ seq, action, at, by, data, hash }: Linked<AuditBody>): HistoryEntryWire {
  const { changes, reason, ...fields } = data
  return {
    seq,
    action,
    at,
    by: by.name,
    ...(typeof reason === 'string' && { reason }),
    changes: Array.isArray(changes)
      ? (changes as FieldChange[])
      : Object.entries(fields)
          .filter(([, to]) => to !== null)
          .map(([field, to]) => ({ field, to })),
    hash,
  }
}
