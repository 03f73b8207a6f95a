import {
  type Country,
  kindsAbroad,
  type RightKind,
  readCertificateNumber,
  readNumberAbroad,
  readPublicationNumber,
  readRightNumber,
} from '@yizhuan/docket'
import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import { type Tx, unanswered } from '../../platform/database.ts'
import { lockKnownChain } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { type DayRefusals, unpassedDay } from '../../platform/passed-day.ts'
import {
  type Author,
  amendRecord,
  chainOf,
  type Entering,
  enterRecords,
  type Given,
} from '../../platform/register.ts'
import { countDockets, openDockets } from './docket/count.commands.ts'
import { openBatchUpTo } from './docket/fee.queries.ts'
import { handOnFiling, lockFamily } from './docket/filing.commands.ts'
import { docketGround } from './docket/law.ts'
import { apartWords, yearsApartIn } from './number-year.ts'
import { achievementLinked, rightOf, rightsByNumber, rightsToLink } from './right.queries.ts'
import { rightRegister } from './right.table.ts'
import { isReversed, type RightFields } from './right.ts'
import type { RightWire } from './right.wire.ts'

/** Why a right is not entered. */
export interface RightRefusals extends DayRefusals {
  'woody-of-variety': Record<string, never>
  'certificate-of-software': Record<string, never>
  'kind-not-abroad': Record<string, never>
  'number-taken': { readonly number: string; readonly title: string }
  'granted-before-filed': { readonly filedOn: string; readonly grantedOn: string }
  'number-of-other-year': { readonly zh: string; readonly en: string }
  'no-such-achievement': Record<string, never>
  'achievement-merged': Record<string, never>
}

/** Why a right is not amended. */
export interface AmendRefusals extends RightRefusals {
  'fee-in-batch': { readonly year: string; readonly title: string }
  'no-such-right': Record<string, never>
  'status-by-timeline': Record<string, never>
}

/**
 * Enters one right. Its number is the right's own in its country: no second right there may bear it.
 *
 * @param despite  why it is entered although its number tells another year than its day.
 * @throws {InputError} for a number that is none of its kind.
 */
export async function createRight(
  tx: Tx,
  clock: Clock,
  by: Author,
  fields: RightFields,
  despite?: string,
): Promise<Outcome<{ id: string }, RightRefusals>> {
  if (fields.country !== null && !kindsAbroad.includes(fields.kind)) {
    return refuse('kind-not-abroad', {})
  }
  if (fields.woody !== null && fields.kind !== 'variety') return refuse('woody-of-variety', {})
  if (isCertificateAstray(fields)) return refuse('certificate-of-software', {})
  const unpassed = unpassedDay(passedDays(fields), clock.today())
  if (unpassed) return unpassed
  const certificate = certificateIn(fields.country, fields.certificateNo)
  const right = { ...fields, ...numbersIn(fields.kind, fields), certificateNo: certificate }
  const refused = await objection(tx, by.institution, right)
  if (refused) return refused
  const apart = yearsApartIn(right)
  if (apart && despite === undefined) return refuse('number-of-other-year', apartWords(apart))

  // From here on the right is entered.
  const [id = ''] = await enterRights(tx, clock, by, [
    { fields: right, ...(apart && despite !== undefined && { despite }) },
  ])
  return accept({ id })
}

/** A right and, when it comes from a ledger, from where in it. */
export interface NewRight {
  /** Where its id is known before it is entered. */
  readonly id?: string
  readonly fields: RightFields
  readonly source?: string
  /** Why it is entered although something about it is odd. */
  readonly despite?: string
}

/** Enters rights, each with the first entry of its own chain. @returns their ids. */
export async function enterRights(
  tx: Tx,
  clock: Clock,
  by: Author,
  rights: readonly NewRight[],
  entering: Entering = {},
): Promise<readonly string[]> {
  const records = rights.map(({ id = newId(), fields, source, despite }) => ({
    id,
    fields,
    beside: { ...(source !== undefined && { source }), ...(despite !== undefined && { despite }) },
  }))
  await enterRecords(tx, rightRegister, by, clock.now(), records, entering)
  // As the records themselves: they travel together.
  const write = entering.areFoundLater ? unanswered(tx) : tx
  await openDockets(write, clock, by.institution, records)
  return records.map(({ id }) => id)
}

