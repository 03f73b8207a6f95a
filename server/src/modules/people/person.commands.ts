import { accept, type Day, isIdentityNumber, type Outcome, refuse } from '@yizhuan/kit'
import { renameHolder } from '../../platform/account.ts'
import type { Clock } from '../../platform/clock.ts'
import { type FieldKeys, masked } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import {
  type Author,
  amendRecord,
  chainOf,
  enterRecords,
  type Given,
} from '../../platform/register.ts'
import { holderOf, personOf, unitOf } from './person.queries.ts'
import { blankPerson, personRegister } from './person.table.ts'
import { maskedAccount, type SealedField } from './person.ts'

/** What writing persons needs: the clock, and the keys that seal. */
export interface Desk {
  readonly clock: Clock
  readonly keys: FieldKeys
}

/** Why nothing is written. */
export interface PersonRefusals {
  'no-such-person': Record<string, never>
  'no-such-unit': Record<string, never>
  'unit-closed': { readonly name: string }
  'no-such-parent': Record<string, never>
  'unit-below-itself': { readonly name: string }
  'unit-name-taken': { readonly name: string }
  'unit-code-taken': { readonly name: string }
  'staff-number-taken': { readonly name: string }
  'identity-number-wrong': Record<string, never>
  'identity-number-taken': { readonly name: string }
  'nothing-sealed': Record<string, never>
  'occupation-unknown': { readonly occupations: string }
}

/** Writes down that something sealed of a person was opened; the value is not told. */
export async function recordOpening(
  tx: Tx,
  clock: Clock,
  by: Author,
  person: string,
  field: SealedField | 'relative',
  purpose: string,
): Promise<void> {
  await recordChange(tx, chainOf(personRegister, person), {
    action: 'person.revealed',
    subject: person,
    data: { field, reason: purpose },
    at: clock.now(),
    by,
  })
}

/** What is told of a person, as people fill it in. */
export interface PersonGiven {
  readonly name: string
  readonly staffNumber: string | null
  readonly unitId: string | null
  readonly professionalTitle: string | null
  readonly occupation: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly leftOn: string | null
  readonly idCard: string | null
  readonly bankName: string | null
  readonly bankAccount: string | null
}

/** Enters a person. An identity number says whether the same person was entered before. */
export async function enterPerson(
  tx: Tx,
  { clock, keys }: Desk,
  by: Author,
  given: Given<PersonGiven> & { readonly name: string; readonly id?: string },
): Promise<Outcome<{ id: string }, PersonRefusals>> {
  const { id = newId(), ...told } = given
  const no = await against(tx, keys, by.institution, told)
  if (no) return no

  // From here on the person is entered.
  const fields = { ...blankPerson, ...stored(keys, id, told) }
  await enterRecords(tx, personRegister, by, clock.now(), [{ id, fields }])
  return accept({ id })
}

/** Changes what is told of a person; a name that changes goes with the account too. */
export async function amendPerson(
  tx: Tx,
  { clock, keys }: Desk,
  by: Author,
  id: string,
  given: Given<PersonGiven>,
  { reason = '', expectedSeq }: { reason?: string | undefined; expectedSeq?: number | undefined },
): Promise<Outcome<{ seq: number }, PersonRefusals>> {
  const before = await personOf(tx, by.institution, id)
  if (!before) return refuse('no-such-person', {})
  const no = await against(tx, keys, by.institution, given, id)
  if (no) return no
  const fields = stored(keys, id, withoutSame(keys, id, before, given))

  // From here on the person is amended.
  const amended = await amendRecord(tx, personRegister, clock, by, id, {
    fields,
    reason,
    expectedSeq,
  })
  if (given.name !== undefined) {
    await renameHolder(tx, by.institution, id, given.name)
  }
  return amended ? accept(amended) : refuse('no-such-person', {})
}

/** Puts a person back to what they were before an import; the account bears the name again. */
export async function putBackPerson(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { fields, reason }: { readonly fields: Given<PersonGiven>; readonly reason: string },
): Promise<void> {
  await amendRecord(tx, personRegister, clock, by, id, { fields, reason })
  if (fields.name !== undefined) await renameHolder(tx, by.institution, id, fields.name)
}

