import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { lead } from '#server/apps/demo/cases'
import { chance } from '#server/apps/demo/chance'
import { type Deal, dealOf } from '#server/apps/demo/deal'
import { openAccounts, openHospital } from '#server/apps/demo/load'
import { offices } from '#server/apps/demo/people'
import { type Hospital, province } from '#server/apps/demo/province'
import { walkTo } from '#server/apps/demo/walk'
import { crewOf } from '#server/apps/worker/crew'
import { modules } from '#server/modules/index'
import { type Answer, decideBatch, makeBatch } from '#server/modules/payouts/batch.commands'
import { makeFile } from '#server/modules/payouts/file.commands'
import { takeProof } from '#server/modules/payouts/proof.commands'
import { enterPerson } from '#server/modules/people/index'
import { readConfig } from '#server/platform/config'
import { asCaller, asSystem, type Caller, type Tx } from '#server/platform/database'
import { newId } from '#server/platform/ids'
import type { Context } from '#server/platform/module'
import { type Ground, openGround } from '#server/platform/start'
import { startWorker, workOff } from '#server/platform/worker'
import { cpuSpent, watch } from './cpu.ts'
import type { Bench, Figure } from './figure.ts'

// Receipts of five beneficiaries each are distributed in one batch: ordered, approved, sent, proved and
// recorded as paid in their cases, by the commands that HTTP calls and the worker as it runs. Each receipt
// is a case of its own, the dearest there is: each has its plan, its act, its law and its chain.

const beneficiaries = 5

/** Server and worker are this process. */
const here = 'payout'

/** The server has run for a while: where its helpers stay, they are there. */
const quietMs = 15_000

/** 10,000 receipts, or a tenth of them in a short run. */
export async function run({ full }: Bench): Promise<readonly Figure[]> {
  const receipts = full ? 10_000 : 1_000
  const home = mkdtempSync(join(tmpdir(), 'yizhuan-bench-'))
  // As root PostgreSQL runs as another user, who must be able to pass.
  chmodSync(home, 0o711)
  const ground = await openGround(readConfig({ YIZHUAN_DATA: home }))
  const owner = new pg.Pool({ connectionString: ground.postgres.ownerUrl, max: 2 })
  // What fails is told by what it fails in, not by a connection that ends with the server.
  owner.on('error', () => undefined)
  try {
    const { rows } = await owner.query<{ note: string }>(
      "select pg_read_file('postmaster.pid') as note",
    )
    watch(here, process.pid, Number.parseInt(rows[0]?.note ?? '', 10))
    const payer = await seedPlans(ground.context, owner, receipts)
    return await paidBy(ground, async (worker) => {
      await pause(quietMs)
      return await pay(ground.context, worker, owner, payer, receipts)
    })
  } finally {
    await owner.end()
    await ground.close()
    rmSync(home, { recursive: true, force: true })
  }
}

interface Payer {
  readonly finance: Caller
  readonly leader: Caller
  readonly cases: readonly string[]
}

/** What went wrong while the worker worked, if anything did. */
interface Working {
  trouble?: string
}

/** Has a worker run beside, with those who help it, as beside the server. */
async function paidBy<Result>(
  ground: Ground,
  work: (worker: Working) => Promise<Result>,
): Promise<Result> {
  const working: Working = {}
  const tell = (sentence: string) => {
    working.trouble = sentence
  }
  const worker = startWorker(ground.context, modules, tell, crewOf(ground, tell))
  try {
    return await work(working)
  } finally {
    await worker.stop()
  }
}

