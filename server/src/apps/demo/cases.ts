import { addDays, type Day } from '@yizhuan/kit'
import { deskOf, openCase, performAct } from '../../modules/cases/index.ts'
import { clockAt } from '../../platform/clock.ts'
import { asSystem, type Tx } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import type { Chance } from './chance.ts'
import { dealOf } from './deal.ts'
import { inquiryWalks } from './inquiry-walks.ts'
import { otherWalks } from './other-walks.ts'
import { storePapers } from './papers.ts'
import { offices } from './people.ts'
import { eachDestination } from './plan.ts'
import type { Hospital, Invention } from './province.ts'
import { serviceWalks } from './service-walks.ts'
import { type Office, type Step, type Walk, walkTo } from './walk.ts'

/** An invention as entered: it has an id when the register of achievements took it. */
export type Entered = Invention & { readonly id?: string }

/** Leads this hospital's cases to their destinations, each act through the real commands. */
export async function loadCases(
  context: Context,
  hospital: Hospital,
  inventions: readonly Entered[],
  dice: Chance,
): Promise<void> {
  const today = context.clock.today()
  const mine = eachDestination().filter((_, index) => hospitalOf(index) === hospital.code)
  for (const [index, destination] of mine.entries()) {
    const invention = inventions[index]
    if (!invention) throw new TypeError('There are more cases than inventions.')
    const deal = dealOf(hospital, invention, dice)
    const isShared = hospital.code === 'a' && destination === 'paid'
    const coOwner = { name: '示例医科大学（虚构）', percent: 30 }
    const walk = walkTo(destination, isShared ? { ...deal, coOwner } : deal, dice)
    await asSystem(context.db, hospital.id, (tx) => lead(tx, context, hospital, walk, today))
  }
}

/** Leads a hospital's cases of the other procedures. */
export async function loadOtherCases(
  context: Context,
  hospital: Hospital,
  inventions: readonly Entered[],
): Promise<void> {
  const today = context.clock.today()
  const walks = [
    ...otherWalks(hospital, inventions, today),
    ...inquiryWalks(hospital),
    ...serviceWalks(hospital, today),
  ]
  for (const walk of walks) {
    await asSystem(context.db, hospital.id, (tx) => lead(tx, context, hospital, walk, today))
  }
}

/** Half of the cases stand in the first hospital, the rest in the other two. */
function hospitalOf(index: number): string {
  return ['a', 'b', 'a', 'c', 'a', 'b'][index % 6] ?? 'a'
}

/** Leads a new case along a walk, each act through the real commands. @returns its id. */
export async function lead(
  tx: Tx,
  context: Context,
  hospital: Hospital,
  walk: Walk,
  today: Day,
): Promise<string> {
  const length = walk.steps.reduce((total, { after }) => total + after, 0)
  let on = addDays(today, -walk.daysAgo - length)
  let id: string | undefined
  for (const [index, step] of walk.steps.entries()) {
    on = addDays(on, step.after)
    const minutes = String(index % 60).padStart(2, '0')
    const clock = clockAt(new Date(`${on}T10:${minutes}:00+08:00`))
    const desk = await deskOf(tx, clock, hospital.id)
    const actor = actorOf(hospital, step)
    const files = await storePapers(tx, context.files, actor, step.papers)
    const order = { data: step.data(on, addDays(on, -1)), files, on }
    const outcome =
      id === undefined
        ? await openCase(tx, desk, actor, {
            ...order,
            ...(walk.procedure && { procedure: walk.procedure }),
          })
        : await performAct(tx, desk, actor, id, { ...order, type: step.type })
    if (outcome.kind === 'refused') {
      throw new Error(`Demonstration: ${step.type} refused on ${on}: ${JSON.stringify(outcome)}`)
    }
    id = outcome.id
  }
  if (id === undefined) throw new TypeError('A walk has steps.')
  return id
}

function actorOf(hospital: Hospital, { by }: Step) {
  const index = offices.findIndex(({ login }) => login === by)
  const person = hospital.people[index]
  const office = offices[index]
  if (!person || !office) throw new TypeError(`Nobody holds the office ${by satisfies Office}.`)
  return {
    institution: hospital.id,
    person: person.id,
    name: person.name,
    roles: office.roles,
  }
}
