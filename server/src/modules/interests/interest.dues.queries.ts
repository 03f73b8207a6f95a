import type { Day } from '@yizhuan/kit'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import { newestDeclarations } from './interest.queries.ts'
import { readers } from './interest.routes.ts'

/** Declarations that are soon to be renewed: told to the person, and to whoever looks after them. */
export const interestDues: DueSource = {
  name: 'interests',
  access: readers,
  tellsOwn: true,
  async duesUpTo(tx, institution, until, record) {
    const newest = await newestDeclarations(
      tx,
      institution,
      record === undefined ? undefined : [record],
    )
    const due = [...newest].filter(([, { validUntil }]) => validUntil <= until)
    if (due.length === 0) return []
    const people = await tx
      .selectFrom('person')
      .select(['id', 'name'])
      .where('institutionId', '=', institution)
      .where('leftOn', 'is', null)
      .where(
        'id',
        'in',
        due.map(([person]) => person),
      )
      .execute()
    const names = new Map(people.map(({ id, name }) => [id, name]))
    return due
      .filter(([person]) => names.has(person))
      .map(
        ([person, { validUntil }]): RegisteredDue => ({
          key: `interest/${person}/renew`,
          kind: 'term',
          day: validUntil as Day,
          title: {
            zh: '利益关联申报到期，须重新申报',
            en: 'The declaration of interests ends; declare anew',
          },
          record: { kind: 'interest', id: person, number: null, title: names.get(person) ?? '' },
          article: null,
          counted: null,
          act: null,
          roles: ['discipline'],
          ownTo: person,
        }),
      )
  },
}
