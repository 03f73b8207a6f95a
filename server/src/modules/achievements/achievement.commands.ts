import {
  accept,
  add,
  compare,
  type Outcome,
  parseRatio,
  ratio,
  ratioText,
  refuse,
} from '@yizhuan/kit'
import type { z } from 'zod'
import { insertMany } from '../../platform/bulk.ts'
import type { Clock } from '../../platform/clock.ts'
import { type FieldKeys, masked } from '../../platform/crypto.ts'
import { type Tx, unanswered } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { historyOf, valueBefore } from '../../platform/history.ts'
import { newId } from '../../platform/ids.ts'
import {
  type Author,
  amendRecord,
  chainOf,
  enterRecords,
  type Given,
  makeRecordsFindable,
  recordOf,
} from '../../platform/register.ts'
import { disclosureLists } from '../policies/index.ts'
import { leadIdIndex, nextNumber, reserveNumbers } from './achievement.queries.ts'
import { achievementRegister, fieldColumns } from './achievement.table.ts'
import {
  type AchievementFields,
  blankAchievement,
  type FileRef,
  type IntakeFields,
  type ThirdParty,
  type ThirdPartyTopic,
} from './achievement.ts'
import type { CreateAchievementWire, InventorWire } from './achievement.wire.ts'
import { decideTold, type ToldRefusals } from './disclosure.ts'
import { type Dispute, decideTitle, type Holding, type TitleRefusals } from './title.ts'

/** Why an achievement is not entered. */
export interface AchievementRefusals extends ToldRefusals {
  'shares-must-total-one': { readonly sum: string }
  'disclosed-in-future': { readonly today: string }
  'file-not-stored': { readonly name: string }
}

/** Why an achievement is not amended. */
export interface AmendRefusals extends Omit<AchievementRefusals, 'disclosed-in-future'> {
  'no-such-achievement': Record<string, never>
  'merged-into-another': Record<string, never>
  'no-such-entry': Record<string, never>
}

/** What entering from a ledger needs: the clock, and the keys that seal identity numbers. */
export interface Desk {
  readonly clock: Clock
  readonly keys: FieldKeys
}

/**
 * Enters an achievement under a permanent number and records it in its chain.
 *
 * Inventors' shares are exact: they make one, or nothing is written.
 */
export async function createAchievement(
  tx: Tx,
  clock: Clock,
  by: Author,
  order: z.output<typeof CreateAchievementWire>,
): Promise<Outcome<{ id: string; number: string }, AchievementRefusals>> {
  const sum = sumOfShares(order.inventors)
  if (sum !== undefined) return refuse('shares-must-total-one', { sum })
  const today = clock.today()
  const disclosedOn = order.disclosedOn ?? today
  if (disclosedOn > today) return refuse('disclosed-in-future', { today })
  const lost = await missingFile(tx, by.institution, order.files ?? [])
  if (lost) return refuse('file-not-stored', { name: lost.name })
  const { inventors, ...told } = order
  const known = { ...blankAchievement, ...told, disclosedOn, inventors: inventors.map(asStored) }
  const fields = { ...known, thirdParties: toldTopics(order.thirdParties) } as AchievementFields
  const kept = decideTold(fields, disclosureLists())
  if (kept.kind === 'refused') return kept

  // From here on the achievement is entered.
  const id = newId()
  const number = await nextNumber(tx, by.institution, Number(disclosedOn.slice(0, 4)))
  const handedIn = { intake: 'submitted', intakeOn: today, disclosedBy: by.person }
  const data = { number, ...fields, ...handedIn }
  const change = { action: 'achievement.disclosed', subject: id, data, at: clock.now(), by }
  const write = unanswered(tx)
  await Promise.all([
    insertMany(write, 'achievement', [{ institutionId: by.institution, id, ...data }]),
    recordChange(write, chainOf(achievementRegister, id), change, { fresh: true }),
    makeRecordsFindable(write, achievementRegister, by.institution, [{ id, fields: data }]),
  ])
  return accept({ id, number })
}

