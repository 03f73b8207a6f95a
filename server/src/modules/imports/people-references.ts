import type { Words } from '@yizhuan/kit'
import type { PersonFields, PostFields, UnitFields } from './entry-people.ts'
import type { RowState } from './plan.ts'

// Whether what rows about units, persons and posts refer to will be there: in its register, or in a row
// of the same draft that goes in. Pure.

/** A row of a draft, as far as it matters here. */
export interface Standing<Fields> {
  readonly n: number
  readonly state: RowState
  readonly accepted: boolean
  readonly recordId?: string
  readonly fields: Fields
}

/** A unit of the register. */
export interface KnownUnit {
  readonly id: string
  readonly name: string
  readonly code: string | null
  readonly kind: 'department' | 'legal_person'
  readonly parentId: string | null
  readonly closedOn: string | null
}

/** What a unit is found by: its name or its code. */
export interface FoundUnit {
  readonly name: string
  readonly kind: 'department' | 'legal_person'
  readonly isClosed: boolean
}

/** Units by name and by code. */
export type Units = ReadonlyMap<string, FoundUnit>

/** Rows that do not go in, each with the reason, and the units there will be. */
export interface DecidedUnits {
  readonly refused: ReadonlyMap<number, Words>
  readonly units: Units
}

/** Decides the rows about units: names are unlike, and what is above is there and makes no ring. */
export function decideUnits(
  rows: readonly Standing<UnitFields>[],
  known: readonly KnownUnit[],
): DecidedUnits {
  const refused = new Map<number, Words>()
  const owner = new Map(known.map(({ id, name }) => [name, id]))
  for (const row of rows) {
    const { n, state, recordId, fields } = row
    if (state !== 'new' && state !== 'changed') continue
    const name = fields.unitName ?? ''
    const other = owner.get(name)
    const own = recordId ?? `row ${n}`
    if (other === undefined) owner.set(name, own)
    else if (other !== own) refused.set(n, nameTaken(name))
  }
  const fresh = () => rows.filter(({ n, state }) => state === 'new' && !refused.has(n))
  for (let before = -1; before !== refused.size; ) {
    before = refused.size
    const now = fresh()
    const there = unitsOf(known, now)
    for (const row of rows) {
      const { parentUnit } = row.fields
      const isIn = row.state === 'new' || row.state === 'changed'
      if (!isIn || refused.has(row.n) || parentUnit === null) continue
      if (!there.has(parentUnit))
        refused.set(row.n, noSuchUnit('上级部门', 'unit above', parentUnit))
      else if (isInRing(row, now, known)) refused.set(row.n, ring(parentUnit))
    }
  }
  return { refused, units: unitsOf(known, fresh()) }
}

function unitsOf(known: readonly KnownUnit[], rows: readonly Standing<UnitFields>[]): Units {
  const units = new Map<string, FoundUnit>()
  for (const { fields } of rows) {
    const { unitName, unitCode, unitKind } = fields
    const unit = { name: unitName ?? '', kind: unitKind ?? 'department', isClosed: false } as const
    if (unitCode !== null) units.set(unitCode, unit)
    units.set(unit.name, unit)
  }
  for (const { name, code, kind, closedOn } of known) {
    const unit = { name, kind, isClosed: closedOn !== null }
    if (code !== null) units.set(code, unit)
    units.set(name, unit)
  }
  return units
}

/** Whether the way up from a row leads back to it. */
function isInRing(
  row: Standing<UnitFields>,
  fresh: readonly Standing<UnitFields>[],
  known: readonly KnownUnit[],
): boolean {
  const isMoved = row.state === 'changed' && row.fields.parentUnit !== null
  if (row.state !== 'new' && !isMoved) return false
  const knownAs = (text: string) => known.find(({ name, code }) => name === text || code === text)
  const freshAs = (text: string) =>
    fresh.find(({ fields }) => fields.unitName === text || fields.unitCode === text)
  const own = row.recordId ?? `row ${row.n}`
  let text = row.fields.parentUnit
  for (let steps = 0; text !== null; steps += 1) {
    const unit = knownAs(text)
    const above = unit ? undefined : freshAs(text)
    if ((unit?.id ?? `row ${above?.n}`) === own || steps > known.length + fresh.length) return true
    if (unit) text = known.find(({ id }) => id === unit.parentId)?.name ?? null
    else text = above?.fields.parentUnit ?? null
  }
  return false
}

/** Why a person does not go in: their unit is not there. */
export function againstPerson({ unit }: PersonFields, units: Units): Words | undefined {
  return unit === null ? undefined : againstUnit(unit, units)
}

