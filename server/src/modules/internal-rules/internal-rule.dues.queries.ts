import { addDays, type Day } from '@yizhuan/kit'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { allRules } from './internal-rule.queries.ts'
import { isStanding, reviewDay, stateOn } from './internal-rule.ts'

/** Rules that are to be looked at again, and those whose own term ends. */
export const internalRuleDues: DueSource = {
  name: 'internal-rules',
  access: 'signedIn',
  async duesUpTo(tx, institution, until, record) {
    const { months } = institutionLists().renewal.internalRule
    return (await allRules(tx, institution))
      .filter(({ id }) => record === undefined || record === id)
      .flatMap((rule): RegisteredDue[] => {
        const { id, number, title, validTo } = rule
        // What ended on its own term is past; a review stays due until it is done.
        if (!isStanding(stateOn({ ...rule, validTo: null }, until, months))) return []
        const due = (key: string, day: Day, zh: string, en: string): RegisteredDue => ({
          key: `internal-rule/${id}/${key}`,
          kind: key === 'term' ? 'term' : 'deadline',
          day,
          title: { zh, en },
          record: { kind: 'internal-rule', id, number, title },
          article: null,
          counted: null,
          act: null,
          roles: ['tto_reviewer', 'legal'],
        })
        const review = reviewDay(rule, months)
        const ends = validTo as Day | null
        return [
          ...(ends === null || review < ends
            ? [due('review', review, '内部制度到期复审', 'Review the internal rule')]
            : []),
          ...(ends === null
            ? []
            : [due('term', addDays(ends, -1), '内部制度有效期届满', 'The internal rule expires')]),
        ].filter(({ day }) => day <= until)
      })
  },
}
