import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import { type DueSource, keyPart, type RegisteredDue } from '../../../platform/dues.ts'
import { readers, writers } from '../holdings.access.ts'
import './spin-off.table.ts'

/** The ends of the times for which people of the house work in companies: come back, or ask anew. */
export const spinOffDues: DueSource = {
  name: 'spin-offs',
  access: readers,
  async duesUpTo(tx, institution, until, record) {
    let query = tx
      .selectFrom('spinOff')
      .select(['id', 'name', 'people'])
      .where('institutionId', '=', institution)
      .where('state', 'not in', ['not_approved', 'dissolved'])
      .where(sql<boolean>`jsonb_array_length(people) > 0`)
      .orderBy('id')
    if (record !== undefined) query = query.where('id', '=', record)
    const rows = await query.execute()
    return rows
      .flatMap(({ id, name: title, people }) =>
        people.map(({ name, role, fromDay, toDay }): RegisteredDue | undefined =>
          toDay === null || toDay > until
            ? undefined
            : {
                key: `spin-off/${id}/${keyPart(name, role)}/${fromDay}`,
                kind: 'term',
                day: toDay as Day,
                title: {
                  zh: `${name}在企业任职期满`,
                  en: `End of the time of ${name} in the company`,
                },
                record: { kind: 'spin-off', id, number: null, title },
                article: null,
                counted: null,
                act: null,
                roles: writers,
              },
        ),
      )
      .filter((due) => due !== undefined)
      .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
  },
}
