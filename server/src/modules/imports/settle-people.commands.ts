import type { Words } from '@yizhuan/kit'
import type { TableName } from '@yizhuan/ledger'
import { personsByStaffNumber, postsOf, unitsOf } from '../people/index.ts'
import type { Counts } from './import.table.ts'
import {
  againstPerson,
  againstPost,
  decideUnits,
  type HeldPost,
  type Holder,
  type OtherOfPost,
  type Standing,
  type Units,
} from './people-references.ts'
import { isWritten, type RowState } from './plan.ts'
import { redecide, type Staged, type StagedDraft, stagedRows } from './staged.queries.ts'

/** A row that stays out because of what it refers to. */
export interface Moved {
  readonly table: string
  readonly from: RowState
  readonly wasWritten: boolean
}

/**
 * Keeps the rows of a draft about units, persons and posts out whose reference leads nowhere: neither
 * into a register nor to a row that goes in. It is decided once all rows are known, since what is above
 * may stand below.
 */
export async function settlePeople(draft: StagedDraft, today: string): Promise<readonly Moved[]> {
  const { tx, institution } = draft
  if (!(await hasRowsOf(draft, ['units', 'people', 'posts']))) return []
  const moved: Moved[] = []
  const refuse = async (row: Staged, reason: Words) => {
    const { n, state, recordId } = row
    moved.push({ table: row.place.table, from: state, wasWritten: isWritten(row) })
    const verdict = { state: 'refused', accepted: false, reason, changes: [] } as const
    await redecide(tx, institution, draft.id, n, { ...verdict, ...(recordId && { recordId }) })
  }

  const ofUnits: Staged[] = []
  for await (const rows of stagedRows(draft, { register: 'unit' })) ofUnits.push(...rows)
  const known = await unitsOf(tx, institution)
  const decided = decideUnits(
    ofUnits.flatMap((row) => (row.entry.to === 'unit' ? [standing(row, row.entry.fields)] : [])),
    known,
  )
  for (const row of ofUnits) {
    const reason = decided.refused.get(row.n)
    if (reason) await refuse(row, reason)
  }

  const newNames = new Map<string, string>()
  for await (const rows of stagedRows(draft, { register: 'person' })) {
    for (const row of rows) {
      if (row.entry.to !== 'person' || !isUndecided(row)) continue
      const { fields } = row.entry
      const reason = againstPerson(fields, decided.units)
      if (reason) await refuse(row, reason)
      else if (row.state === 'new') newNames.set(fields.staffNo ?? '', fields.personName ?? '')
    }
  }
  const endings = await endingsIn(draft, decided.units)
  const brought = new Map<string, HeldPost[]>()
  for await (const rows of stagedRows(draft, { register: 'post' })) {
    const holders = await holdersOf(draft, rows, newNames)
    for (const row of rows) {
      if (row.entry.to !== 'post' || !isUndecided(row)) continue
      const { fields } = row.entry
      const holder = holders.get(fields.staffNo ?? '')
      const before = brought.get(fields.staffNo ?? '') ?? []
      const staffNo = fields.staffNo ?? ''
      const held = (holder?.posts ?? []).map((post) => ({
        ...post,
        to: endings.get(nameOfPost(staffNo, post)) ?? post.to,
      }))
      const all = holder && { ...holder, posts: [...held, ...before] }
      const reason = againstPost(standing(row, fields), all, decided.units, otherOf(row, today))
      if (reason) await refuse(row, reason)
      else if (row.state === 'new')
        brought.set(fields.staffNo ?? '', [...before, heldBy(row, decided.units)])
    }
  }
  return moved
}

/** The posts of the register that rows end, where that was accepted: what begins after that is no overlap. */
async function endingsIn(draft: StagedDraft, units: Units): Promise<ReadonlyMap<string, string>> {
  const endings = new Map<string, string>()
  for await (const rows of stagedRows(draft, { register: 'post', states: ['changed'] })) {
    for (const row of rows) {
      if (row.entry.to !== 'post' || !isWritten(row)) continue
      const { staffNo, postTo } = row.entry.fields
      if (postTo !== null) endings.set(nameOfPost(staffNo ?? '', heldBy(row, units)), postTo)
    }
  }
  return endings
}

const nameOfPost = (staffNo: string, { title, unit, from }: HeldPost) =>
  [staffNo, title, unit ?? '', from].join('|')

function otherOf({ changes }: Staged, today: string): OtherOfPost {
  const ended = changes.find(({ field }) => field === 'postTo')?.from
  return {
    today,
    fields: changes.map(({ field }) => field),
    endedOn: typeof ended === 'string' ? ended : null,
  }
}

const isUndecided = ({ state }: Staged) => state === 'new' || state === 'changed'

function standing<Fields>(
  { n, state, accepted, recordId }: Staged,
  fields: Fields,
): Standing<Fields> {
  return { n, state, accepted, ...(recordId && { recordId }), fields }
}

function heldBy({ entry }: Staged, units: Units): HeldPost {
  if (entry.to !== 'post') throw new TypeError('A post was asked for.')
  const { postTitle, unit, postFrom, postTo } = entry.fields
  const name = unit === null ? null : (units.get(unit)?.name ?? unit)
  return { title: postTitle ?? '', unit: name, from: postFrom ?? '', to: postTo }
}

/** Who the posts of some rows are of: of the register, or of a row that goes in. */
async function holdersOf(
  { tx, institution }: StagedDraft,
  rows: readonly Staged[],
  newNames: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Holder>> {
  const numbers = rows.flatMap(({ entry }) =>
    entry.to === 'post' && entry.fields.staffNo !== null ? [entry.fields.staffNo] : [],
  )
  const persons = await personsByStaffNumber(tx, institution, [...new Set(numbers)])
  const posts = await postsOf(
    tx,
    institution,
    persons.map(({ id }) => id),
  )
  const holders = new Map<string, Holder>()
  for (const [number, name] of newNames) holders.set(number, { name, posts: [] })
  for (const { id, name, staffNumber } of persons) {
    const held = (posts.get(id) ?? []).map(({ title, unit, from, to }) => ({
      ...{ title, from, to },
      unit: unit?.name ?? null,
    }))
    holders.set(staffNumber ?? '', { name, posts: held })
  }
  return holders
}

/** Whether a draft has a row of these tables; most have none. */
export async function hasRowsOf(
  { tx, institution, id }: StagedDraft,
  tables: readonly TableName[],
): Promise<boolean> {
  const row = await tx
    .selectFrom('importRow')
    .select('n')
    .where('institutionId', '=', institution)
    .where('importId', '=', id)
    .where('tableName', 'in', [...tables])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Counts with rows that were moved to those that stay out. */
export function withMoved(counts: Counts, moved: readonly Moved[]): Counts {
  if (moved.length === 0) return counts
  const tables = counts.tables.map((table) => {
    const states: Partial<Record<RowState, number>> = { ...table.states }
    let { written } = table
    for (const one of moved) {
      if (one.table !== table.table) continue
      states[one.from] = (states[one.from] ?? 0) - 1
      if (states[one.from] === 0) delete states[one.from]
      states.refused = (states.refused ?? 0) + 1
      if (one.wasWritten) written -= 1
    }
    return { table: table.table, states, written }
  })
  return { ...counts, tables, written: tables.reduce((sum, one) => sum + one.written, 0) }
}
