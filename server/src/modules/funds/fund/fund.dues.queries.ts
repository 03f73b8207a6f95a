import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { DueSource, RegisteredDue } from '../../../platform/dues.ts'
import { keepers, readers } from '../funds.access.ts'
import './fund.table.ts'

/** The milestones of supported projects that nobody reached yet. */
export const fundDues: DueSource = {
  name: 'funds',
  access: readers,
  async duesUpTo(tx, institution, until, record) {
    const { rows } = await sql<{
      project: string
      place: number
      title: string
      dueOn: Day
      id: string
      number: string
      name: string
    }>`
      select project.id as project, (one ->> 'place')::int as place, one ->> 'title' as title,
        one ->> 'dueOn' as due_on, fund.id, fund.number, project.title as name
      from fund_project as project
      join fund on fund.institution_id = project.institution_id and fund.id = project.fund_id
      cross join lateral jsonb_array_elements(project.milestones) as one
      where project.institution_id = ${institution} and project.stage not in ('handed_over', 'stopped')
        and one ->> 'metOn' is null and one ->> 'dueOn' <= ${until}
        and (${record ?? null}::uuid is null or fund.id = ${record ?? null}::uuid)
      order by one ->> 'dueOn', project.id
    `.execute(tx)
    return rows.map(
      ({ project, place, title, dueOn, id, number, name }): RegisteredDue => ({
        key: `fund/${id}/${project}/${place}`,
        kind: 'deadline',
        day: dueOn,
        title: { zh: `里程碑：${title}`, en: `Milestone: ${title}` },
        record: { kind: 'fund', id, number, title: name },
        ...{ article: null, counted: null, act: null, roles: keepers },
      }),
    )
  },
}