/** An achievement as a ledger knows it. Without a number of its own it gets the next one. */
export interface LedgerAchievement {
  readonly number: string | null
  readonly fields: AchievementFields
  readonly leadIdNumber: string | null
  /** From where in the ledger. */
  readonly source: string
}

/**
 * Enters achievements from a ledger, each with the first entry of its own chain.
 *
 * @returns their ids, in the same order.
 */
export async function enterAchievements(
  tx: Tx,
  { clock, keys }: Desk,
  by: Author,
  orders: readonly LedgerAchievement[],
): Promise<readonly string[]> {
  await reserveNumbers(tx, by.institution, orders)
  const records = []
  for (const { number, fields, leadIdNumber, source } of orders) {
    const id = newId()
    const year = Number((fields.disclosedOn ?? clock.today()).slice(0, 4))
    const given = number ?? (await nextNumber(tx, by.institution, year))
    const all = { number: given, ...fields, ...identity(keys, id, leadIdNumber) }
    records.push({ id, fields: all, beside: { source } })
  }
  await enterRecords(tx, achievementRegister, by, clock.now(), records)
  return records.map(({ id }) => id)
}

/**
 * Corrects an achievement as a person does: what is told must still keep to the lists, with what stands
 * there already.
 */
export async function correctAchievement(
  tx: Tx,
  desk: Desk,
  by: Author,
  id: string,
  amendment: AchievementAmendment,
): Promise<Outcome<{ seq: number }, AmendRefusals>> {
  const stored = await recordOf(tx, achievementRegister, by.institution, id)
  if (!stored) return refuse('no-such-achievement', {})
  const { intake, ...before } = stored as unknown as AchievementFields & IntakeFields
  if (intake === 'merged') return refuse('merged-into-another', {})
  const given = Object.entries(amendment.fields).filter(([, value]) => value !== undefined)
  // A ledger's level stays as it came until somebody touches what it rests on.
  if (given.some(([field]) => toldFields.has(field))) {
    const kept = decideTold({ ...before, ...Object.fromEntries(given) }, disclosureLists())
    if (kept.kind === 'refused') return kept
  }
  return amendAchievement(tx, desk, by, id, amendment)
}

/** Puts a field back to what it was before an entry of the history; as any correction, with a reason. */
export async function restoreField(
  tx: Tx,
  desk: Desk,
  by: Author,
  id: string,
  { seq, field, ...why }: Restoration,
): Promise<Outcome<{ seq: number }, AmendRefusals & TitleRefusals>> {
  const chain = { institution: by.institution, name: chainOf(achievementRegister, id) }
  const before = valueBefore(await historyOf(tx, chain), seq, field)
  if (!before || !restorable.has(field)) return refuse('no-such-entry', {})
  const fields = { [field]: before.value } as Given<AchievementFields>
  if (field !== 'holdings' && field !== 'disputes') {
    return correctAchievement(tx, desk, by, id, { fields, ...why })
  }
  const stored = await recordOf(tx, achievementRegister, by.institution, id)
  const { holdings, disputes } = { ...(stored as unknown as AchievementFields), ...fields }
  return registerTitle(tx, desk.clock, by, id, { holdings, disputes, ...why } as TitleOrder)
}

interface Restoration {
  readonly seq: number
  readonly field: string
  readonly reason: string
  readonly expectedSeq: number
}

/** Whatever people correct can be put back; identity numbers are sealed and cannot. */
const restorable: ReadonlySet<string> = new Set(fieldColumns)

/** The fields that lists and evidence are asked of. */
const toldFields: ReadonlySet<string> = new Set([
  'maturityScale',
  'maturityLevel',
  'publicity',
  'publications',
  'thirdParties',
  'files',
])

