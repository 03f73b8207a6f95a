import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockChain } from '../../platform/evidence.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { type Author, amendRecord, enterRecords } from '../../platform/register.ts'
import {
  type Concern,
  type Contradiction,
  concernsAbout,
  contradictionTo,
  sayConcern,
} from './conflict.ts'
import { subjectsNow, surroundingsOf } from './surroundings.queries.ts'
import { bearerOf, storedTrusteeship } from './trusteeship.queries.ts'
import { trusteeshipRegister } from './trusteeship.table.ts'
import { decideFields, type FieldRefusals, stateOn, type TrusteeshipFields } from './trusteeship.ts'
import type {
  AmendTrusteeshipWire,
  EndTrusteeshipWire,
  NewTrusteeshipWire,
} from './trusteeship.wire.ts'

/** Why an agreement is not entered, amended or ended. */
export interface TrusteeshipRefusals extends FieldRefusals {
  'no-such-trusteeship': Record<string, never>
  'trusteeship-number-used': { readonly number: string; readonly title: string }
  'unknown-subject': Record<string, never>
  'subject-named-twice': Record<string, never>
  'file-not-stored': { readonly name: string }
  'right-ended': { readonly title: string }
  'granted-away': { readonly by: string; readonly to: string }
  'held-in-trust': { readonly number: string; readonly power: string }
  'trusteeship-needs-reason': { readonly zh: string; readonly en: string }
  'trusteeship-over': { readonly day: string }
  'end-before-start': { readonly fromDay: string }
  'end-in-future': { readonly today: string }
  'end-after-term': { readonly toDay: string }
}

export type Told = z.output<typeof NewTrusteeshipWire>
type Amended = z.output<typeof AmendTrusteeshipWire>

/** What is said otherwise of an agreement. */
export type Given = Omit<Amended, 'reason' | 'expectedSeq'>

/** The same with why; a ledger says nothing of what its author had read. */
type Amending = Given & { readonly reason: string; readonly expectedSeq?: number | undefined }

/** Enters an agreement by which the powers over rights and achievements are parted. */
export async function enterTrusteeship(
  tx: Tx,
  clock: Clock,
  by: Author,
  told: Told,
  { id = newId(), source }: { readonly id?: string; readonly source?: string } = {},
): Promise<Outcome<{ id: string }, TrusteeshipRefusals>> {
  const { institution } = by
  await lockRegister(tx, institution)
  const checked = await checkedNew(tx, clock, institution, told)
  if (checked.kind === 'refused') return checked

  // From here on it is entered.
  await enterRecords(tx, trusteeshipRegister, by, clock.now(), [
    { id, fields: checked.value, ...(source && { beside: { source } }) },
  ])
  return accept({ id })
}

/** An agreement that is new, as it would be kept, or why it would not. */
export function checkedNew(tx: Tx, clock: Clock, institution: string, told: Told) {
  const fields = { ...told, endedOn: null, endReason: null }
  return checkedFields(tx, clock, institution, undefined, fields)
}

/** An agreement that lasts, as it would be kept after a change, or why it would not. */
export async function checkedChange(
  tx: Tx,
  clock: Clock,
  institution: string,
  id: string,
  fields: Given,
): Promise<Outcome<TrusteeshipFields, TrusteeshipRefusals>> {
  const stored = await storedTrusteeship(tx, institution, id)
  if (!stored) return refuse('no-such-trusteeship', {})
  if (stored.endedOn !== null) return refuse('trusteeship-over', { day: stored.endedOn })
  const given = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Told>
  const { id: _id, ...before } = stored
  return checkedFields(tx, clock, institution, id, { ...before, ...given })
}

/** Changes an agreement that lasts: a new term, another share, what was mistyped. */
export async function amendTrusteeship(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { reason, expectedSeq, ...fields }: Amending,
): Promise<Outcome<{ seq: number }, TrusteeshipRefusals>> {
  const { institution } = by
  await lockRegister(tx, institution)
  const checked = await checkedChange(tx, clock, institution, id, fields)
  if (checked.kind === 'refused') return checked

  // From here on it is amended.
  const amended = await amendRecord(tx, trusteeshipRegister, clock, by, id, {
    fields: checked.value,
    reason,
    expectedSeq,
  })
  return amended ? accept(amended) : refuse('no-such-trusteeship', {})
}

