import type pg from 'pg'
import { type Chance, chance } from '#server/apps/demo/chance'
import { loadDemo } from '#server/apps/demo/load'
import { type Hospital, province } from '#server/apps/demo/province'
import { modules } from '#server/modules/index'
import { createAccount } from '#server/platform/account'
import { asSystem } from '#server/platform/database'
import { newId } from '#server/platform/ids'
import type { Context } from '#server/platform/module'
import { workOff } from '#server/platform/worker'
import { seedAchievements } from './achievements.ts'
import { type SeededCases, seedCases } from './cases.ts'

/** How much is seeded into the one institution that is measured. */
export interface Size {
  readonly achievements: number
  readonly cases: number
}

/** What was seeded, as the benchmarks need it to ask. */
export interface Seeded extends SeededCases {
  readonly institution: string
  readonly login: string
  readonly password: string
  /** Other institutions, each with an officer of the same password. */
  readonly others: readonly { readonly institution: string; readonly login: string }[]
  /** Some achievements from all over the register. */
  readonly achievements: readonly {
    readonly id: string
    readonly number: string
    /** The patent it became; empty where it became none. */
    readonly patent: string
  }[]
  /** An institution with a twentieth of the records, in the same tables, and its officer. */
  readonly smaller: { readonly institution: string; readonly login: string }
}

/** Where an institution's data comes from. */
export interface Plot {
  readonly context: Context
  readonly owner: pg.Pool
  readonly dice: Chance
  readonly hospital: Hospital
}

/**
 * Fills an empty database: the same data on every machine.
 *
 * It begins with the demonstration province, made by the product's own commands; what only has to be
 * many is copied from that by the owner.
 */
export async function seed(context: Context, owner: pg.Pool, size: Size): Promise<Seeded> {
  await loadDemo(context)
  // What it told the worker is done before anything is copied: a copy has no record to be worked on.
  await workOff(context, modules)
  const dice = chance(20_260_302)
  const [mine, theirs] = province(chance(20_260_115))
  if (!mine || !theirs) throw new TypeError('The demonstration has hospitals.')
  const plot = { context, owner, dice, hospital: mine }
  const index = await withoutIndex(owner)
  const achievements = await seedAchievements(plot, size.achievements)
  // Another institution stands in the same tables, so that a plan which forgets the tenant shows.
  await seedAchievements({ ...plot, hospital: theirs }, Math.ceil(size.achievements / 20))
  await index.restore()
  const cases = await seedCases(plot, size.cases)
  const account = { login: 'bench', password: `bench-${dice.id()}` }
  await employ(plot, mine.id, account)
  const smaller = { institution: theirs.id, login: 'bench-smaller' }
  await employ(plot, theirs.id, { ...account, login: smaller.login })
  const others = []
  for (let at = 0; at < neighbours; at += 1) {
    const [institution, login] = [dice.id(), `bench-${at}`]
    await found(context, institution)
    await employ(plot, institution, { ...account, login })
    others.push({ institution, login })
  }
  await owner.query('vacuum (analyze)')
  return { ...account, institution: mine.id, smaller, others, achievements, ...cases }
}

/** Takes the index of lexemes away while many rows come: to build it once takes a tenth of the time. */
async function withoutIndex(owner: pg.Pool) {
  const { rows } = await owner.query<{ text: string }>(
    "select pg_get_indexdef('search_document_lexemes'::regclass) as text",
  )
  await owner.query('drop index search_document_lexemes')
  return {
    async restore() {
      const client = await owner.connect()
      await client.query("set maintenance_work_mem = '1GB'")
      await client.query(rows[0]?.text ?? '')
      await client.query('reset maintenance_work_mem')
      client.release()
    },
  }
}

/** How many institutions write at the same time where one alone would wait for its own numbers. */
const neighbours = 16

async function found({ db, clock }: Context, institution: string): Promise<void> {
  const institutionName = `示例医院 ${institution.slice(-4)}（虚构）`
  const person = { person: newId(), personName: '示例' }
  await asSystem(db, institution, async (tx) => {
    await tx.insertInto('institution').values({ id: institution, name: institutionName }).execute()
    for (const module of modules) {
      await module.found?.(tx, { institution, institutionName, ...person, at: clock.now() })
    }
  })
}

async function employ(
  { context, dice }: Plot,
  institution: string,
  account: { readonly login: string; readonly password: string },
): Promise<void> {
  await createAccount(context.db, context.clock, context.config.signIn, {
    ...account,
    institution,
    person: dice.id(),
    name: '示例经办',
    roles: ['tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal'],
  })
}

/** A row to copy, by the value of its key, and the columns that the copy has of its own. */
export interface Copy {
  readonly source: string
  readonly columns: Readonly<Record<string, unknown>>
}

/** Copies rows of a table; columns that nobody names stay as they are. */
export async function copyRows(
  owner: pg.Pool,
  table: string,
  key: string,
  copies: readonly Copy[],
): Promise<void> {
  for (let from = 0; from < copies.length; from += 5000) {
    await owner.query(
      `insert into ${table} overriding system value
       select copy.* from jsonb_to_recordset($1::jsonb) as wanted (source text, columns jsonb)
       join ${table} as original on original.${key}::text = wanted.source,
       jsonb_populate_record(original, wanted.columns) as copy`,
      [JSON.stringify(copies.slice(from, from + 5000))],
    )
  }
}