async function pay(
  context: Context,
  worker: Working,
  owner: pg.Pool,
  { finance, leader, cases }: Payer,
  receipts: number,
): Promise<readonly Figure[]> {
  const { clock, keys } = context
  const [id, today] = [newId(), clock.today()]
  const taken: number[] = []
  const spent = cpuSpent(here)
  const timed = async (work: () => Promise<unknown>) => {
    const from = performance.now()
    await work()
    taken.push(performance.now() - from)
  }
  await timed(async () => {
    const order = {
      id,
      title: '测算批次',
      payOn: today,
      way: 'bank' as const,
      cases,
      treatment: {},
    }
    await as(context, finance, (tx) => makeBatch(tx, clock, finance, order))
    await workedOff(worker, owner, 'select state = $2 as done from payout_batch where id = $1', [
      id,
      'made',
    ])
  })
  await timed(async () => {
    const decision = { isApproved: true, remark: null }
    await as(context, leader, (tx) => decideBatch(tx, clock, leader, id, decision))
    await as(context, finance, (tx) => makeFile(tx, clock, keys, finance, id))
  })
  await timed(async () => {
    const proof = { id: newId(), document: '回单', on: today, lines: 'all-paid' as const }
    await as(context, finance, (tx) => takeProof(tx, clock, finance, id, proof))
    await workedOff(worker, owner, 'select done = cases as done from payout_proof where id = $1', [
      proof.id,
    ])
  })
  const cpu = cpuSpent(here)
  await expectPaid(owner, id, receipts)
  const steps = ['order the payments', 'approve and send', 'prove and record as paid']
  const what = (step: string) => `${receipts} receipts of ${beneficiaries} people: ${step}`
  const ms = (value: number) => ({ unit: 'ms' as const, value })
  return [
    ...steps.map((step, at) => ({ what: what(step), ...ms(taken[at] ?? 0) })),
    {
      what: what('all of it'),
      ...ms(taken.reduce((all, one) => all + one, 0)),
      target: { atMost: receipts * 3 },
    },
    ...(cpu === undefined || spent === undefined
      ? []
      : [{ what: what('processor time of that'), ...ms(cpu - spent) }]),
  ]
}

/** Runs a command for somebody; a refusal ends the measurement. */
async function as(
  { db }: Context,
  caller: Caller,
  work: (tx: Tx) => Promise<Answer<unknown>>,
): Promise<void> {
  const outcome = await asCaller(db, caller, work)
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusal))
}

/** Waits until the database says that it is done. */
async function workedOff(
  worker: Working,
  owner: pg.Pool,
  question: string,
  values: readonly unknown[],
): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ done: boolean }>(question, [...values])
    if (rows[0]?.done) return
    if (worker.trouble) throw new Error(`The worker met trouble: ${worker.trouble}`)
    await pause(50)
  }
}

async function expectPaid(owner: pg.Pool, batch: string, receipts: number): Promise<void> {
  const { rows } = await owner.query<{ plans: number; orders: number; acts: number; off: number }>(
    `select (select count(*)::int from payout_plan where batch_id = $1 and state = 'settled') as plans,
       (select count(*)::int from payment_order where batch_id = $1 and state = 'paid') as orders,
       (select count(*)::int from payout_plan as plan join act on act.case_id = plan.case_id
         and act.seq = plan.act_seq and act.type = 'paid' where plan.batch_id = $1) as acts,
       (select count(*)::int from payout_plan as plan where batch_id = $1 and total_fen <> (
         select sum(amount_fen) from payment_order where plan_id = plan.id)) as off`,
    [batch],
  )
  const found = JSON.stringify(rows[0])
  const expected = { plans: receipts, orders: receipts * beneficiaries, acts: receipts, off: 0 }
  if (found !== JSON.stringify(expected)) throw new Error(`Not all is paid: ${found}`)
}

/** As many cases whose plan waits to be paid; all are copies of one that was led there act by act. */
async function seedPlans(context: Context, owner: pg.Pool, count: number): Promise<Payer> {
  const dice = chance(20_260_302)
  const [hospital] = province(chance(20_260_115))
  const [invention] = hospital?.inventions ?? []
  if (!hospital || !invention) throw new TypeError('The demonstration has hospitals.')
  await openHospital(context, hospital)
  await openAccounts(context, hospital)
  const team = Array.from({ length: beneficiaries }, (_, at) => ({
    name: `受益人${at + 1}（虚构）`,
    percent: 100 / beneficiaries,
  }))
  const deal: Deal = { ...dealOf(hospital, invention, dice), team, mode: 'license' }
  const people = await enterPeople(context, hospital, team)
  const walk = walkTo('closed', deal, dice)
  const last = walk.steps.findIndex(({ type }) => type === 'planNoticeCertified')
  const steps = walk.steps.slice(0, last + 1).map((step) => {
    if (step.type !== 'planDrafted') return step
    const data: typeof step.data = (on, before) => {
      const drafted = step.data(on, before)
      const lines = drafted['lines'] as readonly object[]
      const whose = lines.map((line, at) => ({ ...line, person: people[at] }))
      return { ...drafted, lines: whose, ruleDeparture: '测算（虚构）' }
    }
    return { ...step, data }
  })
  const source = await asSystem(context.db, hospital.id, (tx) =>
    lead(tx, context, hospital, { ...walk, steps, daysAgo: 3 }, context.clock.today()),
  )
  // What seeding left to be told is not what is measured, nor is it told of each copy.
  await workOff(context, modules)
  const cases = Array.from({ length: count }, () => newId())
  await copyCases(owner, hospital.id, source, cases)
  return { finance: callerOf(hospital, 'finance'), leader: callerOf(hospital, 'leaders'), cases }
}