/** Opens one sealed field. Who opened what for which purpose is recorded; the value is not. */
export async function revealField(
  tx: Tx,
  { clock, keys }: Desk,
  by: Author,
  id: string,
  field: SealedField,
  purpose: string,
): Promise<Outcome<{ value: string }, PersonRefusals>> {
  const person = await personOf(tx, by.institution, id)
  if (!person) return refuse('no-such-person', {})
  const sealed = field === 'idCard' ? person.idCardSealed : person.bankAccountSealed
  if (sealed === null) return refuse('nothing-sealed', {})

  // From here on the field is opened.
  await recordOpening(tx, clock, by, id, field, purpose)
  return accept({ value: keys.open(sealed, placeOf(field, id)) })
}

async function against(
  tx: Tx,
  keys: FieldKeys,
  institution: string,
  { unitId, staffNumber, idCard, occupation }: Given<PersonGiven>,
  id?: string,
) {
  const lines = Object.keys(institutionLists().occupations.lines)
  if (typeof occupation === 'string' && !lines.includes(occupation)) {
    return refuse('occupation-unknown', { occupations: lines.join('、') })
  }
  if (typeof unitId === 'string') {
    const unit = await unitOf(tx, institution, unitId)
    if (!unit) return refuse('no-such-unit', {})
    if (unit.closedOn !== null) return refuse('unit-closed', { name: unit.name })
  }
  if (typeof staffNumber === 'string') {
    const name = await holderOf(tx, institution, 'staffNumber', staffNumber, id)
    if (name !== undefined) return refuse('staff-number-taken', { name })
  }
  if (typeof idCard === 'string') {
    const number = idCard.toUpperCase()
    if (!isIdentityNumber(number)) return refuse('identity-number-wrong', {})
    const name = await holderOf(tx, institution, 'idCardIndex', indexOf(keys, number), id)
    if (name !== undefined) return refuse('identity-number-taken', { name })
  }
  return undefined
}

/** A sealed text differs each time it is sealed; what is the same as before is left alone. */
function withoutSame(
  keys: FieldKeys,
  id: string,
  before: { idCardSealed: string | null; bankAccountSealed: string | null },
  { idCard, bankAccount, ...rest }: Given<PersonGiven>,
): Given<PersonGiven> {
  const isSame = (field: SealedField, sealed: string | null, given: string) =>
    sealed !== null && keys.open(sealed, placeOf(field, id)) === given
  const card = idCard?.toUpperCase() ?? idCard
  const account = bankAccount?.replaceAll(' ', '') ?? bankAccount
  return {
    ...rest,
    ...(card && isSame('idCard', before.idCardSealed, card) ? {} : { idCard: card }),
    ...(account && isSame('bankAccount', before.bankAccountSealed, account)
      ? {}
      : { bankAccount: account }),
  }
}

/** The columns of what was given; what is sealed is never a column of its own. */
function stored(
  keys: FieldKeys,
  id: string,
  { idCard, bankAccount, ...told }: Given<PersonGiven>,
): Readonly<Record<string, unknown>> {
  return {
    ...told,
    ...(idCard !== undefined && sealedCard(keys, id, idCard?.toUpperCase() ?? null)),
    ...(bankAccount !== undefined &&
      sealedAccount(keys, id, bankAccount?.replaceAll(' ', '') ?? null)),
  }
}

function sealedCard(keys: FieldKeys, id: string, number: string | null) {
  return {
    idCardMasked: number && masked(number),
    idCardSealed: number && keys.seal(number, placeOf('idCard', id)),
    idCardIndex: number && indexOf(keys, number),
  }
}

function sealedAccount(keys: FieldKeys, id: string, number: string | null) {
  return {
    bankAccountMasked: number && maskedAccount(number),
    bankAccountSealed: number && keys.seal(number, placeOf('bankAccount', id)),
  }
}

const indexOf = (keys: FieldKeys, number: string) => keys.blindIndex(number, 'person idCard')
const placeOf = (field: SealedField, id: string) => `person:${field}:${id}`

/** A day as the schema has checked it. */
export const asDay = (text: string): Day => text as Day
