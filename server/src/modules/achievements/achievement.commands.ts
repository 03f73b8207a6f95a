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
import { newId } from '../../platform/ids.ts'
import { putOut } from '../../platform/outbox.ts'
import { type DayRefusals, unpassedDay } from '../../platform/passed-day.ts'
import {
  type Author,
  amendRecord,
  chainOf,
  type Entering,
  enterRecords,
  type Given,
  makeRecordsFindable,
} from '../../platform/register.ts'
import { disclosureLists } from '../policies/index.ts'
import { leadIdIndex, nextNumber, reserveNumbers } from './achievement.queries.ts'
import { achievementRegister } from './achievement.table.ts'
import {
  type AchievementFields,
  blankAchievement,
  type FileRef,
  type ThirdParty,
  type ThirdPartyTopic,
  toldGroups,
} from './achievement.ts'
import type { CreateAchievementWire, InventorWire } from './achievement.wire.ts'
import { decideTold, type ToldRefusals } from './disclosure.ts'
import { asRegistered, type TeamRefusals } from './team.commands.ts'

/** Why an achievement is not entered. */
export interface AchievementRefusals extends ToldRefusals, TeamRefusals, DayRefusals {
  'shares-must-total-one': { readonly sum: string }
  'file-not-stored': { readonly name: string }
}

/** Why an achievement is not amended. */
export interface AmendRefusals extends AchievementRefusals {
  'no-such-achievement': Record<string, never>
  'merged-into-another': Record<string, never>
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
  const unpassed = unpassedDay({ disclosedOn, madeOn: order.madeOn }, today)
  if (unpassed) return unpassed
  const lost = await missingFile(tx, by.institution, order.files ?? [])
  if (lost) return refuse('file-not-stored', { name: lost.name })
  const team = await asRegistered(tx, by, order.inventors.map(asStored), disclosedOn)
  if (team.kind === 'refused') return team
  const told = { ...asFields(order), inventors: team.value, disclosedOn }
  const fields = { ...blankAchievement, ...told } as AchievementFields
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
    putOut(write, {
      institution: by.institution,
      fact: 'disclosure.submitted',
      body: { id, seq: 1, number, title: fields.title, author: by.person, by: by.person },
    }),
  ])
  return accept({ id, number })
}

/** An achievement as a ledger knows it. Without a number of its own it gets the next one. */
export interface LedgerAchievement {
  /** Where its id is known before it is entered. */
  readonly id?: string
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
  entering: Entering = {},
): Promise<readonly string[]> {
  await reserveNumbers(tx, by.institution, orders)
  const records = []
  for (const { id = newId(), number, fields, leadIdNumber, source } of orders) {
    const year = Number((fields.disclosedOn ?? clock.today()).slice(0, 4))
    const given = number ?? (await nextNumber(tx, by.institution, year))
    const { leadIdSealed, leadIdMasked, leadIdIndex } = identity(keys, id, leadIdNumber)
    const all = { ...fields, number: given, leadIdSealed, leadIdMasked, leadIdIndex }
    records.push({ id, fields: all, beside: { source } })
  }
  await enterRecords(tx, achievementRegister, by, clock.now(), records, entering)
  return records.map(({ id }) => id)
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

/** The first file that is not stored; undefined when all are. */
export async function missingFile(tx: Tx, institution: string, files: readonly FileRef[]) {
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

/** What a disclosure says of the fields it leaves out. */
const untold = {
  department: null,
  fundingKind: null,
  fundingSource: null,
  projectNo: null,
  serviceBasis: null,
  madeOn: null,
  maturityScale: null,
  maturityLevel: null,
  publicity: null,
  publications: [],
  files: [],
}

/** A disclosure as the fields of the register. */
export function asFields(order: Omit<z.output<typeof CreateAchievementWire>, 'disclosedOn'>) {
  return {
    ...untold,
    ...order,
    disclosure: toldGroups(order.disclosure),
    inventors: order.inventors.map(asStored),
    thirdParties: toldTopics(order.thirdParties),
  } as Given<AchievementFields>
}

/** An inventor as the form sends it, with nothing left open. */
export function asStored(inventor: z.output<typeof InventorWire>) {
  return { ...inventor, staffNo: inventor.staffNo ?? null }
}
