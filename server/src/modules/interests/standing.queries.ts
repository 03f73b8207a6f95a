import type { Day, Words } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { newestDeclarations } from './interest.queries.ts'
import './interest.table.ts'
import { type DeclarationState, declarationState } from './interest.ts'

/** What somebody declared of ties to enterprises, as it stands on a day. */
export interface InterestStanding {
  readonly state: DeclarationState
  readonly ties: readonly {
    readonly enterprise: string
    readonly uscc: string | null
    readonly tie: Words
    readonly through: Words
  }[]
}

/**
 * How people stand with declaring, by their names. A name that two persons of the register bear says
 * nothing of either, and is left out.
 */
export async function standingsByName(
  tx: Tx,
  institution: string,
  names: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, InterestStanding>> {
  if (names.length === 0) return new Map()
  const { rows: persons } = await sql<{ id: string; name: string }>`
    select min(id::text) as id, name from person
    where institution_id = ${institution} and name = any(${[...names]}::text[])
    group by name having count(*) = 1
  `.execute(tx)
  const ids = persons.map(({ id }) => id)
  const newest = await newestDeclarations(tx, institution, ids)
  const items = await tx
    .selectFrom('interestItem')
    .select(['declarationId', 'tie', 'through', 'enterprise', 'uscc'])
    .where('institutionId', '=', institution)
    .where(
      'declarationId',
      '=',
      sql<string>`any(${[...newest.values()].map(({ id }) => id)}::uuid[])`,
    )
    .execute()
  const { ties, through } = institutionLists().interests
  const words = (list: typeof ties, code: string) => list[code] ?? { zh: code, en: code }
  return new Map(
    persons.map(({ id, name }) => {
      const declared = newest.get(id)
      const own = items.filter(({ declarationId }) => declarationId === declared?.id)
      return [
        name,
        {
          state: declarationState(declared, today),
          ties: own.map((item) => ({
            ...{ enterprise: item.enterprise, uscc: item.uscc },
            ...{ tie: words(ties, item.tie), through: words(through, item.through) },
          })),
        },
      ]
    }),
  )
}
