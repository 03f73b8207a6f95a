import type { Entering } from '../../platform/register.ts'
import {
  amendPerson,
  amendUnit,
  endPost,
  enterPersons,
  enterPosts,
  enterUnits,
  personProblem,
  personsByStaffNumber,
  unitsOf,
} from '../people/index.ts'
import type { PersonFields, UnitFields } from './entry-people.ts'
import { isWritten } from './plan.ts'
import { noteOrigins, type Staged, type StagedDraft, stagedRows } from './staged.queries.ts'
import { sourceOf } from './table-row.ts'
import { takenIn } from './taken-in.ts'
import type { Outlay } from './write.ts'

/** How many rows of a register were written. */
export interface Done {
  readonly entered: number
  readonly amended: number
}

/** What was written of people, and whose posts are more than before. */
export interface PeopleWritten {
  readonly unit: Done
  readonly person: Done
  readonly post: Done
  readonly appointed: readonly string[]
}

/** Writes the rows about units, persons and posts: what is referred to before what refers to it. */
export async function writePeople(
  draft: StagedDraft,
  outlay: Outlay,
  entering: Entering,
): Promise<PeopleWritten> {
  const unit = await writeUnits(draft, outlay)
  const person = await writePersons(draft, outlay, entering)
  const { appointed, ...post } = await writePosts(draft, outlay)
  return { unit, person, post, appointed }
}

const written = { states: ['new', 'changed'] } as const

async function writeUnits(draft: StagedDraft, outlay: Outlay): Promise<Done> {
  const { tx, institution } = draft
  const { clock, by, file, onRows } = outlay
  const rows: Staged[] = []
  for await (const page of stagedRows(draft, { register: 'unit', ...written })) {
    rows.push(...page.filter(isWritten))
  }
  if (rows.length === 0) return { entered: 0, amended: 0 }
  const fresh = fromAbove(rows.filter(({ state }) => state === 'new'))
  const ids = idsByName(await unitsOf(tx, institution))
  for (const { entry, newId } of fresh) {
    if (entry.to !== 'unit' || !newId) continue
    const { unitName, unitCode } = entry.fields
    for (const name of [unitName, unitCode])
      if (name !== null && !ids.has(name)) ids.set(name, newId)
  }
  const units = fresh.flatMap((row) => {
    if (row.entry.to !== 'unit' || !row.newId) return []
    const { unitName, unitCode, unitKind, parentUnit } = row.entry.fields
    const fields = {
      ...{ name: unitName ?? '', code: unitCode, kind: unitKind ?? 'department' },
      parentId: parentUnit === null ? null : idOf(ids, parentUnit),
    } as const
    return [{ id: row.newId, fields, source: sourceOf(file, row) }]
  })
  await enterUnits(tx, clock, by, units)
  await noteOrigins(tx, institution, draft.id, 'unit', fresh)
  const changed = rows.filter(({ state }) => state === 'changed')
  for (const row of changed) {
    const given = changedIn<UnitFields>(row)
    const fields = {
      ...('unitName' in given && { name: given.unitName ?? '' }),
      ...('unitCode' in given && { code: given.unitCode }),
      ...(given.unitKind && { kind: given.unitKind }),
      ...(given.parentUnit && { parentId: idOf(ids, given.parentUnit) }),
    }
    const reason = `导入：${sourceOf(file, row)}`
    const outcome = await amendUnit(tx, clock, by, row.recordId ?? '', fields, reason)
    takenIn(outcome, personProblem, row)
  }
  onRows('unit', rows.length)
  return { entered: fresh.length, amended: changed.length }
}

/** Units with those above before those below; what was decided leaves no ring among them. */
function fromAbove(rows: readonly Staged[]): readonly Staged[] {
  const named = new Map<string, Staged>()
  for (const row of rows) {
    if (row.entry.to !== 'unit') continue
    const { unitName, unitCode } = row.entry.fields
    if (unitCode !== null) named.set(unitCode, row)
    if (unitName !== null) named.set(unitName, row)
  }
  const sorted = new Set<Staged>()
  const take = (row: Staged) => {
    if (sorted.has(row)) return
    const parent = row.entry.to === 'unit' ? row.entry.fields.parentUnit : null
    const above = parent === null ? undefined : named.get(parent)
    if (above && above !== row) take(above)
    sorted.add(row)
  }
  for (const row of rows) take(row)
  return [...sorted]
}

