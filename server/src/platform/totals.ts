import { type RawBuilder, sql } from 'kysely'

// A sum over rows of which some do not say the amount is no sum of all: it is what is known of it, and how
// many are not known stands beside it. Where nothing is known the sum is not nought but unknown.

/** What is known of a sum: none where rows are there and not one says its amount. */
export function sumKnown(column: string): RawBuilder<string | null> {
  return sql<string | null>`case when count(*) = 0 then '0' else sum(${sql.ref(column)})::text end`
}

/** How many rows do not say an amount, by the names of the sums that lack it. */
export function unknownIn<Name extends string>(
  columns: Readonly<Record<Name, string>>,
): RawBuilder<Record<Name, number>> {
  const counts = Object.entries<string>(columns).map(
    ([name, column]) => sql`${name}::text, count(*) filter (where ${sql.ref(column)} is null)::int`,
  )
  return sql<Record<Name, number>>`json_build_object(${sql.join(counts)})`
}
