import { modules } from '../../modules/index.ts'
import {
  decideBatch,
  makeBatch,
  makeFile,
  paymentsOf,
  takeProof,
} from '../../modules/payouts/index.ts'
import { amendPerson } from '../../modules/people/index.ts'
import { asCaller, asSystem, type Caller, type Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Tasks } from '../../platform/jobs.ts'
import type { Context } from '../../platform/module.ts'
import { type Entered, lead } from './cases.ts'
import { chance } from './chance.ts'
import { type Deal, dealOf } from './deal.ts'
import { offices } from './people.ts'
import type { Hospital } from './province.ts'
import { type Step, type Walk, walkTo } from './walk.ts'

// Plans that wait to be paid, and a batch of which one payment came back.

/** How many plans wait to be paid, those of the batch among them. */
export const payableCases = 4

/** Pays two plans of the first hospital in a batch, and leaves two to be paid. */
export async function loadPayouts(
  context: Context,
  hospital: Hospital,
  inventions: readonly Entered[],
): Promise<void> {
  if (hospital.code !== 'a') return
  const dice = chance(20_261_126)
  const [finance, leader] = [holder(hospital, 'finance'), holder(hospital, 'leaders')]
  const deals = inventions
    .slice(-payableCases)
    .map((invention) => withInventor(hospital, dealOf(hospital, invention, dice)))
  const cases: string[] = []
  for (const deal of deals) {
    const walk = untilPayable(hospital, walkTo('paid', deal, dice))
    const today = context.clock.today()
    cases.push(
      await asSystem(context.db, hospital.id, (tx) => lead(tx, context, hospital, walk, today)),
    )
  }
  const payees = deals.slice(0, 2).flatMap(({ team }) => team.flatMap(({ person }) => person ?? []))
  await enterAccounts(context, finance, [...new Set(payees)])
  await payBatch(context, finance, leader, cases.slice(0, 2))
}

/** Who signs in as an inventor is of the team, and finds rewards of their own. */
function withInventor(hospital: Hospital, deal: Deal): Deal {
  const { person, name } = holder(hospital, 'inventor')
  const others = deal.team.slice(0, -1).filter((one) => one.person !== person)
  const percent = 100 - others.reduce((total, one) => total + one.percent, 0)
  return { ...deal, team: [...others, { person, name, percent }] }
}

/** A walk that ends before its payment; the team agreed on shares of its own, the inventor by signing in. */
function untilPayable(hospital: Hospital, { steps, ...walk }: Walk): Walk {
  const { name } = holder(hospital, 'inventor')
  const agreed = steps.map((step): Step => {
    if (step.type === 'planDrafted') {
      const ruleDeparture = '按团队协议约定的比例（演示）'
      return { ...step, data: (on, before) => ({ ...step.data(on, before), ruleDeparture }) }
    }
    const isOwn = step.type === 'planAgreed' && step.papers.some((paper) => paper.includes(name))
    return isOwn ? { ...step, by: 'inventor', papers: [] } : step
  })
  return { ...walk, steps: agreed.filter(({ type }) => type !== 'paid'), daysAgo: 4 }
}

async function enterAccounts(
  context: Context,
  by: Caller,
  people: readonly string[],
): Promise<void> {
  for (const [at, id] of people.entries()) {
    const given = { bankName: '示例银行', bankAccount: `62220000${String(10_000_000 + at * 37)}` }
    await asSystem(context.db, by.institution, async (tx) =>
      done(await amendPerson(tx, context, by, id, given, {})),
    )
  }
}

async function payBatch(
  context: Context,
  finance: Caller,
  leader: Caller,
  cases: readonly string[],
): Promise<void> {
  const { clock, keys } = context
  const today = clock.today()
  const batch = { id: newId(), title: '成果转化奖励第一批（演示）', payOn: today } as const
  const treatment = { countedInWages: true, cappedByWages: false, taxWithheld: true }
  const order = { ...batch, way: 'bank' as const, cases, treatment }
  await as(context, finance, async (tx) => done(await makeBatch(tx, clock, finance, order)))
  await work(context, finance.institution, 'payouts/gather', { batch: batch.id, cases })
  const decision = { isApproved: true, remark: '同意（演示）' }
  await as(context, leader, async (tx) =>
    done(await decideBatch(tx, clock, leader, batch.id, decision)),
  )
  await as(context, finance, async (tx) => done(await makeFile(tx, clock, keys, finance, batch.id)))
  const { items } = await as(context, finance, (tx) =>
    paymentsOf(tx, finance.institution, batch.id, { after: 0, limit: 500 }),
  )
  const told = items.map(({ reference, amountFen }, at) =>
    at === items.length - 1
      ? { reference, amountFen, outcome: 'returned' as const, reason: '户名与账号不符（演示）' }
      : { reference, amountFen, outcome: 'paid' as const },
  )
  const proof = { id: newId(), document: '回单 20261126-01（演示）', on: today, lines: told }
  await as(context, finance, async (tx) =>
    done(await takeProof(tx, clock, finance, batch.id, proof)),
  )
  await work(context, finance.institution, 'payouts/settle', { proof: proof.id, cases })
}

/** Does now what the worker would come to; its own job finds nothing left to do. */
async function work(
  context: Context,
  institution: string,
  task: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const tasks: Tasks = Object.assign({}, ...modules.map(({ jobs }) => jobs?.(context)))
  await asSystem(context.db, institution, async (tx) => tasks[task]?.(tx, { institution, payload }))
}

const as = <Value>({ db }: Context, caller: Caller, work: (tx: Tx) => Promise<Value>) =>
  asCaller(db, caller, work)

/** Who holds an office, as they would sign in. */
export function holder(hospital: Hospital, office: string): Caller {
  const index = offices.findIndex(({ login }) => login === office)
  const [person, held] = [hospital.people[index], offices[index]]
  if (!person || !held) throw new TypeError(`Nobody holds the office ${office}.`)
  const { id, name } = person
  const who = { institution: hospital.id, person: id, name, account: id }
  return { ...who, roles: held.roles, lang: 'zh' }
}

function done<Value>(
  outcome:
    | { readonly kind: 'accepted'; readonly value: Value }
    | { readonly kind: 'refused'; readonly refusal: { readonly code: string } },
): Value {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}
