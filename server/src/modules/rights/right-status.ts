import { sql } from 'kysely'
import { type RightStatus, statusesInForce } from './right.ts'

// A right whose term has ended is in force no more, and nobody types that: whoever reads a status reads it
// on a day.

const inForce = sql.join(statusesInForce.map((status) => sql.lit(status)))

/** That the term of a right is over on a day, of one whose status says that it is in force, or says nothing. */
export const isPastTerm = (today: string, alias: 'ip_right' | 'r' = 'ip_right') => {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql<boolean>`((${of('status')} is null or ${of('status')} in (${inForce}))
    and exists (select from right_docket ended
      where ended.institution_id = ${of('institution_id')} and ended.right_id = ${of('id')}
        and ended.ends_on <= ${today}))`
}

/** The status of a right on a day. */
export const statusOn = (today: string, alias: 'ip_right' | 'r' = 'ip_right') =>
  sql<RightStatus | null>`case when ${isPastTerm(today, alias)} then 'lapsed_expired'
    else ${sql.ref(`${alias}.status`)} end`
