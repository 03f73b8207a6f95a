// Whether a person is one of those whom an achievement names as its inventors.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Identity } from '../people/index.ts'

/** Whom an inventor is: the entry of the register, else the staff number, else a name. */
export interface Named {
  readonly name: string
  readonly staffNo?: string | null | undefined
  readonly person?: string | undefined
}

/**
 * Whether somebody is among the inventors. A bare name says it only where nobody else of the house
 * bears it; what tells people apart, once it is there, is not overruled by a name.
 */
export function isAmong(team: readonly Named[], { person, staffNumber, soleName }: Identity) {
  return team.some((one) => {
    if (one.person !== undefined) return one.person === person
    return one.staffNo != null ? one.staffNo === staffNumber : one.name === soleName
  })
}

/** The same, asked of rows of the register. */
export function isAmongInventors({ person, staffNumber, soleName }: Identity): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from jsonb_to_recordset(achievement.inventors)
      as inventor(name text, "staffNo" text, person text)
    where case when inventor.person is not null then inventor.person = ${person}::text
      when inventor."staffNo" is not null then inventor."staffNo" = ${staffNumber}::text
      else inventor.name = ${soleName}::text end)`
}
