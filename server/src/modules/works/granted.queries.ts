import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { statusOn } from '../rights/index.ts'
import type { GrantedWire, WorkFilterWire } from './work.wire.ts'

interface Row extends Omit<GrantedWire, 'person' | 'right'> {
  readonly personId: string
  readonly name: string
  readonly staffNumber: string | null
  readonly unit: string | null
  readonly professionalTitle: string | null
  readonly id: string
  readonly kind: string
  readonly number: string | null
  readonly title: string
  readonly status: string | null
  readonly grantedOn: string | null
}

/**
 * The rights that were granted or registered to what persons made; what became of each since is told beside it.
 *
 * A right names its inventors and no more. Who they are its achievement says, where it names them by their entry or
 * staff number; else a name stands for the only person here who bears it. Namesakes are taken in the order of the
 * team; of whom the right names another number than the team, nobody knows which are meant.
 */
export async function grantedTo(
  tx: Tx,
  institution: string,
  { person }: WorkFilterWire,
  today: Day,
): Promise<GrantedWire[]> {
  const { rows } = await sql<Row>`
    select person.id as "personId", person.name, person.staff_number as "staffNumber",
      org_unit.name as unit, person.professional_title as "professionalTitle",
      ip_right.id, ip_right.kind, ip_right.number, ip_right.title, ${statusOn(today)} as status,
      ip_right.granted_on as "grantedOn", achievement.number as "achievementNumber",
      maker.place::int as rank, cardinality(ip_right.inventors) as team,
      named.staff_no is null and named.person is null as "isByName"
    from ip_right
      cross join lateral (
        select name, place, count(*) over (partition by name) as namesakes,
          row_number() over (partition by name order by place) as turn
        from unnest(ip_right.inventors) with ordinality as each(name, place)
      ) as maker
      left join achievement on achievement.institution_id = ip_right.institution_id
        and achievement.id = ip_right.achievement_id
      left join lateral (
        select one.value->>'person' as person, one.value->>'staffNo' as staff_no,
          count(*) over () as namesakes, row_number() over (order by place) as turn
        from jsonb_array_elements(achievement.inventors) with ordinality as one(value, place)
        where one.value->>'name' = maker.name
      ) as named on named.turn = least(maker.turn, named.namesakes)
      join person on person.institution_id = ip_right.institution_id
        and case when named.person is not null then person.id = named.person::uuid
          when named.staff_no is not null then person.staff_number = named.staff_no
          else person.name = maker.name and maker.namesakes = 1 and not exists (select from person other
            where other.institution_id = person.institution_id
              and other.name = person.name and other.id <> person.id) end
      left join org_unit on org_unit.institution_id = person.institution_id
        and org_unit.id = person.unit_id
    where ip_right.institution_id = ${institution}
      and coalesce(named.namesakes, maker.namesakes) = maker.namesakes
      and (ip_right.granted_on is not null or ip_right.status in ('granted', 'registered', 'valid'))
      and (${person ?? null}::uuid is null or person.id = ${person ?? null}::uuid)
    order by person.name, person.id, ip_right.granted_on, ip_right.id
  `.execute(tx)
  return rows.map((row) => ({
    person: {
      id: row.personId,
      name: row.name,
      staffNumber: row.staffNumber,
      unit: row.unit,
      professionalTitle: row.professionalTitle,
    },
    right: {
      id: row.id,
      kind: row.kind,
      number: row.number,
      title: row.title,
      status: row.status,
      grantedOn: row.grantedOn,
    },
    achievementNumber: row.achievementNumber,
    rank: row.rank,
    team: row.team,
    isByName: row.isByName,
  }))
}
