import { headingKey, type Mapped, type TableName, wordKey } from '@yizhuan/ledger'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Importer } from './import.commands.ts'
import type { HeadingWire, WordWire } from './mapping.wire.ts'
import './import.table.ts'

/** Who said what a heading or a word means, and when. */
export interface Said {
  readonly by: string
  readonly at: string
}

export type Remembered = {
  readonly columns: readonly (Mapped['columns'][number] & Said)[]
  readonly codes: readonly (Mapped['codes'][number] & Said)[]
  readonly houseNames: readonly string[]
}

/** Everything people of an institution have said about their ledgers. */
export async function rememberedMapping(tx: Tx, institution: string): Promise<Remembered> {
  const columns = await tx
    .selectFrom('importHeading')
    .select(['tableName', 'heading', 'field', 'byName', 'at'])
    .where('institutionId', '=', institution)
    .execute()
  const codes = await tx
    .selectFrom('importWord')
    .select(['tableName', 'field', 'word', 'code', 'byName', 'at'])
    .where('institutionId', '=', institution)
    .execute()
  const said = <Row extends { tableName: string; byName: string; at: Date }>(row: Row) => {
    const { tableName, byName, at, ...rest } = row
    return { ...rest, table: tableName as TableName, by: byName, at: at.toISOString() }
  }
  const { rows: names } = await sql<{ name: string }>`
    select name from institution where id = ${institution}
    union all
    select name from own_name where institution_id = ${institution} and removed_at is null
  `.execute(tx)
  const houseNames = names.map(({ name }) => name)
  return { columns: columns.map(said), codes: codes.map(said), houseNames }
}

/** Remembers what the column under a heading is, or forgets what was said of it. */
export async function keepHeading(
  tx: Tx,
  by: Importer,
  at: Date,
  heading: HeadingWire,
): Promise<void> {
  const key = {
    institutionId: by.institution,
    tableName: heading.table,
    heading: headingKey(heading.header),
  }
  if (heading.how === 'automatic') {
    await tx
      .deleteFrom('importHeading')
      .where('institutionId', '=', key.institutionId)
      .where('tableName', '=', key.tableName)
      .where('heading', '=', key.heading)
      .execute()
    return
  }
  const field = heading.how === 'read' ? heading.field : null
  const said = { field, byPerson: by.person, byName: by.name, at }
  await tx
    .insertInto('importHeading')
    .values({ ...key, ...said })
    .onConflict((on) => on.columns(['institutionId', 'tableName', 'heading']).doUpdateSet(said))
    .execute()
}

/** Remembers what a word means in a field, or forgets it. */
export async function keepWord(tx: Tx, by: Importer, at: Date, word: WordWire): Promise<void> {
  const key = {
    institutionId: by.institution,
    tableName: word.table,
    field: word.field,
    word: wordKey(word.word),
  }
  if (word.code === null) {
    await tx
      .deleteFrom('importWord')
      .where('institutionId', '=', key.institutionId)
      .where('tableName', '=', key.tableName)
      .where('field', '=', key.field)
      .where('word', '=', key.word)
      .execute()
    return
  }
  const said = { code: word.code, byPerson: by.person, byName: by.name, at }
  await tx
    .insertInto('importWord')
    .values({ ...key, ...said })
    .onConflict((on) =>
      on.columns(['institutionId', 'tableName', 'field', 'word']).doUpdateSet(said),
    )
    .execute()
}
