import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'
import './person.table.ts'
import type { CredentialWire } from './credential.wire.ts'

/** Trainings and certificates of some persons that were not annulled, newest first. */
export async function credentialsOf(
  tx: Tx,
  institution: string,
  persons: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, readonly CredentialWire[]>> {
  const rows = await tx
    .selectFrom('personCredential')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('personId', '=', sql<string>`any(${[...persons]}::uuid[])`)
    .where('annulledOn', 'is', null)
    .orderBy('issuedOn', 'desc')
    .orderBy('id')
    .execute()
  const found = new Map<string, CredentialWire[]>()
  for (const row of rows) {
    const known = found.get(row.personId) ?? []
    found.set(row.personId, [...known, shown(row, today)])
  }
  return found
}

function shown(row: Selectable<Tables['personCredential']>, today: string): CredentialWire {
  const { institutionId: _house, annulledOn: _never, personId: _whose, ...told } = row
  const isExpired = row.validUntil !== null && row.validUntil < today
  return { ...told, isExpired }
}
