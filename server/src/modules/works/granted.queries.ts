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
 * staff number; else a name stands for the only person here who bears it.
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
      cross join lateral unnest(ip_right.inventors) with ordinality as maker(name, place)
      left join achievement on achievement.institution_id = ip_right.institution_id
        and achievement.id = ip_right.achievement_id
      left join lateral (
        select one.value->>'person' as person, one.value->>'staffNo' as staff_no
        from jsonb_array_elements(achievement.inventors) as one(value)
        where one.value->>'name' = maker.name limit 1
      ) as named on true
      join person on person.institution_id = ip_right.institution_id
        and case when named.person is not null then person.id = named.person::uuid
          when named.staff_no is not null then person.staff_number = named.staff_no
          else person.name = maker.name and not exists (select from person other
            where other.institution_id = person.institution_id
              and other.name = person.name and other.id <> person.id) end
      left join org_unit on org_unit.institution_id = person.institution_id
        and org_unit.id = person.unit_id
    where ip_right.institution_id = ${institution}
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
