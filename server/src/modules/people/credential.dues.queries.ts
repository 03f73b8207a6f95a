import type { Day } from '@yizhuan/kit'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import './person.table.ts'

/** The ends of certificates of those who work here. */
export const credentialDues: DueSource = {
  name: 'credentials',
  access: 'signedIn',
  async duesUpTo(tx, institution, until, record) {
    let query = tx
      .selectFrom('personCredential')
      .innerJoin('person', (join) =>
        join
          .onRef('person.institutionId', '=', 'personCredential.institutionId')
          .onRef('person.id', '=', 'personCredential.personId'),
      )
      .select(['personCredential.id', 'personId', 'name', 'title', 'validUntil'])
      .where('personCredential.institutionId', '=', institution)
      .where('annulledOn', 'is', null)
      .where('leftOn', 'is', null)
      .where('validUntil', '<=', until)
      .orderBy('validUntil')
    if (record !== undefined) query = query.where('personId', '=', record)
    return (await query.execute()).map(
      ({ id, personId, name, title, validUntil }): RegisteredDue => ({
        key: `person/${personId}/credential/${id}`,
        kind: 'term',
        day: validUntil as Day,
        title: { zh: `证书到期：${title}`, en: `The certificate ends: ${title}` },
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
