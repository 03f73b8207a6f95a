import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { appendToMany } from './evidence.ts'
import { makeUnfindable } from './findable.ts'
import { type Author, chainOf, type Register } from './register.ts'

/** Records taken out at a time. */
const perPage = 500

/**
 * Takes records out of a register that were entered by mistake.
 *
 * The chain of each stays for good, with a last entry that says who withdrew it and why; its row goes,
 * and with it the personal data that was sealed in it. Whoever calls has made sure that nothing
 * depends on them: the database refuses what is still referred to.
 *
 * @param parts  the tables of what a record consists of besides its row, with the column that names it.
 */
export async function withdrawRecords(
  tx: Tx,
  register: Register,
  by: Author,
  at: Date,
  ids: readonly string[],
  told: { readonly reason: string } & Readonly<Record<string, string>>,
  parts: readonly (readonly [table: string, column: string])[] = [],
): Promise<void> {
  const { institution } = by
  for (let from = 0; from < ids.length; from += perPage) {
    const page = ids.slice(from, from + perPage)
    await appendToMany(
      tx,
      institution,
      page.map((id) => ({
        register: chainOf(register, id),
        change: {
          action: `${register.name}.withdrawn`,
          subject: id,
          data: { changes: [], ...told },
          at,
          by,
        },
      })),
    )
    await makeUnfindable(tx, institution, register.name, page)
    for (const [table, column] of [...parts, [register.table, 'id'] as const]) {
      await sql`
        delete from ${sql.table(table)}
        where institution_id = ${institution} and ${sql.ref(column)} = any(${page}::uuid[])
      `.execute(tx)
    }
  }
}
