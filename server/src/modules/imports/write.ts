import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { FieldKeys } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author, Fields, Given } from '../../platform/register.ts'
import {
  type AchievementFields,
  achievementsByNumber,
  amendAchievement,
  enterAchievements,
} from '../achievements/index.ts'
import {
  amendContract,
  type ContractFields,
  contractsByNumber,
  enterContracts,
  linkContracts,
} from '../contracts/index.ts'
import { amendReceipt, enterReceipts, linkReceipts, type ReceiptFields } from '../proceeds/index.ts'
import {
  amendRight,
  enterRights,
  linkRights,
  type RightFields,
  rightProblem,
} from '../rights/index.ts'
import type { Entry, RegisterName } from './entry.ts'
import { isWritten, type Planned } from './plan.ts'

/** Says how far the writing is. */
export type Tell = (phase: string, done: number, total: number) => Promise<void>

/** How many records of each register were entered and amended, and how many links were made. */
export interface Written {
  readonly entered: Readonly<Record<RegisterName, number>>
  readonly amended: Readonly<Record<RegisterName, number>>
  readonly linked: number
}

interface WritingDesk {
  readonly clock: Clock
  readonly keys: FieldKeys
}

interface Source {
  readonly id: string
  readonly file: string
}

/** The order of writing: what is referred to stands before what refers to it. */
const order: readonly RegisterName[] = ['achievement', 'right', 'contract', 'receipt']

/** Records a batch of entries takes; progress is told in between. */
const batch = 500

/** Writes the planned rows into their registers and remembers where each came from. */
export async function writeRows(
  tx: Tx,
  desk: WritingDesk,
  by: Author,
  source: Source,
  planned: readonly Planned[],
  tell: Tell,
): Promise<Written> {
  const entered = { achievement: 0, right: 0, contract: 0, receipt: 0 }
  const amended = { achievement: 0, right: 0, contract: 0, receipt: 0 }
  const ids = new Map<Planned, string>()
  for (const register of order) {
    const rows = planned.filter((row) => row.entry.to === register && isWritten(row))
    const fresh = rows.filter(({ state }) => state === 'new')
    const changed = rows.filter(({ state }) => state === 'changed')
    const links = await linksOf(tx, by.institution, rows)
    for (let from = 0; from < fresh.length; from += batch) {
      await tell(register, from, rows.length)
      const part = fresh.slice(from, from + batch)
      const made = await enter(tx, desk, by, register, part, links, source)
      for (const [index, row] of part.entries()) ids.set(row, made[index] ?? '')
    }
    for (const [index, row] of changed.entries()) {
      if (index % 50 === 0) await tell(register, fresh.length + index, rows.length)
      await amend(tx, desk, by, row, links, source)
    }
    entered[register] = fresh.length
    amended[register] = changed.length
  }
  await tell('linking', 0, 0)
  const why = `导入“${source.file}”后补上关联`
  const linked =
    (await linkRights(tx, desk.clock, by, why)) +
    (await linkContracts(tx, desk.clock, by, why)) +
    (await linkReceipts(tx, desk.clock, by, why))
  await rememberOrigins(tx, by.institution, source.id, planned, ids)
  return { entered, amended, linked }
}

/** What the numbers in some rows refer to. */
interface Links {
  readonly achievements: ReadonlyMap<string, string>
  readonly contracts: ReadonlyMap<string, string>
}

async function linksOf(tx: Tx, institution: string, rows: readonly Planned[]): Promise<Links> {
  const named = rows.flatMap(({ entry }) => namedBy(entry))
  const contracts = rows.flatMap(({ entry }) =>
    entry.to === 'receipt' && entry.fields.contractNumber !== null
      ? [entry.fields.contractNumber]
      : [],
  )
  const byNumber = (found: readonly { id: string; number: string | null }[]) =>
    new Map(found.map(({ id, number }) => [number ?? '', id]))
  return {
    achievements: byNumber(await achievementsByNumber(tx, institution, [...new Set(named)])),
    contracts: byNumber(await contractsByNumber(tx, institution, [...new Set(contracts)])),
  }
}

function namedBy(entry: Entry): readonly string[] {
  if (entry.to === 'contract') return entry.fields.ledgerAchievements
  if (entry.to !== 'right' || entry.fields.ledgerAchievement === null) return []
  return [entry.fields.ledgerAchievement]
}

async function enter(
  tx: Tx,
  desk: WritingDesk,
  by: Author,
  register: RegisterName,
  rows: readonly Planned[],
  links: Links,
  { file }: Source,
): Promise<readonly string[]> {
  const orders = rows.map((row) => ({ entry: row.entry, source: sourceOf(file, row) }))
  switch (register) {
    case 'achievement':
      return enterAchievements(
        tx,
        desk,
        by,
        orders.flatMap(({ entry, source }) =>
          entry.to === 'achievement'
            ? [{ ...entry, fields: titled<AchievementFields>(entry.fields), source }]
            : [],
        ),
      )
    case 'right':
      return enterRights(
        tx,
        desk.clock,
        by,
        orders.flatMap(({ entry, source }) =>
          entry.to === 'right'
            ? [{ fields: withAchievement(titled<RightFields>(entry.fields), links), source }]
            : [],
        ),
      )
    case 'contract':
      return enterContracts(
        tx,
        desk.clock,
        by,
        orders.flatMap(({ entry, source }) =>
          entry.to === 'contract'
            ? [
                {
                  fields: titled<ContractFields>(entry.fields),
                  achievements: achievementsIn(entry, links),
                  source,
                },
              ]
            : [],
        ),
      )
    case 'receipt':
      return enterReceipts(
        tx,
        desk.clock,
        by,
        orders.flatMap(({ entry, source }) =>
          entry.to === 'receipt' ? [{ fields: withContract(entry.fields, links), source }] : [],
        ),
      )
  }
}

