import type { TalkedOf } from '../../platform/talked-of.ts'
import { officers } from './finding.access.ts'
import './finding.table.ts'

/** Patents of others, as far as officers talk about them; whoever may be named answers in words of their own. */
export const findingTalk: TalkedOf = {
  kind: 'outside-patent',
  access: officers,
  async called(tx, institution, id) {
    const finding = await tx
      .selectFrom('outsidePatent')
      .select(['number', 'title'])
      .where('institutionId', '=', institution)
      .where('id', '=', id)
      .executeTakeFirst()
    return (
      finding && { label: finding.number, title: finding.title, path: `/outside-patents/${id}` }
    )
  },
}
