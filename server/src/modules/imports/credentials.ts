import type { CredentialRecord, RecordMarks } from '@yizhuan/ledger'
import type { Tx } from '../../platform/database.ts'
import {
  credentialProblem,
  credentialsOf,
  enterCredential,
  personsByStaffNumber,
} from '../people/index.ts'
import { type KnownPeople, keyIn } from './known-people.ts'
import type { Candidate } from './plan.ts'
import { noteOrigins, type StagedDraft, stagedRows } from './staged.queries.ts'
import { sourceOf } from './table-row.ts'
import { takenIn } from './taken-in.ts'
import type { Outlay } from './write.ts'
import { type Done, idOf } from './write-people.ts'

// Training and certificates of those who do the work of transfer. A certificate is never changed: one that
// was entered in error is annulled, and one that was renewed is another.

/** A training or a certificate as a ledger tells of it. */
export type CredentialFields = Omit<CredentialRecord, keyof RecordMarks>

export interface CredentialEntry {
  readonly to: 'credential'
  readonly number: string | null
  readonly fields: CredentialFields
}

export function toCredential(record: CredentialRecord): CredentialEntry {
  const { staffNo, personName, credentialKind, credentialTitle, credentialIssuer } = record
  const { credentialNumber, credentialIssued, credentialUntil, credentialHours } = record
  const fields = {
    ...{ staffNo, personName, credentialKind, credentialTitle, credentialIssuer },
    ...{ credentialNumber, credentialIssued, credentialUntil, credentialHours },
  }
  return { to: 'credential', number: keyOf(fields), fields }
}

/** By what a certificate is known again: whose, of which kind, what it is called and since when. */
function keyOf(fields: CredentialFields): string | null {
  const { staffNo, credentialKind, credentialTitle, credentialIssued } = fields
  const parts = [staffNo, credentialKind, credentialTitle, credentialIssued]
  return parts.includes(null) ? null : parts.join('|')
}

/** The certificates of the persons that rows name; those that were annulled are none. */
export async function knownCredentials(
  tx: Tx,
  institution: string,
  candidates: readonly Candidate[],
): Promise<KnownPeople> {
  const numbers = candidates.flatMap(({ entry }) =>
    entry.to === 'credential' ? (entry.fields.staffNo ?? []) : [],
  )
  if (numbers.length === 0) return new Map()
  const persons = await personsByStaffNumber(tx, institution, [...new Set(numbers)])
  const ids = persons.map(({ id }) => id)
  const held = await credentialsOf(tx, institution, ids, '')
  return new Map(
    persons.flatMap(({ id: person, name, staffNumber }) =>
      (held.get(person) ?? []).map(({ id, kind, title, issuer, number, ...more }) => {
        const fields = {
          ...{ staffNo: staffNumber, personName: name, credentialKind: kind },
          ...{ credentialTitle: title, credentialIssuer: issuer, credentialNumber: number },
          ...{ credentialIssued: more.issuedOn, credentialUntil: more.validUntil },
          credentialHours: more.hours,
        }
        return [keyIn('credential', keyOf(fields) ?? ''), { id, fields }] as const
      }),
    ),
  )
}

/** Enters the certificates of a draft, each told in the history of its person. */
export async function writeCredentials(
  draft: StagedDraft,
  { clock, by, file, onRows }: Outlay,
): Promise<Done & { readonly held: readonly string[] }> {
  const { tx, institution } = draft
  const holders = new Set<string>()
  let entered = 0
  for await (const rows of stagedRows(draft, { register: 'credential', states: ['new'] })) {
    const numbers = rows.flatMap(({ entry }) =>
      entry.to === 'credential' ? (entry.fields.staffNo ?? []) : [],
    )
    const persons = await personsByStaffNumber(tx, institution, [...new Set(numbers)])
    const ids = new Map(persons.map(({ id, staffNumber }) => [staffNumber ?? '', id]))
    for (const row of rows) {
      if (row.entry.to !== 'credential' || !row.newId) continue
      const { fields } = row.entry
      const person = idOf(ids, fields.staffNo ?? '')
      const given = {
        ...{ kind: fields.credentialKind ?? '', title: fields.credentialTitle ?? '' },
        ...{ issuer: fields.credentialIssuer, number: fields.credentialNumber },
        ...{ issuedOn: fields.credentialIssued ?? '', validUntil: fields.credentialUntil },
        ...{ hours: fields.credentialHours, file: null },
      }
      const source = { id: row.newId, source: sourceOf(file, row) }
      takenIn(await enterCredential(tx, clock, by, person, given, source), credentialProblem, row)
      holders.add(person)
    }
    await noteOrigins(tx, institution, draft.id, 'credential', rows)
    entered += rows.length
    onRows('credential', rows.length)
  }
  return { entered, amended: 0, held: [...holders] }
}

/** What a certificate always has, with the words for one without it. */
export function missingInCredential({
  fields,
}: CredentialEntry): readonly [zh: string, en: string] | undefined {
  if (!fields.staffNo) return ['工号', 'staff number']
  if (!fields.credentialKind) return ['证书类别', 'kind']
  if (!fields.credentialTitle) return ['证书名称', 'title']
  return fields.credentialIssued ? undefined : ['取得日期（须到日）', 'day, given to the day']
}
