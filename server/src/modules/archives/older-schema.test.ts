import { expect, test } from 'vitest'
import type { Manifest } from './manifest.ts'
import { type TableHere, unfitting } from './older-schema.ts'

const column = (name: string, type = 'text') => ({ name, type })
const told = (name: string, columns: ReturnType<typeof column>[], rows = 1) => ({
  ...{ name, columns, rows, key: ['id'], bytes: 0, sha256: '' },
})
const table = (name: string, columns: ReturnType<typeof column>[], needed = ['id']): TableHere => ({
  ...{ name, columns, needed },
})
const here = [
  table('person', [column('id'), column('name'), column('title'), column('years', 'integer')]),
  table('act', [column('id'), column('seq', 'bigint')], ['id', 'seq']),
]
const why = (tables: ReturnType<typeof told>[], sql = 'alter table person add column title text') =>
  unfitting({ tables } as unknown as Manifest, [{ name: '0002-x.sql', sql, checksum: '' }], here)

const person = told('person', [column('id'), column('name')])
test.each<[string, string | undefined, ReturnType<typeof told>[], string?]>([
  ['a column that may be empty, and a table without rows', undefined, [person]],
  ['a table that is gone and was empty', undefined, [person, told('ghost', [column('id')], 0)]],
  ['a table that is gone', 'its table ghost has 1 rows', [person, told('ghost', [column('id')])]],
  [
    'a column that is gone',
    'person.nickname',
    [told('person', [column('id'), column('nickname')])],
  ],
  [
    'a column that was renamed, whose old name another has now',
    undefined,
    [told('person', [column('id'), column('nickname'), column('name', 'integer')])],
    `alter table person rename column name to age; -- alter table person rename column age to title
     alter table person rename column age to years;
     alter table person rename column nickname to name;
     alter table person rename constraint a to b; alter table x rename to person`,
  ],
  [
    'another type',
    'act.seq is of the type integer',
    [told('act', [column('id'), column('seq', 'integer')])],
  ],
  ['what every row must say', 'lacks seq', [told('act', [column('id')])]],
  [
    'rows worked out',
    '0002-x.sql works rows of person',
    [person],
    'UPDATE  person set title = name',
  ],
  ['rows added', 'works rows of act', [person], 'insert into public.act select 1'],
  ['rows of a table that has none here', undefined, [person], 'update act set seq = 1'],
  [
    'what only a function or a trigger does later',
    undefined,
    [person],
    `-- update person
     create or replace function f() returns trigger language plpgsql as $$ begin
       update person set title = name; return new; end $$;
     create trigger t before update on person for each row execute function f();
     grant update (name) on person to x;`,
  ],
  [
    'what a block does at once',
    'works rows of person',
    [person],
    'do $$ begin delete from person; end $$',
  ],
])('%s', (_what, sentence, tables, sql) => {
  if (sentence === undefined) expect(why(tables, sql)).toBeUndefined()
  else expect(why(tables, sql)).toContain(sentence)
})
