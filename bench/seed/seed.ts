import type pg from 'pg'
import { type Chance, chance } from '#server/apps/demo/chance'
import { modules } from '#server/modules/index'
import { createAccount } from '#server/platform/account'
import { asSystem } from '#server/platform/database'
import type { Context } from '#server/platform/module'
import { seedAchievements } from './achievements.ts'

/** How much is seeded into the one institution that is measured. */
export interface Size {
  readonly achievements: number
}

/** What was seeded, as the benchmarks need it to ask. */
export interface Seeded {
  readonly institution: string
  readonly login: string
  readonly password: string
  /** Some achievements from all over the register. */
  readonly achievements: readonly { readonly id: string; readonly number: string }[]
}

/** Where an institution's data comes from. */
export interface Plot {
  readonly context: Context
  readonly owner: pg.Pool
  readonly dice: Chance
  readonly institution: string
}

/**
 * Fills an empty database: the same data on every machine.
 *
 * What is measured as a whole, such as a case with its chain, is made by the product's own commands;
 * what only has to be many is copied from it by the owner.
 */
export async function seed(context: Context, owner: pg.Pool, size: Size): Promise<Seeded> {
  const dice = chance(20_260_302)
  const mine: Plot = { context, owner, dice, institution: dice.id() }
  const theirs: Plot = { context, owner, dice, institution: dice.id() }
  const account = { login: 'bench', password: `bench-${dice.id()}` }
  for (const { institution } of [mine, theirs]) await found(context, institution)
  const achievements = await seedAchievements(mine, size.achievements)
  // Another institution stands in the same tables, so that a plan which forgets the tenant shows.
  await seedAchievements(theirs, Math.ceil(size.achievements / 5))
  await createAccount(context.db, context.clock, context.config.signIn, {
    ...account,
    institution: mine.institution,
    person: dice.id(),
    name: '示例经办',
    roles: ['tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal'],
  })
  await owner.query('vacuum (analyze)')
  return { ...account, institution: mine.institution, achievements }
}

async function found({ db, clock }: Context, institution: string): Promise<void> {
  await asSystem(db, institution, async (tx) => {
    const institutionName = `示例医院 ${institution.slice(-4)}（虚构）`
    await tx.insertInto('institution').values({ id: institution, name: institutionName }).execute()
    const named = { institution, institutionName, person: institution, personName: '示例' }
    const founding = { ...named, at: clock.now() }
    for (const module of modules) await module.found?.(tx, founding)
  })
}

/**
 * Copies rows of a table, each copy with some columns changed; columns nobody names stay as they are.
 *
 * @param changes  one object per copy, by column; `source` is the id of the row to copy.
 */
export async function copyRows(
  owner: pg.Pool,
  table: string,
  key: string,
  changes: readonly ({ readonly source: string } & Readonly<Record<string, unknown>>)[],
): Promise<void> {
  for (let from = 0; from < changes.length; from += 5000) {
    await owner.query(
      `insert into ${table}
       select copy.* from jsonb_array_elements($1::jsonb) as change
       join ${table} as original on original.${key} = (change->>'source')::uuid,
       jsonb_populate_record(original, change - 'source') as copy`,
      [JSON.stringify(changes.slice(from, from + 5000))],
    )
  }
}
