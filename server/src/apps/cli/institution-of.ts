import type { Db } from '../../platform/database.ts'
import { UsageError } from './command.ts'

/**
 * The institution that is meant: by name or id, or the only one there is.
 *
 * @throws {UsageError} when there is none, or more than one.
 */
export async function institutionOf(db: Db, wanted: string | undefined): Promise<string> {
  const all = await db.selectFrom('institution').select(['id', 'name']).execute()
  const found = wanted === undefined ? all : all.filter((one) => isNamed(one, wanted))
  const [one, ...more] = found
  if (one && more.length === 0) return one.id
  const names = all.map(({ name }) => name).join(', ')
  throw new UsageError(
    one === undefined
      ? `there is no such institution; there are: ${names}`
      : `name the institution with --institution: ${names}`,
  )
}

function isNamed({ id, name }: { id: string; name: string }, wanted: string): boolean {
  return id === wanted || name === wanted
}