/** Registers title anew: every holding with its evidence, every dispute with its end. */
export async function registerTitle(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { reason, expectedSeq, ...title }: TitleOrder,
): Promise<Outcome<{ seq: number }, AmendRefusals & TitleRefusals>> {
  const decided = decideTitle(title.holdings, title.disputes, clock.today())
  if (decided.kind === 'refused') return decided
  const files = title.holdings.flatMap((holding) => holding.files)
  const lost = await missingFile(tx, by.institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })
  const change = { fields: title, reason, expectedSeq, action: 'titled' }
  const amended = await amendRecord(tx, achievementRegister, clock, by, id, change)
  return amended ? accept(amended) : refuse('no-such-achievement', {})
}

interface TitleOrder {
  readonly holdings: readonly Holding[]
  readonly disputes: readonly Dispute[]
  readonly reason: string
  readonly expectedSeq: number
}

/** What an amendment may change, why, and what its author had read. */
export interface AchievementAmendment {
  readonly fields: Given<AchievementFields>
  readonly leadIdNumber?: string
  readonly reason: string
  readonly expectedSeq?: number | undefined
}

/**
 * Changes fields of an achievement; what was there before stays readable in its history.
 *
 * @returns the number of the newest entry; the same as before when nothing differs.
 * @throws {Problem} 409 when others changed it since `expectedSeq`.
 */
export async function amendAchievement(
  tx: Tx,
  { clock, keys }: Desk,
  by: Author,
  id: string,
  { fields, leadIdNumber, ...amendment }: AchievementAmendment,
): Promise<Outcome<{ seq: number }, AmendRefusals>> {
  const sum = fields.inventors && sumOfShares(fields.inventors)
  if (sum !== undefined) return refuse('shares-must-total-one', { sum })
  const lost = await missingFile(tx, by.institution, fields.files ?? [])
  if (lost) return refuse('file-not-stored', { name: lost.name })
  const isOther =
    leadIdNumber !== undefined &&
    (await leadIdIndex(tx, by.institution, id)) !== leadIdIndexOf(keys, leadIdNumber)
  const all = { ...fields, ...(isOther && identity(keys, id, leadIdNumber)) }
  const amended = await amendRecord(tx, achievementRegister, clock, by, id, {
    ...amendment,
    fields: all,
  })
  return amended ? accept(amended) : refuse('no-such-achievement', {})
}

/** The fingerprint by which an identity number is found again without opening any. */
export function leadIdIndexOf(keys: FieldKeys, idNumber: string): string {
  return keys.blindIndex(idNumber, 'idNumber')
}

function identity(keys: FieldKeys, id: string, idNumber: string | null) {
  if (idNumber === null) return { leadIdSealed: null, leadIdMasked: null, leadIdIndex: null }
  return {
    leadIdSealed: keys.seal(idNumber, `achievement:leadId:${id}`),
    leadIdMasked: masked(idNumber),
    leadIdIndex: leadIdIndexOf(keys, idNumber),
  }
}

/** The sum of the shares if it is not one; undefined when it is, or when a share is not known. */
function sumOfShares(inventors: readonly { readonly share: string | null }[]): string | undefined {
  const shares = inventors.map(({ share }) => share).filter((share) => share !== null)
  if (shares.length < inventors.length) return undefined
  const sum = shares.map((share) => parseRatio(share, 'inventors.share')).reduce(add, ratio(0))
  return compare(sum, ratio(1)) === 0 ? undefined : ratioText(sum)
}

async function missingFile(tx: Tx, institution: string, files: readonly FileRef[]) {
  const stored = await storedFiles(
    tx,
    institution,
    files.map(({ sha256 }) => sha256),
  )
  return files.find(
    (file) => !stored.some(({ sha256, size }) => sha256 === file.sha256 && size === file.size),
  )
}

/** The topics that were answered. */
export function toldTopics(
  topics: Readonly<Partial<Record<ThirdPartyTopic, ThirdParty | undefined>>> = {},
): Partial<Record<ThirdPartyTopic, ThirdParty>> {
  return Object.fromEntries(Object.entries(topics).filter(([, told]) => told !== undefined))
}

/** An inventor as the form sends it, with nothing left open. */
export function asStored(inventor: z.output<typeof InventorWire>) {
  return { ...inventor, staffNo: inventor.staffNo ?? null }
}
