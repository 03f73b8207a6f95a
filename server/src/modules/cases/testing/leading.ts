import { addDays, type Day } from '@yizhuan/kit'
import { chance } from '../../../apps/demo/chance.ts'
import type { Deal } from '../../../apps/demo/deal.ts'
import { storePapers } from '../../../apps/demo/papers.ts'
import { offices } from '../../../apps/demo/people.ts'
import { type Office, type Step, walkTo } from '../../../apps/demo/walk.ts'
import { clockAt } from '../../../platform/clock.ts'
import { asSystem } from '../../../platform/database.ts'
import type { TestApp } from '../../../platform/testing/app.ts'
import type { Order } from '../case.commands.ts'
import { deskOf, openCase, performAct } from '../index.ts'

/** The deal of most tests of cases: a licence, two inventors, one cost. */
export const sampleDeal: Deal = {
  hospital: '示例医院（虚构）',
  universityAffiliated: false,
  achievement: '可吸收止血材料（虚构）',
  team: [
    { name: '甲示例', percent: 60 },
    { name: '乙示例', percent: 40 },
  ],
  mode: 'license',
  counterparty: '样例科技有限公司（虚构）',
  price: 120_000_000n,
  costs: [{ kind: 'tax', amount: 20_000_000n }],
  registration: '示例000001',
}

/** All acts of a deal, from its beginning until it is closed. */
export const lineOf = (deal: Deal): readonly Step[] => walkTo('closed', deal, chance(1)).steps

/** The acts of a line up to one of them, which is the last. */
export function upTo(type: string, line: readonly Step[]): readonly Step[] {
  const last = line.findIndex((step) => step.type === type)
  if (last < 0) throw new TypeError(`The line has no ${type}.`)
  return line.slice(0, last + 1)
}

/** A case, the number of its last act and the day of it. */
export interface Standing {
  readonly id: string
  readonly seq: number
  readonly on: Day
}

/** Who holds an office of a hospital, the same person in every test. */
export function holder(institution: string, office: Office) {
  const place = offices.findIndex(({ login }) => login === office)
  return {
    institution,
    person: `00000000-0000-7000-8000-00000000000${place}`,
    name: office,
    roles: offices[place]?.roles ?? [],
  }
}

/** Has the holder of an office act in a case on a day, which the desk takes for today. */
export function actIn(
  house: TestApp,
  institution: string,
  by: Office,
  { id, on }: Pick<Standing, 'id' | 'on'>,
  order: Pick<Order, 'type' | 'data'> & {
    readonly papers?: readonly string[]
    /** What it opens, where it is no transfer. */
    readonly procedure?: string
  },
) {
  const { db, files: store } = house.context
  const actor = holder(institution, by)
  return asSystem(db, institution, async (tx) => {
    const files = await storePapers(tx, store, actor, order.papers ?? [])
    const { type, data, procedure } = order
    const given = { type, data, files, on }
    const desk = await deskOf(tx, clockAt(on), institution)
    if (id !== '') return performAct(tx, desk, actor, id, given)
    return openCase(tx, desk, actor, { ...given, ...(procedure !== undefined && { procedure }) })
  })
}

const taken = new Set<string>()

/** What no two cases of a house have alike: costs and receipts count once, a certificate is of one contract. */
const onlyOnce: Readonly<Record<string, string>> = {
  costRecorded: 'voucher',
  contractRegistered: 'number',
  receiptRecorded: 'voucher',
  incomeReceived: 'voucher',
}

/** A deal that is led twice in a house bears numbers of its own. */
function ownNumber(institution: string, type: string, data: Order['data']): Order['data'] {
  const field = onlyOnce[type]
  if (field === undefined || data[field] === undefined) return data
  const of = (number: unknown) => `${institution} ${type} ${number}`
  let number = data[field]
  for (let at = 2; taken.has(of(number)); at += 1) number = `${data[field]}（${at}）`
  taken.add(of(number))
  return { ...data, [field]: number }
}

/** Takes the steps of a new case from a day on, each on its day by whose turn it is. */
export async function lead(
  house: TestApp,
  institution: string,
  steps: readonly Step[],
  from: Day,
): Promise<Standing> {
  let standing: Standing = { id: '', seq: 0, on: from }
  for (const step of steps) {
    const on = addDays(standing.on, step.after)
    const data = ownNumber(institution, step.type, step.data(on, addDays(on, -1)))
    const order = { ...step, data }
    const outcome = await actIn(house, institution, step.by, { ...standing, on }, order)
    if (outcome.kind === 'refused') throw new Error(`${step.type}: ${JSON.stringify(outcome)}`)
    standing = { id: outcome.id, seq: standing.seq + 1, on }
  }
  return standing
}

/** Two cases of a house that came as far as an act of the sample deal, each under a contract of its own. */
export async function leadTwo(
  house: TestApp,
  institution: string,
  until: string,
  from: Day,
): Promise<readonly [Standing, Standing]> {
  const steps = upTo(until, lineOf(sampleDeal))
  const again = steps.map((step) => ({
    ...step,
    data: (...days: Parameters<Step['data']>) => {
      const data = step.data(...days)
      return 'number' in data ? { ...data, number: `${data['number']}-2` } : data
    },
  }))
  return [await lead(house, institution, steps, from), await lead(house, institution, again, from)]
}
