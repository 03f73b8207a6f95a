import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { AuditBody } from '../../platform/evidence.ts'
import { chainOf } from '../../platform/register.ts'
import { personRegister } from './person.table.ts'
import type { OpeningWire } from './person.wire.ts'

/** The most that one answer holds, the newest first. */
const most = 200

/** Who opened what is sealed, when and why: of one person when asked, else of all the institution. */
export async function openingsOf(
  tx: Tx,
  institution: string,
  person?: string,
): Promise<OpeningWire[]> {
  let query = tx
    .selectFrom('auditEntry')
    .select(['chain', 'seq', 'entry'])
    .select(
      sql<string | null>`(select name from person where person.institution_id =
        audit_entry.institution_id and person.id = audit_entry.subject_id)`.as('name'),
    )
    .where('institutionId', '=', institution)
    // Spelled out, so that the index of openings serves it.
    .where(sql<boolean>`action in ('person.revealed', 'objection.opened')`)
  if (person !== undefined) query = query.where('chain', '=', chainOf(personRegister, person))
  const rows = await query.orderBy('at', 'desc').orderBy('seq', 'desc').limit(most).execute()
  return rows.map(({ chain, seq, entry, name }) => {
    const { action, at, by, data, subject } = entry as unknown as AuditBody // What recordChange wrote.
    const isPerson = action === 'person.revealed'
    return {
      key: `${chain}/${seq}`,
      at,
      by: by.name,
      field: isPerson ? (String(data['field']) as OpeningWire['field']) : 'objector',
      purpose: String(data['reason'] ?? ''),
      person: isPerson && subject !== null ? { id: subject, name: name ?? '' } : null,
    }
  })
}
