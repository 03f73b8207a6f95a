import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import './campaign.table.ts'
import { readers, takers } from './stocktaking.access.ts'

/** The days by which inventors answer, of campaigns in which somebody has not yet. */
export const stocktakingDues: DueSource = {
  name: 'stocktaking',
  access: readers,
  async duesUpTo(tx, institution, until, record) {
    const { rows } = await sql<{ id: string; name: string; dueOn: string; silent: number }>`
      select * from (
        select campaign.id, campaign.name, campaign.due_on::text as "dueOn",
          (select count(*)::int from stocktaking_line line
            where line.institution_id = ${institution} and line.stocktaking_id = campaign.id
              and line.outcome is null
              and not exists (select from stocktaking_answer said
                where said.institution_id = ${institution} and said.stocktaking_id = campaign.id
                  and said.line_id = line.id)) as silent
        from stocktaking campaign
        where campaign.institution_id = ${institution} and campaign.state = 'open'
          and campaign.due_on <= ${until}
          and (${record ?? null}::uuid is null or campaign.id = ${record ?? null}::uuid)
      ) open where silent > 0 order by "dueOn", id
    `.execute(tx)
    return rows.map(
      ({ id, name, dueOn, silent }): RegisteredDue => ({
        key: `stocktaking/${id}/answers`,
        kind: 'deadline',
        day: dueOn as Day,
        title: {
          zh: `盘点自评截止，还有 ${silent} 项无人自评`,
          en: `Self-assessments end; ${silent} items have none`,
        },
        record: { kind: 'stocktaking', id, number: null, title: name },
        article: null,
        counted: null,
        act: null,
        roles: takers,
      }),
    )
  },
}