/** Ends an agreement before its term: from that day on every power is the owner's again. */
export async function endTrusteeship(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { endedOn, reason, expectedSeq }: z.output<typeof EndTrusteeshipWire>,
): Promise<Outcome<{ seq: number }, TrusteeshipRefusals>> {
  const today = clock.today()
  const stored = await storedTrusteeship(tx, by.institution, id)
  if (!stored) return refuse('no-such-trusteeship', {})
  const { fromDay, toDay } = stored
  if (stored.endedOn !== null) return refuse('trusteeship-over', { day: stored.endedOn })
  if (stateOn(stored, today) === 'expired') return refuse('trusteeship-over', { day: toDay ?? '' })
  if (endedOn > today) return refuse('end-in-future', { today })
  if (endedOn < fromDay) return refuse('end-before-start', { fromDay })
  if (toDay !== null && endedOn > toDay) return refuse('end-after-term', { toDay })

  // From here on it is ended.
  const amended = await amendRecord(tx, trusteeshipRegister, clock, by, id, {
    fields: { endedOn, endReason: reason },
    reason,
    expectedSeq,
    action: 'ended',
  })
  return amended ? accept(amended) : refuse('no-such-trusteeship', {})
}

/** Two that are entered at once look at each other: one register, one after the other. */
async function lockRegister(tx: Tx, institution: string): Promise<void> {
  await lockChain(tx, { institution, name: 'trusteeships' })
}

type Fields = Omit<TrusteeshipFields, 'subjects'> & {
  readonly subjects: readonly Told['subjects'][number][]
}

/** The fields as they are kept, with what they are about as the registers call it. */
async function checkedFields(
  tx: Tx,
  clock: Clock,
  institution: string,
  id: string | undefined,
  told: Fields,
): Promise<Outcome<TrusteeshipFields, TrusteeshipRefusals>> {
  const ids = told.subjects.map((one) => one.id)
  if (new Set(ids).size < ids.length) return refuse('subject-named-twice', {})
  const subjects = await subjectsNow(tx, institution, told.subjects)
  if (subjects.length < told.subjects.length) return refuse('unknown-subject', {})
  const fields: TrusteeshipFields = { ...told, subjects }
  const kinds = Object.keys(institutionLists().trusteeships.trustees)
  const decided = decideFields(fields, { today: clock.today(), kinds })
  if (decided.kind === 'refused') return decided
  const bearer = await bearerOf(tx, institution, told.number)
  if (bearer && bearer.id !== id) {
    return refuse('trusteeship-number-used', { number: told.number, title: bearer.title })
  }
  const hashes = told.files.map(({ sha256 }) => sha256)
  const there = await storedFiles(tx, institution, hashes)
  const lost = told.files.find((file) => !there.some(({ sha256 }) => sha256 === file.sha256))
  if (lost) return refuse('file-not-stored', { name: lost.name })

  const around = await surroundingsOf(tx, institution, subjects, {
    today: clock.today(),
    itself: id,
  })
  const contradiction = contradictionTo(fields, around)
  if (contradiction) return contradicted(contradiction)
  const concerns = concernsAbout(fields, around)
  if (concerns.length > 0 && fields.despite === null) {
    return refuse('trusteeship-needs-reason', saidTogether(concerns))
  }
  return accept(fields)
}

function contradicted(by: Contradiction) {
  switch (by.code) {
    case 'right-ended':
      return refuse('right-ended', { title: by.title })
    case 'granted-away':
      return refuse('granted-away', { by: by.by, to: by.to })
    case 'held-in-trust':
      return refuse('held-in-trust', { number: by.number, power: by.power })
  }
}

function saidTogether(concerns: readonly Concern[]) {
  const said = concerns.map(sayConcern)
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') }
}
