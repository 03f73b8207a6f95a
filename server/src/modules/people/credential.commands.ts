import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { type DayRefusals, unpassedDay } from '../../platform/passed-day.ts'
import { type Author, chainOf } from '../../platform/register.ts'
import type { NewCredentialWire } from './credential.wire.ts'
import { personOf } from './person.queries.ts'
import { personRegister } from './person.table.ts'

/** Why a certificate is not written. */
export interface CredentialRefusals extends DayRefusals {
  'no-such-person': Record<string, never>
  'no-such-credential': Record<string, never>
  'kind-unknown': { readonly kinds: string }
  'ends-before-issued': { readonly issuedOn: string }
  'file-not-stored': { readonly name: string }
}

/** Enters a training or a certificate of somebody. */
export async function enterCredential(
  tx: Tx,
  clock: Clock,
  by: Author,
  person: string,
  given: z.output<typeof NewCredentialWire>,
  { id = newId(), source }: { readonly id?: string; readonly source?: string } = {},
): Promise<Outcome<{ id: string }, CredentialRefusals>> {
  const { kind, title, issuedOn, validUntil, hours = null, file = null } = given
  if (!(await personOf(tx, by.institution, person))) return refuse('no-such-person', {})
  const kinds = Object.keys(institutionLists().credentials.kinds)
  if (!kinds.includes(kind)) return refuse('kind-unknown', { kinds: kinds.join('、') })
  const unpassed = unpassedDay({ issuedOn }, clock.today())
  if (unpassed) return unpassed
  if (validUntil !== null && validUntil < issuedOn)
    return refuse('ends-before-issued', { issuedOn })
  if (file && (await storedFiles(tx, by.institution, [file.sha256])).length === 0) {
    return refuse('file-not-stored', { name: file.name })
  }

  // From here on the certificate is entered.
  const row = { institutionId: by.institution, id, personId: person, ...given, hours }
  await tx
    .insertInto('personCredential')
    .values({ ...row, file: file && JSON.stringify(file), annulledOn: null })
    .execute()
  await recordChange(tx, chainOf(personRegister, person), {
    action: 'person.credentialEntered',
    subject: person,
    data: {
      ...{ kind, title, issuedOn, validUntil, hours, file: file?.sha256 ?? null },
      ...(source && { source }),
    },
    at: clock.now(),
    by,
  })
  return accept({ id })
}

/** Takes back a certificate that was entered in error; the history keeps both. */
export async function annulCredential(
  tx: Tx,
  clock: Clock,
  by: Author,
  person: string,
  id: string,
  reason: string,
): Promise<Outcome<{ id: string }, CredentialRefusals>> {
  const annulled = await tx
    .updateTable('personCredential')
    .set({ annulledOn: clock.today() })
    .where('institutionId', '=', by.institution)
    .where('personId', '=', person)
    .where('id', '=', id)
    .where('annulledOn', 'is', null)
    .returning('title')
    .executeTakeFirst()
  if (!annulled) return refuse('no-such-credential', {})
  await recordChange(tx, chainOf(personRegister, person), {
    action: 'person.credentialAnnulled',
    subject: person,
    data: { title: annulled.title, reason },
    at: clock.now(),
    by,
  })
  return accept({ id })
}