function againstUnit(text: string, units: Units): Words | undefined {
  const unit = units.get(text)
  if (!unit) return noSuchUnit('科室或单位', 'unit', text)
  if (!unit.isClosed) return undefined
  return {
    zh: `“${text}”已撤销；请改为现有的科室或单位`,
    en: `"${text}" is closed; name one that is open`,
  }
}

/** A post that is held, or that an earlier row brings. */
export interface HeldPost {
  readonly title: string
  readonly unit: string | null
  readonly from: string
  readonly to: string | null
}

/** What a row says otherwise of a post that is registered. */
export interface OtherOfPost {
  readonly today: string
  /** The fields it says otherwise. */
  readonly fields: readonly string[]
  /** When the post ended, as it is registered. */
  readonly endedOn: string | null
}

/** What is known of the person a post is of. */
export interface Holder {
  readonly name: string
  readonly posts: readonly HeldPost[]
}

/** Why a post does not go in. Head of a department is a middle post (gd-2025#a21.p1). */
export function againstPost(
  row: Standing<PostFields>,
  holder: Holder | undefined,
  units: Units,
  other: OtherOfPost,
): Words | undefined {
  const { staffNo, personName, postTitle, postKind, unit, postFrom } = row.fields
  if (!holder) {
    return {
      zh: `工号 ${staffNo} 既不在人员登记中，也不在本文件将写入的人员中；请先导入或登记此人`,
      en: `staff number ${staffNo} is neither in the register of people nor among the people this file brings; enter the person first`,
    }
  }
  if (personName !== null && personName !== holder.name) {
    return {
      zh: `工号 ${staffNo} 是${holder.name}，与此行姓名不符；请核对工号和姓名`,
      en: `staff number ${staffNo} is ${holder.name}'s, not this name's; check number and name`,
    }
  }
  if (row.state === 'changed') return againstEnd(other)
  const no = unit === null ? undefined : againstUnit(unit, units)
  if (no) return no
  if (postKind === 'chief' && unit !== null && units.get(unit)?.kind === 'department') {
    return {
      zh: `“正职领导”指本机构或其独立法人单位的正职；“${unit}”是内设科室，请改为“中层干部”`,
      en: `a chief heads the institution or a legal-person unit; "${unit}" is a department: make it a middle post`,
    }
  }
  const same = holder.posts.find((post) => isSamePost(post, row.fields, units))
  if (!same) return undefined
  return {
    zh: `此人自 ${same.from} 起已任“${postTitle}”，与自 ${postFrom} 起的任职重叠；请核对起止日期`,
    en: `the person holds "${postTitle}" since ${same.from}, which overlaps the post from ${postFrom}; check the days`,
  }
}

/** A post is ended and nothing else of it is changed, and what has ended stays as it ended. */
function againstEnd({ today, fields, endedOn }: OtherOfPost): Words | undefined {
  if (fields.some((field) => field !== 'postTo')) return otherwiseHeld
  if (endedOn === null || endedOn > today) return undefined
  return {
    zh: `此任职已于 ${endedOn} 结束；已结束的任职不再更改，登记有误的请在人员页作废后重新登记`,
    en: `this post ended on ${endedOn}, and one that has ended is not changed; annul it on the page of the person and enter it anew if that is wrong`,
  }
}

function isSamePost(post: HeldPost, fields: PostFields, units: Units): boolean {
  const { postTitle, unit, postFrom, postTo } = fields
  const name = unit === null ? null : (units.get(unit)?.name ?? unit)
  if (post.title !== postTitle || post.unit !== name) return false
  const begins = postTo === null || post.from < postTo
  return begins && (post.to === null || (postFrom ?? '') < post.to)
}

const otherwiseHeld: Words = {
  zh: '此任职已登记而内容不同；导入只登记离任日期，职务类别等变更请写离任日期结束原任职，另起一行登记新任职',
  en: 'this post is registered with other content; an import enters only its last day: end it and give the post as it is now a row of its own',
}

function noSuchUnit(zh: string, en: string, text: string): Words {
  return {
    zh: `${zh}“${text}”既不在登记中，也不在本文件将写入的科室中；请先登记，或更正名称`,
    en: `the ${en} "${text}" is neither registered nor among the units this file brings; enter it first, or correct the name`,
  }
}

function nameTaken(name: string): Words {
  return {
    zh: `已有名为“${name}”的另一科室或单位；名称不能重复`,
    en: `another unit is called "${name}" already; two cannot have one name`,
  }
}

function ring(name: string): Words {
  return {
    zh: `上级“${name}”就是本科室或在其之下；请更正上级`,
    en: `the unit above, "${name}", is this unit itself or stands below it; correct it`,
  }
}
