import type { Tx } from './database.ts'
import { type AuditBody, type Chain, checkChain, headOf, type Linked } from './evidence.ts'
import type { HistoryEntryWire, HistoryWire } from './history.schema.ts'
import type { FieldChange } from './register.ts'

/** Reads who changed what when in a record of a register, and checks its chain on the way. */
export async function historyOf(tx: Tx, chain: Chain): Promise<HistoryWire> {
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
  return {
    items: entries.map(shown),
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