async function amend(
  tx: Tx,
  desk: WritingDesk,
  by: Author,
  row: Planned,
  links: Links,
  { file }: Source,
): Promise<void> {
  const { entry, changes, recordId: id = '' } = row
  const reason = `导入：${sourceOf(file, row)}`
  const said: Fields = Object.fromEntries(
    changes.filter(({ field }) => field !== 'leadIdNumber').map(({ field, to }) => [field, to]),
  )
  switch (entry.to) {
    case 'achievement': {
      const isOther = changes.some(({ field }) => field === 'leadIdNumber')
      const { leadIdNumber } = entry
      await amendAchievement(tx, desk, by, id, {
        fields: said as Given<AchievementFields>,
        ...(isOther && leadIdNumber !== null && { leadIdNumber }),
        reason,
      })
      return
    }
    case 'right': {
      const achievement = links.achievements.get(entry.fields.ledgerAchievement ?? '')
      const isMoved = 'ledgerAchievement' in said && achievement !== undefined
      const fields = { ...said, ...(isMoved && { achievementId: achievement }) }
      const outcome = await amendRight(tx, desk.clock, by, id, {
        fields: fields as Given<RightFields>,
        reason,
      })
      // A fee on its way to be paid is settled first; nothing of the ledger is written meanwhile.
      if (outcome.kind === 'refused' && outcome.refusal.code === 'fee-in-batch')
        throw rightProblem(outcome.refusal)
      return
    }
    case 'contract':
      await amendContract(tx, desk.clock, by, id, {
        fields: said as Given<ContractFields>,
        achievements: achievementsIn(entry, links),
        reason,
      })
      return
    case 'receipt':
      await amendReceipt(tx, desk.clock, by, id, { fields: said as Given<ReceiptFields>, reason })
  }
}

/** The plan lets no record without a title through. */
function titled<Fields extends { readonly title: string }>(
  fields: Omit<Fields, 'title'> & { readonly title: string | null },
): Fields {
  if (fields.title === null) throw new TypeError('A record without a title was planned.')
  return fields as unknown as Fields
}

function withAchievement(fields: RightFields, { achievements }: Links): RightFields {
  return { ...fields, achievementId: achievements.get(fields.ledgerAchievement ?? '') ?? null }
}

function withContract(fields: ReceiptFields, { contracts }: Links): ReceiptFields {
  return { ...fields, contractId: contracts.get(fields.contractNumber ?? '') ?? null }
}

function achievementsIn(entry: Entry, { achievements }: Links): readonly string[] {
  const found = namedBy(entry).map((number) => achievements.get(number))
  return [...new Set(found.filter((id) => id !== undefined))]
}

/** Where a row stands, for people: file, sheet and row. */
function sourceOf(file: string, { place }: Planned): string {
  return `${file} · ${place.sheet} · ${place.row}`
}

/** Remembers from which row each record came, so that the same row is known the next time. */
async function rememberOrigins(
  tx: Tx,
  institution: string,
  importId: string,
  planned: readonly Planned[],
  ids: ReadonlyMap<Planned, string>,
): Promise<void> {
  const origins = planned.flatMap((row) => {
    const recordId = ids.get(row) ?? row.recordId
    if (recordId === undefined || !(isWritten(row) || row.state === 'present')) return []
    const { entry, key, fingerprint, place } = row
    return [{ register: entry.to, key, recordId, fingerprint, sheet: place.sheet, row: place.row }]
  })
  await sql`
    insert into import_origin
      (institution_id, register, key, record_id, fingerprint, import_id, sheet, row)
    select ${institution}::uuid, register, key, "recordId", fingerprint, ${importId}::uuid, sheet, row
    from jsonb_to_recordset(${JSON.stringify(origins)}::jsonb) as origin
      (register text, key text, "recordId" uuid, fingerprint text, sheet text, row int)
    on conflict (institution_id, register, key) do update set record_id = excluded.record_id,
      fingerprint = excluded.fingerprint, import_id = excluded.import_id, sheet = excluded.sheet,
      row = excluded.row
  `.execute(tx)
  await sql`
    update import_row set record_id = origin."recordId"
    from jsonb_to_recordset(${JSON.stringify(origins)}::jsonb) as origin
      ("recordId" uuid, sheet text, row int)
    where import_row.institution_id = ${institution} and import_row.import_id = ${importId}
      and import_row.sheet = origin.sheet and import_row.row = origin.row
  `.execute(tx)
}
