import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appRole } from '../server/src/platform/migrate.ts'
import { openTestDatabase, type TestDatabase } from '../server/src/platform/testing/database.ts'
import { readTables, type TableShape } from './schema-dump.ts'

// The rules that keep institutions apart and the country in reach (docs/architecture.md), read from
// the catalogs. Planted violations prove that the reading works.

let database: TestDatabase
let tables: readonly TableShape[]

beforeAll(async () => {
  database = await openTestDatabase()
  tables = await readTables(database.ownerUrl)
})
afterAll(() => database?.close())

const kinds = ['tenant', 'reference', 'central'] as const
const kindOf = ({ comment }: TableShape) => kinds.find((kind) => comment.startsWith(`${kind}: `))
const isAppendOnly = ({ triggers }: TableShape) =>
  triggers.some((trigger) => trigger.includes(' append_only '))
const may = ({ grants }: TableShape, right: string) =>
  grants.some((grant) => grant.startsWith(`${appRole} ${right}`))

/** The owner's function reads it by its index, under the caller's institution; all others are bound. */
const searchedByItsOwner: ReadonlySet<string> = new Set(['search_document'])

/** What a case puts before the public, and the list of the closed cases itself. */
const isShownToAll = new Set(['public_notice', 'closed_case'])

/** What is wrong with a table, in words. */
function violations(table: TableShape, all: readonly TableShape[]): string[] {
  const { name, constraints, indexes, columns, policies, grants, owner } = table
  const kind = kindOf(table)
  // A policy that restricts lets nothing through that the others do not.
  const restricting = policies.filter((policy) => policy.includes(' restricting for '))
  const open = policies.filter((policy) => !restricting.includes(policy))
  const found: (string | false)[] = [
    !kind && 'its comment does not say whether it is tenant, reference or central',
    owner === appRole && 'the application owns it',
    grants.some((grant) => !grant.startsWith(`${appRole} `)) && 'somebody else has rights',
    may(table, 'truncate') && 'it may be emptied',
    constraints.some(({ text }) => /on delete set null/i.test(text)) && 'a key sets null',
    isAppendOnly(table) &&
      ['update', 'delete'].some((right) => may(table, right)) &&
      'it is append-only and can be changed',
    isAppendOnly(table) &&
      !/BEFORE DELETE OR UPDATE OR TRUNCATE/.test(table.triggers.join()) &&
      'its trigger does not refuse every change',
  ]
  if (kind === 'tenant') {
    const id = 'institution_id'
    const tenants = new Set(all.filter((one) => kindOf(one) === 'tenant').map((one) => one.name))
    const leads = (each: { columns: readonly string[] }) => each.columns[0] === id
    found.push(
      !columns.includes(`${id} uuid not null`) && 'it has no institution',
      !constraints.some(({ kind, ...key }) => kind === 'p' && leads(key)) &&
        'the institution does not lead its primary key',
      constraints.some((key) => key.kind === 'u' && !leads(key)) && 'nor a unique key',
      indexes.some((index) => index.isUnique && !leads(index)) && 'nor a unique index',
      constraints.some(
        (key) =>
          key.kind === 'f' &&
          tenants.has(key.refers ?? '') &&
          !(leads(key) && key.referred?.[0] === id),
      ) && 'nor a foreign key to another tenant table',
      !(table.isSecured && (table.isForced || searchedByItsOwner.has(name))) &&
        'row security is not enforced',
      !(open.length === 1 && isOwnPolicy(open[0] ?? '')) && 'its policy is another one',
      !isShownToAll.has(name) &&
        columns.some((column) => column.startsWith('case_id ')) &&
        !restricting.some((policy) => policy.startsWith('policy closed_to_others ')) &&
        'it tells of cases that are closed',
      grants.some((grant) => /^\S+ update(?! of)/.test(grant)) && 'all of its columns may change',
      grants.some((grant) => / update of .*\binstitution_id\b/.test(grant)) &&
        'its institution may change',
    )
  }
  return found.filter((text) => text !== false).map((text) => `${name}: ${text}`)
}

/** A stable comparison without a subquery, so that an index serves it (and a distributed engine). */
function isOwnPolicy(policy: string): boolean {
  const own = `(institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)`
  return policy === `policy own_institution for all using (${own}) check (as using)`
}

test('there are tables of every kind to look at', () => {
  for (const kind of kinds) {
    expect(tables.filter((table) => kindOf(table) === kind).length).toBeGreaterThan(1)
  }
  expect(tables.length).toBeGreaterThan(20)
})

test('every table keeps the rules', () => {
  expect(tables.flatMap((table) => violations(table, tables))).toEqual([])
})

test('what is evidence cannot be changed', () => {
  const evidence = ['act', 'audit_entry', 'sign_in_attempt', 'checkpoint', 'checkpoint_leaf']
  const changeable = tables.filter((table) => evidence.includes(table.name) && !isAppendOnly(table))
  expect(changeable.map(({ name }) => name)).toEqual([])
  expect(tables.filter(isAppendOnly).length).toBeGreaterThanOrEqual(evidence.length)
})

describe('a planted violation is found', () => {
  const good = `institution_id uuid not null, id uuid not null, primary key (institution_id, id)`
  test.each([
    ['no comment', `create table bad (${good})`, 'its comment'],
    [
      'a key that does not begin with the institution',
      `create table bad (institution_id uuid not null, id uuid primary key);
       select tenant_table('bad', 'x')`,
      'primary key',
    ],
    [
      'a unique index across institutions',
      `create table bad (${good}, number text);
       create unique index on bad (number); select tenant_table('bad', 'x')`,
      'unique index',
    ],
    [
      'a foreign key without the institution',
      `alter table transfer_case add constraint only_id unique (institution_id, id, number);
       create table bad (${good}, case_id uuid, n text, inst uuid,
         foreign key (inst, case_id, n) references transfer_case (institution_id, id, number));
       select tenant_table('bad', 'x')`,
      'foreign key',
    ],
    [
      'row security that is not forced',
      `create table bad (${good}); select tenant_table('bad', 'x');
       alter table bad no force row level security`,
      'not enforced',
    ],
    [
      'a policy that lets more through',
      `create table bad (${good}); select tenant_table('bad', 'x');
       create policy more on bad for select using (true)`,
      'policy',
    ],
    [
      'rows of cases that are not closed with them',
      `create table bad (institution_id uuid not null, case_id uuid not null,
         primary key (institution_id, case_id)); select tenant_table('bad', 'x')`,
      'closed',
    ],
    [
      'a right to change what is append-only',
      `create table bad (${good}); select tenant_table('bad', 'x'); select append_only('bad');
       grant update (id) on bad to ${appRole}`,
      'append-only',
    ],
    [
      'a right to move a row to another institution',
      `create table bad (${good}); select tenant_table('bad', 'x');
       grant update (institution_id) on bad to ${appRole}`,
      'institution may change',
    ],
  ])('%s', async (_what, sql, word) => {
    const trial = await openTestDatabase()
    try {
      await trial.asOwner(sql)
      const all = await readTables(trial.ownerUrl)
      const found = all.flatMap((table) => violations(table, all))
      expect(found.some((text) => text.startsWith('bad: ') && text.includes(word))).toBe(true)
    } finally {
      await trial.close()
    }
  })
})
