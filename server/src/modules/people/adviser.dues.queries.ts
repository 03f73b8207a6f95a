import type { Day } from '@yizhuan/kit'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import './person.table.ts'

/** The ends of engagements of people from outside: to be renewed, or to be let go. */
export const adviserDues: DueSource = {
  name: 'advisers',
  access: 'signedIn',
  async duesUpTo(tx, institution, until, record) {
    let query = tx
      .selectFrom('personEngagement as one')
      .innerJoin('person', (join) =>
        join
          .onRef('person.institutionId', '=', 'one.institutionId')
          .onRef('person.id', '=', 'one.personId'),
      )
      .select(['one.id', 'one.personId', 'person.name', 'one.task', 'one.untilDay'])
      .where('one.institutionId', '=', institution)
      .where('one.annulledOn', 'is', null)
      .where('person.leftOn', 'is', null)
      .where('one.untilDay', '<=', until)
      // One that goes on by another engagement asks for nothing.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('personEngagement as next')
              .select('next.id')
              .whereRef('next.institutionId', '=', 'one.institutionId')
              .whereRef('next.personId', '=', 'one.personId')
              .where('next.annulledOn', 'is', null)
              .whereRef('next.fromDay', '>', 'one.fromDay'),
          ),
        ),
      )
      .orderBy('one.untilDay')
    if (record !== undefined) query = query.where('one.personId', '=', record)
    return (await query.execute()).map(
      ({ id, personId, name, task, untilDay }): RegisteredDue => ({
        key: `person/${personId}/engagement/${id}`,
        kind: 'term',
        day: untilDay as Day,
        title: { zh: `外聘到期：${task}`, en: `The engagement ends: ${task}` },
        record: { kind: 'person', id: personId, number: null, title: name },
        article: null,
        counted: null,
        act: null,
        roles: ['tto_reviewer'],
        ownTo: personId,
      }),
    )
  },
}
