import { modules } from '../../modules/index.ts'
import {
  decideBatch,
  makeBatch,
  makeFile,
  noteWithheld,
  paymentsOf,
  takeProof,
} from '../../modules/payouts/index.ts'
import { amendPerson } from '../../modules/people/index.ts'
import { makeRemittance } from '../../modules/withheld-taxes/index.ts'
import { asCaller, asSystem, type Caller, type Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Tasks } from '../../platform/jobs.ts'
import type { Context } from '../../platform/module.ts'
import { accepted, holder } from './acting.ts'
import { type Entered, lead } from './cases.ts'
import { chance } from './chance.ts'
import { type Deal, dealOf } from './deal.ts'
import type { Hospital } from './province.ts'
import { type Step, type Walk, walkTo } from './walk.ts'

// Plans that wait to be paid; a batch whose tax was entered and of which one payment came back, its tax on its way to
// the tax office; and a batch that waits for its tax.

/** How many plans wait to be paid, those of the batch among them. */
export const payableCases = 4

/** Pays two plans of the first hospital in a batch, puts one into another, and leaves one to be paid. */
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
  await payOver(context, finance)
  await orderBatch(
    context,
    finance,
    '成果转化奖励第二批，待登记代扣税额（演示）',
    cases.slice(2, 3),
  )
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
      accepted(await amendPerson(tx, context, by, id, given, {})),
    )
  }
}

/** Orders the payments of some plans. @returns the batch and its payments. */
async function orderBatch(
  context: Context,
  finance: Caller,
  title: string,
  cases: readonly string[],
) {
  const { clock } = context
  const id = newId()
  const treatment = { countedInWages: true, cappedByWages: false, taxWithheld: true }
  const batch = { id, title, payOn: clock.today(), way: 'bank' as const, cases, treatment }
  await as(context, finance, async (tx) => accepted(await makeBatch(tx, clock, finance, batch)))
  await work(context, finance.institution, 'payouts/gather', { batch: id, cases })
  return id
}

const paymentsIn = async (context: Context, finance: Caller, batch: string) =>
  (
    await as(context, finance, (tx) =>
      paymentsOf(tx, finance.institution, batch, { after: 0, limit: 500 }),
    )
  ).items

async function payBatch(
  context: Context,
  finance: Caller,
  leader: Caller,
  cases: readonly string[],
): Promise<void> {
  const { clock, keys } = context
  const today = clock.today()
  const id = await orderBatch(context, finance, '成果转化奖励第一批（演示）', cases)
  // A figure of the payroll; nobody works it out here.
  const lines = (await paymentsIn(context, finance, id)).map(({ reference, amountFen }) => ({
    ...{ reference, withheldFen: `${BigInt(amountFen) / 5n}` },
  }))
  const tax = { document: '工资表 2026-11（演示）', lines }
  await as(context, finance, async (tx) =>
    accepted(await noteWithheld(tx, clock, finance, id, tax)),
  )
  const decision = { isApproved: true, remark: '同意（演示）' }
  await as(context, leader, async (tx) =>
    accepted(await decideBatch(tx, clock, leader, id, decision)),
  )
  await as(context, finance, async (tx) => accepted(await makeFile(tx, clock, keys, finance, id)))
  const items = await paymentsIn(context, finance, id)
  const told = items.map(({ reference, netFen: amountFen }, at) =>
    at === items.length - 1
      ? { reference, amountFen, outcome: 'returned' as const, reason: '户名与账号不符（演示）' }
      : { reference, amountFen, outcome: 'paid' as const },
  )
  const proof = { id: newId(), document: '回单 20261126-01（演示）', on: today, lines: told }
  await as(context, finance, async (tx) => accepted(await takeProof(tx, clock, finance, id, proof)))
  await work(context, finance.institution, 'payouts/settle', { proof: proof.id, cases })
}

/** Part of what was withheld waits for a second person, on its way to the tax office. */
async function payOver(context: Context, finance: Caller): Promise<void> {
  const month = context.clock.today().slice(0, 7)
  const remark = '第一次申报（演示）'
  const order = { id: newId(), month, kind: 'paid_over' as const, amountFen: '100000', remark }
  await as(context, finance, async (tx) =>
    accepted(await makeRemittance(tx, context.clock, finance, order)),
  )
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