async function writePersons(draft: StagedDraft, outlay: Outlay, entering: Entering): Promise<Done> {
  const { tx, institution, keys } = draft
  const { clock, by, file, onRows } = outlay
  const ids = idsByName(await unitsOf(tx, institution))
  let [entered, amended] = [0, 0]
  for await (const page of stagedRows(draft, { register: 'person', ...written })) {
    const rows = page.filter(isWritten)
    const fresh = rows.filter(({ state }) => state === 'new')
    const persons = fresh.flatMap((row) => {
      if (row.entry.to !== 'person' || !row.newId) return []
      const { personName, staffNo, unit, professionalTitle, occupation } = row.entry.fields
      const fields = {
        ...{ name: personName ?? '', staffNumber: staffNo ?? '' },
        ...{ professionalTitle, occupation },
        unitId: unit === null ? null : idOf(ids, unit),
      }
      return [{ id: row.newId, fields, source: sourceOf(file, row) }]
    })
    await enterPersons(tx, clock, by, persons, entering)
    await noteOrigins(tx, institution, draft.id, 'person', fresh)
    for (const row of rows.filter(({ state }) => state === 'changed')) {
      const given = changedIn<PersonFields>(row)
      const fields = {
        ...(given.personName && { name: given.personName }),
        ...(given.staffNo && { staffNumber: given.staffNo }),
        ...(given.unit && { unitId: idOf(ids, given.unit) }),
        ...(given.professionalTitle && { professionalTitle: given.professionalTitle }),
        ...(given.occupation && { occupation: given.occupation }),
      }
      const reason = `导入：${sourceOf(file, row)}`
      const id = row.recordId ?? ''
      const outcome = await amendPerson(tx, { clock, keys }, by, id, fields, { reason })
      takenIn(outcome, personProblem, row)
      amended += 1
    }
    entered += fresh.length
    onRows('person', rows.length)
  }
  return { entered, amended }
}

async function writePosts(
  draft: StagedDraft,
  outlay: Outlay,
): Promise<Done & { readonly appointed: readonly string[] }> {
  const { tx, institution } = draft
  const { clock, by, file, onRows } = outlay
  const units = await unitsOf(tx, institution)
  const ids = idsByName(units)
  const appointed = new Set<string>()
  let [entered, amended] = [0, 0]
  for await (const page of stagedRows(draft, { register: 'post', ...written })) {
    const rows = page.filter(({ state }) => state === 'new')
    const ending = page.filter((row) => row.state === 'changed' && isWritten(row))
    const numbers = [...rows, ...ending].flatMap(({ entry }) =>
      entry.to === 'post' && entry.fields.staffNo !== null ? [entry.fields.staffNo] : [],
    )
    const persons = await personsByStaffNumber(tx, institution, [...new Set(numbers)])
    const holders = new Map(persons.map(({ id, staffNumber }) => [staffNumber ?? '', id]))
    const posts = rows.flatMap((row) => {
      if (row.entry.to !== 'post' || !row.newId) return []
      const { staffNo, postTitle, postKind, unit, forTransfer, postFrom, postTo } = row.entry.fields
      const unitId = unit === null ? null : idOf(ids, unit)
      const personId = idOf(holders, staffNo ?? '')
      appointed.add(personId)
      return [
        {
          ...{ id: row.newId, personId, title: postTitle ?? '', kind: postKind ?? 'other' },
          ...{ unitId, forTransfer: forTransfer ?? false, from: postFrom ?? '', to: postTo },
          unit: units.find(({ id }) => id === unitId)?.name ?? null,
          source: sourceOf(file, row),
        },
      ]
    })
    await enterPosts(tx, clock, by, posts)
    await noteOrigins(tx, institution, draft.id, 'post', rows)
    for (const row of ending) {
      if (row.entry.to !== 'post') continue
      const { staffNo, postTo } = row.entry.fields
      const personId = idOf(holders, staffNo ?? '')
      const reason = `导入：${sourceOf(file, row)}`
      const outcome = await endPost(tx, clock, by, personId, row.recordId ?? '', postTo, reason)
      takenIn(outcome, personProblem, row)
      appointed.add(personId)
    }
    entered += rows.length
    amended += ending.length
    onRows('post', rows.length + ending.length)
  }
  return { entered, amended, appointed: [...appointed] }
}

function idsByName(units: Awaited<ReturnType<typeof unitsOf>>): Map<string, string> {
  const codes = units.flatMap(({ id, code }) => (code === null ? [] : [[code, id] as const]))
  return new Map([...codes, ...units.map(({ id, name }) => [name, id] as const)])
}

/** What was decided has made sure that it is there. */
export function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new TypeError(`Nothing is called ${name}, though a row was decided.`)
  return id
}

/** The fields of a row that were accepted to be otherwise. */
export function changedIn<Fields>({ changes }: Staged): Partial<Fields> {
  return Object.fromEntries(changes.map(({ field, to }) => [field, to])) as Partial<Fields>
}