/** What an amendment of a right changes, why, and what its author had read. */
export interface RightAmendment {
  readonly fields: Given<RightFields>
  readonly reason: string
  readonly expectedSeq?: number | undefined
  /** Why it is so although its number tells another year than its day. */
  readonly despite?: string | undefined
  /** What an import changed is put back as it was, whatever it was. */
  readonly isPutBack?: true
}

/**
 * Changes fields of a right: a new status, a paid fee, a correction.
 *
 * @throws {InputError} for a new number that is none of its kind.
 */
export async function amendRight(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { isPutBack, despite, ...amendment }: RightAmendment,
): Promise<Outcome<{ seq: number }, AmendRefusals>> {
  if (amendment.fields.filedOn !== undefined) await lockFamily(tx, by.institution, [id])
  const stored = await rightOf(tx, by.institution, id, clock.today())
  if (!stored) return refuse('no-such-right', {})
  const { kind = stored.kind as RightKind, country = stored.country } = amendment.fields
  if (country !== null && !kindsAbroad.includes(kind)) return refuse('kind-not-abroad', {})
  const { status = stored.status, woody = stored.woody } = amendment.fields
  if (status !== stored.status && stored.isStatusDerived) return refuse('status-by-timeline', {})
  if (woody !== null && kind !== 'variety') return refuse('woody-of-variety', {})
  const { certificateNo = stored.certificateNo } = amendment.fields
  if (isCertificateAstray({ kind, certificateNo })) return refuse('certificate-of-software', {})
  const unpassed = unpassedDay(passedDays(amendment.fields, stored), clock.today())
  if (unpassed && !isPutBack) return unpassed
  const numbers = {
    ...changedNumbers(stored, amendment.fields),
    ...(certificateNo !== stored.certificateNo && {
      certificateNo: certificateIn(country, certificateNo),
    }),
  }
  const { status: given, ...others } = amendment.fields
  // A status that stays as it was read is not typed by that: the day may have given it.
  const isTyped = given !== undefined && given !== stored.status
  const fields = { ...(isTyped ? amendment.fields : others), ...numbers }
  const { number = null } = fields
  // A link that stays was looked at when it was made.
  const isLinkKept = fields.achievementId === stored.achievementId
  const achievementId = isLinkKept ? null : (fields.achievementId ?? null)
  const { filedOn = stored.filedOn, grantedOn = stored.grantedOn } = fields
  const refused = await objection(
    tx,
    by.institution,
    { country, number, achievementId, filedOn, grantedOn },
    id,
  )
  // What an import took from a record that was merged since goes back to it.
  if (refused && !(isPutBack && refused.refusal.code === 'achievement-merged')) return refused
  const apart = yearsApartAnew(stored, fields)
  if (apart && despite === undefined && !isPutBack) {
    return refuse('number-of-other-year', apartWords(apart))
  }
  const { feePaidYear = null } = fields
  if (feePaidYear !== null && feePaidYear !== stored.feePaidYear) {
    // Held as by who puts fees together: the year is not typed past a fee on its way.
    await lockKnownChain(tx, { institution: by.institution, name: chainOf(rightRegister, id) })
    const holding = await openBatchUpTo(tx, by.institution, id, feePaidYear)
    if (holding) {
      return refuse('fee-in-batch', { year: `${holding.year}`, title: holding.title })
    }
  }

  // From here on the right is amended.
  const beside =
    apart && despite !== undefined ? [{ field: 'despite', from: null, to: despite }] : []
  const amended = await amendRecord(tx, rightRegister, clock, by, id, {
    ...amendment,
    ...{ fields, beside },
  })
  if (fields.filedOn !== undefined && filedOn !== stored.filedOn) {
    await handOnFiling(tx, clock, by, id)
  }
  const told = fields.feePaidYear !== undefined
  await countDockets(tx, clock, by.institution, [id], { told })
  return amended ? accept(amended) : refuse('no-such-right', {})
}

/** Whether an amendment brings a number and a day of different years; what was so before was said before. */
function yearsApartAnew(stored: RightWire, given: Given<RightFields>) {
  const { kind = stored.kind as RightKind, country = stored.country } = given
  const { number = stored.number, filedOn = stored.filedOn, grantedOn = stored.grantedOn } = given
  const apart = yearsApartIn({ kind, country, number, filedOn, grantedOn })
  const before = yearsApartIn({ ...stored, kind: stored.kind as RightKind })
  const isSame = before && apart?.number === before.number && apart.on === before.on
  return isSame ? undefined : apart
}