function callerOf(hospital: Hospital, office: string): Caller {
  const index = offices.findIndex(({ login }) => login === office)
  const [person, held] = [hospital.people[index], offices[index]]
  if (!person || !held) throw new TypeError(`Nobody holds the office ${office}.`)
  const { id, name } = person
  return {
    ...{ institution: hospital.id, person: id, name, account: id },
    ...{ roles: held.roles, lang: 'zh' },
  }
}

async function enterPeople(
  context: Context,
  { id: institution }: Hospital,
  team: readonly { readonly name: string }[],
): Promise<readonly string[]> {
  const by = { institution, person: newId(), name: '示例' }
  const ids: string[] = []
  for (const [at, { name }] of team.entries()) {
    const given = { name, bankName: '示例银行', bankAccount: `62220000000012${at}` }
    const outcome = await asSystem(context.db, institution, (tx) =>
      enterPerson(tx, context, by, given),
    )
    if (outcome.kind === 'refused') throw new Error(outcome.refusal.code)
    ids.push(outcome.value.id)
  }
  return ids
}

/** Copies a case with its record; the hashes are the original's, which nobody checks here. */
async function copyCases(
  owner: pg.Pool,
  institution: string,
  source: string,
  targets: readonly string[],
): Promise<void> {
  const values = [institution, source, targets]
  await owner.query(
    `insert into transfer_case overriding system value
     select copy.* from transfer_case as original, unnest($3::uuid[]) as target,
       jsonb_populate_record(original, jsonb_build_object('id', target,
         'number', 'XM-' || right(target::text, 12))) as copy
     where original.institution_id = $1 and original.id = $2`,
    values,
  )
  for (const table of ['act', 'case_law', 'case_next', 'case_due', 'cost', 'plan_line']) {
    const own: Readonly<Record<string, string>> = {
      // Nor does a voucher of what came in count in two cases.
      act: `, 'entry', jsonb_set(case when original.type = 'receiptRecorded' then jsonb_set(original.entry,
        '{data,voucher}', to_jsonb((original.entry #>> '{data,voucher}') || ' ' || target))
        else original.entry end, '{case}', to_jsonb(target::text))`,
      // No voucher is deducted from more often than it comes to.
      cost: `, 'voucher', original.voucher || ' ' || target`,
    }
    const more = own[table] ?? ''
    await owner.query(
      `insert into ${table} overriding system value
       select copy.* from ${table} as original, unnest($3::uuid[]) as target,
         jsonb_populate_record(original, jsonb_build_object('case_id', target${more})) as copy
       where original.institution_id = $1 and original.case_id = $2`,
      values,
    )
  }
  const { rows } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_name = 'receipt' and is_generated = 'NEVER'`,
  )
  const columns = rows.map(({ name }) => name)
  await owner.query(
    `insert into receipt (${columns.join()})
     select ${columns.map((name) => `copy.${name}`).join()}
     from receipt as original, unnest($3::uuid[]) as target,
       jsonb_populate_record(original, jsonb_build_object('case_id', target,
         'id', gen_random_uuid(), 'contract_id', null,
         'voucher', original.voucher || ' ' || target)) as copy
     where original.institution_id = $1 and original.case_id = $2`,
    values,
  )
  await owner.query(
    `insert into chain_head
     select institution_id, 'case/' || target, seq, hash
     from chain_head, unnest($3::uuid[]) as target
     where institution_id = $1 and chain = 'case/' || $2`,
    values,
  )
  await owner.query('vacuum (analyze)')
}
