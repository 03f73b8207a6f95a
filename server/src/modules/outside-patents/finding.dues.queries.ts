import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import { officers } from './finding.access.ts'
import './finding.table.ts'

interface Claim {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly task: string
  readonly dueOn: string
}

/** The days by which patents are to be claimed, until the claim ended or something else was decided. */
export const claimDues: DueSource = {
  name: 'outside-patents',
  access: officers,
  async duesUpTo(tx, institution, until, record) {
    const { rows } = await sql<Claim>`
      select * from (
        select distinct on (patent.id) patent.id, patent.number, patent.title, said.decision,
          said.task, said.due_on as "dueOn", said.decided_at
        from outside_decision said
        join outside_patent patent on patent.institution_id = ${institution}
          and patent.id = said.patent_id
        where said.institution_id = ${institution}
          and (${record ?? null}::uuid is null or patent.id = ${record ?? null}::uuid)
        order by patent.id, said.decided_at desc, said.id desc
      ) newest
      where decision = 'to_be_claimed' and "dueOn" <= ${until}
        and not exists (
          select from outside_claim claim
          join outside_claim_end over_then on over_then.institution_id = ${institution}
            and over_then.claim_id = claim.id
          where claim.institution_id = ${institution} and claim.patent_id = newest.id
            and over_then.ended_at >= newest.decided_at)
      order by "dueOn", id
    `.execute(tx)
    return rows.map(
      ({ id, number, title, task, dueOn }): RegisteredDue => ({
        key: `claim/${id}/task`,
        kind: 'deadline',
        day: dueOn as Day,
        title: { zh: `主张权利：${task}`, en: `To be claimed: ${task}` },
        record: { kind: 'outside-patent', id, number, title },
        article: null,
        counted: null,
        act: null,
        roles: officers,
      }),
    )
  },
}
