import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { grantsOf } from '../cases/index.ts'
import { statusOn } from '../rights/index.ts'
import type { SubjectRight, Surroundings } from './conflict.ts'
import type { Subject } from './trusteeship.ts'

type SubjectRef = Pick<Subject, 'kind' | 'id'>

/** What is held in trust, as the registers call it now; a subject they do not know is left out. */
export async function subjectsNow(
  tx: Tx,
  institution: string,
  refs: readonly SubjectRef[],
): Promise<readonly Subject[]> {
  const ids = (kind: Subject['kind']) => refs.filter((one) => one.kind === kind).map(({ id }) => id)
  const { rows } = await sql<Subject>`
    select 'right' as kind, id, number, title from ip_right
      where institution_id = ${institution} and id = any(${ids('right')}::uuid[])
    union all
    select 'achievement', id, number, title from achievement
      where institution_id = ${institution} and id = any(${ids('achievement')}::uuid[])
        and merged_into is null
  `.execute(tx)
  return refs.flatMap(
    ({ kind, id }) => rows.find((one) => one.kind === kind && one.id === id) ?? [],
  )
}

/** What surrounds an agreement: its rights, what was granted of its achievements, the other agreements. */
export async function surroundingsOf(
  tx: Tx,
  institution: string,
  subjects: readonly SubjectRef[],
  { today, itself }: { readonly today: string; readonly itself?: string | undefined },
): Promise<Surroundings> {
  const rights = await rightsReached(tx, institution, subjects, today)
  const achievements = new Set([
    ...subjects.filter(({ kind }) => kind === 'achievement').map(({ id }) => id),
    ...rights.flatMap(({ achievementId }) => achievementId ?? []),
  ])
  const grants = await Promise.all(
    [...achievements].map(async (achievement) =>
      (await grantsOf(tx, institution, achievement)).map((grant) => ({ ...grant, achievement })),
    ),
  )
  return {
    reach: reachOf(subjects, rights),
    rights,
    grants: grants.flat(),
    others: await othersBut(tx, institution, itself),
  }
}

function reachOf(subjects: readonly SubjectRef[], rights: readonly { readonly id: string }[]) {
  return new Set([...subjects.map(({ id }) => id), ...rights.map(({ id }) => id)])
}

/** The rights an agreement names, and those of the achievements it names. */
async function rightsReached(
  tx: Tx,
  institution: string,
  subjects: readonly SubjectRef[],
  today: string,
): Promise<readonly SubjectRight[]> {
  const ids = subjects.map(({ id }) => id)
  const { rows } = await sql<SubjectRight>`
    select r.id, r.title, r.achievement_id as "achievementId",
      ${statusOn(today, 'r')} as status, docket.state,
      (select review.decision from right_review review
        where review.institution_id = ${institution} and review.right_id = r.id
        order by review.year desc, review.id desc limit 1) as review,
      (select event.told ->> 'exclusivity' from right_event event
        where event.institution_id = ${institution} and event.right_id = r.id
          and event.kind = 'licenceAgreed' and event.told ->> 'exclusivity' in ('exclusive', 'sole')
          and not exists (select from right_event over
            where over.institution_id = ${institution} and over.right_id = r.id
              and (over.strikes = event.id or (over.kind = 'licenceEnded'
                and over.told ->> 'ref' = event.told ->> 'ref')))
        order by event.on_day desc limit 1) as licence
    from ip_right r
    left join right_docket docket on docket.institution_id = ${institution} and docket.right_id = r.id
    where r.institution_id = ${institution}
      and (r.id = any(${ids}::uuid[]) or r.achievement_id = any(${ids}::uuid[]))
    order by r.number, r.id
  `.execute(tx)
  return rows
}

/** The other agreements with everything they reach. */
async function othersBut(tx: Tx, institution: string, itself: string | undefined) {
  let query = tx
    .selectFrom('trusteeship')
    .select(['id', 'number', 'fromDay', 'toDay', 'endedOn', 'parties', 'subjects'])
    .where('institutionId', '=', institution)
  if (itself !== undefined) query = query.where('id', '!=', itself)
  const others = await query.orderBy('number').execute()
  const named = others.flatMap(({ subjects }) =>
    subjects.filter(({ kind }) => kind === 'achievement').map(({ id }) => id),
  )
  const rights = await tx
    .selectFrom('ipRight')
    .select(['id', 'achievementId'])
    .where('institutionId', '=', institution)
    .where('achievementId', '=', sql<string>`any(${named}::uuid[])`)
    .execute()
  return others.map(({ subjects, ...other }) => {
    const ids = new Set(subjects.map(({ id }) => id))
    const below = rights.filter(({ achievementId }) => ids.has(achievementId ?? ''))
    return { ...other, reach: reachOf(subjects, below) }
  })
}
