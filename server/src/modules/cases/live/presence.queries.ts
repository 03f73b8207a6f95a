import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import './presence.table.ts'

/** A page that shows a case. */
export interface Page {
  readonly institution: string
  readonly id: string
  readonly page: string
  readonly person: string
}

/** Notes that a page shows a case. @returns whether that is news to others. */
export async function notePresence(
  tx: Tx,
  { institution, id, page, person }: Page,
  act: string | null,
  now: Date,
  since: Date,
): Promise<boolean> {
  const before = await tx
    .selectFrom('casePresence')
    .select(['act', 'seenAt'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .where('pageId', '=', page)
    .where('personId', '=', person)
    .executeTakeFirst()
  await tx
    .insertInto('casePresence')
    .values({
      institutionId: institution,
      caseId: id,
      pageId: page,
      personId: person,
      act,
      seenAt: now,
    })
    .onConflict((on) =>
      on
        .columns(['institutionId', 'caseId', 'pageId'])
        .doUpdateSet({ act: sql`excluded.act`, seenAt: sql`excluded.seen_at` })
        // The id of a page is made by a browser: somebody else's is not taken over.
        .where('casePresence.personId', '=', person),
    )
    .execute()
  return !before || before.seenAt < since || before.act !== act
}

/** Takes a page out, and with it those of the case that nobody has heard of for long. */
export async function dropPresence(
  tx: Tx,
  { institution, id, page, person }: Page,
  before: Date,
): Promise<void> {
  await tx
    .deleteFrom('casePresence')
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .where((where) =>
      where.or([
        where.and([where('pageId', '=', page), where('personId', '=', person)]),
        where('seenAt', '<', before),
      ]),
    )
    .execute()
}

/** Who else looks at a case: one line a person, with the form they fill in if they do. */
export async function presentIn(
  tx: Tx,
  institution: string,
  id: string,
  but: string,
  since: Date,
): Promise<{ person: string; name: string; act: string | null }[]> {
  const { rows } = await sql<{ person: string; name: string; act: string | null }>`
    select person_id as person, max(act) as act, coalesce((
      select account.name from account where account.institution_id = ${institution}
        and account.person_id = case_presence.person_id limit 1), '') as name
    from case_presence
    where institution_id = ${institution} and case_id = ${id}
      and person_id <> ${but} and seen_at >= ${since}
    group by person_id order by min(page_id::text)
  `.execute(tx)
  return rows
}

/** Whether somebody else looks at a case, as rows to ask for. */
export const watchersOf = (institution: string, id: string, but: string, since: Date) => sql`
  select from case_presence where institution_id = ${institution} and case_id = ${id}
    and person_id <> ${but} and seen_at >= ${since}`

/** Which of some cases somebody else looks at now. */
export async function watchedOf(
  tx: Tx,
  institution: string,
  cases: readonly string[],
  by: string,
  since: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly caseId: string }>`
    select distinct case_id from case_presence
    where institution_id = ${institution} and case_id = any(${[...cases]}::uuid[])
      and person_id <> ${by} and seen_at >= ${since}
  `.execute(tx)
  return rows.map(({ caseId }) => caseId)
}
