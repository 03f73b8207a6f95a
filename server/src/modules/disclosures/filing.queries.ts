import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../rights/index.ts'
import type { Filing } from './novelty.ts'

/** An application for a patent, and the achievement it is for. */
interface FilingIn extends Filing {
  readonly achievement: string
}

/**
 * The applications for patents in some achievements, as far as their days are known: where each is, and what
 * priority it claims by its family or its timeline. What entered from an international application or was divided
 * out of another keeps the filing day and the priority of that one.
 */
export async function filingsOf(
  tx: Tx,
  institution: string,
  ids: readonly string[],
): Promise<readonly FilingIn[]> {
  const { rows } = await sql<FilingIn>`
    with recursive one (right_id, member_id) as (
      select id, id from ip_right
      where institution_id = ${institution} and achievement_id = any(${[...ids]}::uuid[])
        and kind in ('patent', 'invention', 'utility_model', 'design', 'pct')
      union
      select one.right_id, relation.earlier_id
      from one join right_relation relation
        on relation.institution_id = ${institution} and relation.right_id = one.member_id
        and relation.kind in ('national', 'divisional')
    ),
    claimed (member_id, on_day) as (
      select relation.right_id, earlier.filed_on
      from right_relation relation join ip_right earlier
        on earlier.institution_id = ${institution} and earlier.id = relation.earlier_id
      where relation.institution_id = ${institution} and relation.kind = 'priority'
        and length(earlier.filed_on) = 10 and relation.right_id in (select member_id from one)
      union all
      select event.right_id, event.told ->> 'day'
      from right_event event
      where event.institution_id = ${institution} and event.kind = 'priorityClaimed'
        and event.right_id in (select member_id from one)
        and not exists (
          select from right_event struck
          where struck.institution_id = ${institution} and struck.strikes = event.id
        )
    )
    select mine.achievement_id as achievement,
      case when mine.kind = 'pct' then 'WO' else coalesce(mine.country, 'CN') end as office,
      mine.kind = 'design' as "isDesign",
      min(member.filed_on) filter (where length(member.filed_on) = 10) as "on",
      min(claimed.on_day) as "priorityOn"
    from one
      join ip_right mine on mine.institution_id = ${institution} and mine.id = one.right_id
      join ip_right member on member.institution_id = ${institution} and member.id = one.member_id
      left join claimed on claimed.member_id = one.member_id
    group by mine.institution_id, mine.id
    having min(member.filed_on) filter (where length(member.filed_on) = 10) is not null`.execute(tx)
  return rows
}