/** Only a program has a certificate beside its registration. */
const isCertificateAstray = ({
  kind,
  certificateNo,
}: Pick<RightFields, 'kind' | 'certificateNo'>): boolean =>
  certificateNo !== null && kind !== 'software'

/** The number of a certificate in its one notation; that of an office abroad as it is written. */
const certificateIn = (country: Country | null, text: string | null): string | null =>
  text === null || country !== null ? text : readCertificateNumber(text, 'certificateNo')

/** The days of a right that lie behind, as far as they differ from what stands there. */
function passedDays(given: Given<PassedDays>, stored?: PassedDays) {
  const told = (field: keyof PassedDays) =>
    given[field] === stored?.[field] ? null : (given[field] ?? null)
  return {
    completedOn: told('completedOn'),
    firstPublishedOn: told('firstPublishedOn'),
    filedOn: told('filedOn'),
    grantedOn: told('grantedOn'),
  }
}

type PassedDays = Pick<RightFields, 'completedOn' | 'firstPublishedOn' | 'filedOn' | 'grantedOn'>
type Numbers = Pick<RightFields, 'number' | 'publicationNo'>
type Numbered = Numbers & Pick<RightFields, 'country'>

/** The numbers of a right in their one notation. Rights of an import come with the problems of their ledger. */
function numbersIn(kind: RightKind, { country, number, publicationNo }: Numbered): Numbers {
  if (country !== null) return numbersAbroad(kind, country, { number, publicationNo })
  return {
    number: number === null ? null : readRightNumber(kind, number, 'number'),
    publicationNo:
      publicationNo === null ? null : readPublicationNumber(kind, publicationNo, 'publicationNo'),
  }
}

function numbersAbroad(
  kind: RightKind,
  country: Country,
  { number, publicationNo }: Numbers,
): Numbers {
  const { offices } = docketGround().law
  const read = (text: string | null, of: 'numbers' | 'publications', field: string) =>
    text === null ? null : readNumberAbroad(offices, country, text, { of, kind, field })
  return {
    number: read(number, 'numbers', 'number'),
    publicationNo: read(publicationNo, 'publications', 'publicationNo'),
  }
}

/** Those of an amendment: a number that stays as it is was looked at before, or came with an import. */
function changedNumbers(
  stored: Pick<RightWire, 'kind' | 'country' | 'number' | 'publicationNo'>,
  {
    kind = stored.kind as RightKind,
    country = stored.country,
    number,
    publicationNo,
  }: Given<RightFields>,
): Partial<Numbers> {
  // Of another country a number has to be read anew, also where it stays.
  const isMoved = country !== stored.country
  const changed = <Value>(given: Value | undefined, before: Value | null) =>
    isMoved ? (given ?? before) : given === undefined || given === before ? null : given
  const read = numbersIn(kind, {
    country,
    number: changed(number, stored.number),
    publicationNo: changed(publicationNo, stored.publicationNo),
  })
  return {
    ...(read.number !== null && { number: read.number }),
    ...(read.publicationNo !== null && { publicationNo: read.publicationNo }),
  }
}

async function objection(
  tx: Tx,
  institution: string,
  {
    country,
    number,
    achievementId,
    filedOn,
    grantedOn,
  }: Pick<RightFields, 'country' | 'number' | 'achievementId' | 'filedOn' | 'grantedOn'>,
  itself?: string,
) {
  const bearers = number === null ? [] : await rightsByNumber(tx, institution, [number])
  const bearer = bearers.find((one) => one.id !== itself && one.country === country)
  if (bearer) return refuse('number-taken', { number: number ?? '', title: bearer.title })
  if (filedOn !== null && grantedOn !== null && isReversed({ filedOn, grantedOn })) {
    return refuse('granted-before-filed', { filedOn, grantedOn })
  }
  const linked = achievementId && (await achievementLinked(tx, institution, achievementId))
  if (achievementId !== null && !linked) return refuse('no-such-achievement', {})
  // What was merged is no line of the ledger: a right linked with it would be nobody's.
  if (linked && linked.mergedInto !== null) return refuse('achievement-merged', {})
  return undefined
}

/** Links rights whose ledger named an achievement that has come into the register since. @returns their ids. */
export async function linkRights(
  tx: Tx,
  clock: Clock,
  by: Author,
  reason: string,
): Promise<readonly string[]> {
  const waiting = await rightsToLink(tx, by.institution)
  for (const { id, achievementId } of waiting) {
    await amendRecord(tx, rightRegister, clock, by, id, { fields: { achievementId }, reason })
  }
  return waiting.map(({ id }) => id)
}
