import { addDays, type Day } from '@yizhuan/kit'
import { amendPerson, enterPerson, enterPost, enterUnit } from '../../modules/people/index.ts'
import { clockAt } from '../../platform/clock.ts'
import { asSystem, type Tx } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { chance } from './chance.ts'
import { departments, offices, type Person, people } from './people.ts'
import type { Hospital } from './province.ts'

type PostOf = readonly [string, 'chief' | 'deputy' | 'middle' | 'other', string | null]

/** Where the holder of each office stands, and in which post. The leadership has no department. */
const posts: Readonly<Record<string, PostOf>> = {
  admin: ['信息科工程师', 'other', '信息科'],
  officer: ['成果转化办公室主任', 'middle', '成果转化办公室'],
  reviewer: ['成果转化办公室副主任', 'middle', '成果转化办公室'],
  inventor: ['主任医师', 'other', '骨科'],
  finance: ['财务处处长', 'middle', '财务处'],
  leaders: ['院长', 'chief', null],
  legal: ['法务专员', 'other', '法务办公室'],
  discipline: ['纪委书记', 'deputy', null],
  auditor: ['审计专员', 'other', '审计处'],
}

const transferOffice = '成果转化办公室'

/** What the holder of an office is called by the profession. */
const titles: Readonly<Record<string, string>> = {
  officer: '助理研究员',
  reviewer: '副研究员',
  inventor: '主任医师',
  leaders: '主任医师',
}

const company = '示例医转科技有限公司（虚构）'

/** Enters departments, persons and posts, as an administrator would have before the first case. */
export async function loadStaff(context: Context, hospital: Hospital): Promise<void> {
  const since = addDays(context.clock.today(), -400)
  const desk = { clock: clockAt(since), keys: context.keys }
  const [admin] = hospital.people
  if (!admin) throw new TypeError('A hospital of the demonstration has an administrator.')
  const by = { institution: hospital.id, person: admin.id, name: admin.name }
  await asSystem(context.db, hospital.id, async (tx) => {
    const units = await loadUnits(tx, desk.clock, by)
    for (const [index, person] of hospital.people.entries()) {
      const office = offices[index]?.login
      const unit = office === undefined ? person.department : posts[office]?.[2]
      const professionalTitle = titles[office ?? ''] ?? null
      const entry = entryOf(hospital, person, index, units.get(unit ?? ''))
      const { id, ...told } = { ...entry, professionalTitle }
      // The founder stands in the register already.
      if (index === 0) done(await amendPerson(tx, desk, by, id, told, {}))
      else done(await enterPerson(tx, desk, by, { id, ...told }))
    }
    for (const [index, { login }] of offices.entries()) {
      const [holder, post] = [hospital.people[index], posts[login]]
      if (!holder || !post) throw new TypeError(`Nobody holds the office ${login}.`)
      await appoint(tx, desk.clock, by, holder.id, post, units, since)
    }
    await loadLeadership(tx, desk, by, hospital, units, since)
  })
}

type By = Parameters<typeof enterPerson>[2]
type Desk = Parameters<typeof enterPerson>[1]

async function loadUnits(tx: Tx, clock: Desk['clock'], by: By): Promise<Map<string, string>> {
  const offices = Object.values(posts).flatMap(([, , unit]) => unit ?? [])
  const names = new Set([...departments, ...offices])
  const units = new Map<string, string>()
  for (const name of names) {
    units.set(name, done(await enterUnit(tx, clock, by, { name, kind: 'department' })).id)
  }
  const section = { name: '骨科运动医学组', kind: 'department' as const }
  const parentId = units.get('骨科') ?? null
  units.set(section.name, done(await enterUnit(tx, clock, by, { ...section, parentId })).id)
  const unit = { name: company, kind: 'legal_person' as const }
  units.set(company, done(await enterUnit(tx, clock, by, unit)).id)
  return units
}

function entryOf(
  { code }: Hospital,
  { id, name }: Person,
  index: number,
  unitId: string | undefined,
) {
  const number = String(index + 1).padStart(4, '0')
  return {
    id,
    name,
    staffNumber: `${code.toUpperCase()}${number}`,
    unitId: unitId ?? null,
    phone: `000-0000${number}`,
  }
}

async function appoint(
  tx: Tx,
  clock: Desk['clock'],
  by: By,
  person: string,
  [title, kind, unit]: PostOf,
  units: ReadonlyMap<string, string>,
  from: Day,
): Promise<void> {
  const unitId = unit === null ? null : (units.get(unit) ?? null)
  const forTransfer = unit === transferOffice
  done(await enterPost(tx, clock, by, person, { title, kind, unitId, forTransfer, from, to: null }))
}

/** The rest of the leadership, who invent nothing here: their posts would ask for more in a notice. */
async function loadLeadership(
  tx: Tx,
  desk: Desk,
  by: By,
  hospital: Hospital,
  units: ReadonlyMap<string, string>,
  since: Day,
): Promise<void> {
  const dice = chance(20_260_200 + hospital.code.charCodeAt(0))
  const [deputy, manager, former] = people(dice, 3)
  const more: readonly (readonly [Person | undefined, PostOf])[] = [
    [deputy, ['副院长', 'deputy', null]],
    [manager, ['总经理', 'chief', company]],
  ]
  for (const [index, [person, post]] of more.entries()) {
    if (!person) continue
    done(await enterPerson(tx, desk, by, entryOf(hospital, person, 90 + index, undefined)))
    await appoint(tx, desk.clock, by, person.id, post, units, since)
  }
  if (!former) return
  done(await enterPerson(tx, desk, by, entryOf(hospital, former, 95, undefined)))
  const held = { title: '院长', kind: 'chief' as const, unitId: null, to: since }
  const from = addDays(since, -1500)
  done(await enterPost(tx, desk.clock, by, former.id, { ...held, from }))
}

type Done<Value> =
  | { readonly kind: 'accepted'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: unknown }

function done<Value>(outcome: Done<Value>): Value {
  if (outcome.kind === 'refused') {
    throw new Error(`Demonstration: refused: ${JSON.stringify(outcome.refusal)}`)
  }
  return outcome.value
}
