import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Caller, Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { joints, wordsOf } from '../../platform/grams.ts'
import { forbidden } from '../../platform/problem.ts'
import type { Readers } from '../../platform/search.ts'
import { type Identity, identityOf, personsNamed } from '../people/index.ts'
import type { AchievementWire, ShownAchievementWire } from './achievement.wire.ts'
import { isAmong, type Named } from './inventing.ts'
import { inShort, readsAll, wholeReaders } from './reading.ts'

type Reader = Pick<Caller, 'institution' | 'person' | 'roles'>

interface Told {
  readonly disclosedBy: string | null
  readonly inventors: readonly Named[]
}

/** Whether somebody reads this disclosure whole. */
export async function readsWhole(tx: Tx, reader: Reader, one: Told): Promise<boolean> {
  if (readsAll(reader) || one.disclosedBy === reader.person) return true
  return isAmong(one.inventors, await identityOf(tx, reader.institution, reader.person))
}

/** Who reads a disclosure whole, for those who speak to others about it. */
export async function readersOf(tx: Tx, institution: string, one: Told): Promise<Readers> {
  const named = await personsNamed(tx, institution, one.inventors)
  return { roles: wholeReaders, people: [...named, ...(one.disclosedBy ? [one.disclosedBy] : [])] }
}

/** Refuses whoever does not read a disclosure whole. @throws {Problem} */
export async function mustReadWhole(tx: Tx, reader: Reader, one: Told): Promise<void> {
  if (await readsWhole(tx, reader, one)) return
  throw forbidden({
    zh: '报备内容在公开前仅限完成人、转化部门及履行审核、决策、监督职责的人员查阅。',
    en: 'What was disclosed is for its inventors, the office, and those who decide on it and oversee it.',
  })
}

/** An achievement as somebody reads it: whole, or the line of the register and nothing else. */
export async function shownTo(
  tx: Tx,
  reader: Reader,
  one: AchievementWire,
): Promise<ShownAchievementWire> {
  return (await readsWhole(tx, reader, one)) ? { ...one, isWhole: true } : inShort(one)
}

/** Whether somebody is among the inventors of a row; the same as `isAmong`. */
export function isAmongInventors({ person, staffNumber, soleName }: Identity): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from jsonb_to_recordset(achievement.inventors)
      as inventor(name text, "staffNo" text, person text)
    where case when inventor.person is not null then inventor.person = ${person}::text
      when inventor."staffNo" is not null then inventor."staffNo" = ${staffNumber}::text
      else inventor.name = ${soleName}::text end)`
}

/** Whether a row of the register is read whole, by whoever has no role for it. */
export function isReadWholeBy(me: Identity): RawBuilder<SqlBool> {
  return sql<SqlBool>`(achievement.disclosed_by = ${me.person}::uuid or ${isAmongInventors(me)})`
}

/** Whether the line that everybody sees says every word: nobody guesses what stands in the rest. */
export function saysInShort(sought: string): RawBuilder<SqlBool> {
  const line = sql`lower(normalize(
    concat_ws(E'\n', achievement.number, achievement.title, achievement.department), NFKC))`
  // As the index does: whatever forms and joints they are written with.
  const bare = (text: RawBuilder<unknown>) => sql`regexp_replace(${text}, ${joints}, '', 'g')`
  return sql<SqlBool>`(select bool_and(position(word in ${line}) > 0
      or ${bare(sql`word`)} <> '' and position(${bare(sql`word`)} in ${bare(line)}) > 0)
    from unnest(${[...wordsOf(sought)]}::text[]) as word)`
}

/** Who reads some achievements whole. */
export async function readersOfAchievements(
  tx: Tx,
  institution: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Readers>> {
  const rows = await tx
    .selectFrom('achievement')
    .select(['id', 'disclosedBy', 'inventors'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  const readers = rows.map(async ({ id, ...told }) => {
    return [id, await readersOf(tx, institution, told)] as const
  })
  return new Map(await Promise.all(readers))
}

/** Of some achievements those that the caller does not read whole, with what their line says. */
export async function linesFor(
  tx: Tx,
  caller: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  // Most who search read them all: nothing is asked for them.
  if (readsAll(caller)) return new Map()
  const me = await identityOf(tx, caller.institution, caller.person)
  const rows = await tx
    .selectFrom('achievement')
    .select(['id', 'number', 'title', 'department'])
    .where('institutionId', '=', caller.institution)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(sql<SqlBool>`not coalesce(${isReadWholeBy(me)}, false)`)
    .execute()
  // The same as saysInShort.
  const lineOf = ({ number, title, department }: (typeof rows)[number]) =>
    [number, title, department ?? ''].join('\n')
  return new Map(rows.map((row) => [row.id, lineOf(row)]))
}

/** How many the caller may learn that a search finds, up to a number; undefined for all there are. */
export async function countFound(
  tx: Tx,
  caller: Caller,
  sought: string,
  most: number,
): Promise<number | undefined> {
  if (readsAll(caller)) return undefined
  const me = await identityOf(tx, caller.institution, caller.person)
  const rows = await tx
    .selectFrom('achievement')
    .select('id')
    .where('institutionId', '=', caller.institution)
    .where(isFoundBy('achievement.id', caller.institution, 'achievement', sought))
    .where(sql<SqlBool>`(${isReadWholeBy(me)} or ${saysInShort(sought)})`)
    .limit(most)
    .execute()
  return rows.length
}
