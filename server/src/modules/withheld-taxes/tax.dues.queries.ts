import { labelOf } from '@yizhuan/law'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import { workCalendar } from '../policies/index.ts'
import { monthsOf } from './month.queries.ts'
import { taxReaders } from './tax.access.ts'
import { dueOn, standingOf } from './tax.ts'
import { ruleOf } from './tax.view.ts'

/** Months of which tax stands to be paid over, or of which nobody has said it. */
export const withheldTaxDues: DueSource = {
  name: 'withheld-taxes',
  access: taxReaders,
  async duesUpTo(tx, institution, until, record) {
    // The taxes of a house are one record.
    if (record !== undefined && record !== institution) return []
    return (await monthsOf(tx, institution)).flatMap((sums): RegisteredDue[] => {
      const { month, unknown } = sums
      const rule = ruleOf(month)
      const day = dueOn(month, rule, workCalendar())
      if (day > until || (standingOf(sums) <= 0n && unknown === 0)) return []
      const [source = '', at = ''] = rule.cite.split('#')
      return [
        {
          ...{ key: `withheld-tax/${institution}/${month}`, kind: 'deadline', day },
          title:
            standingOf(sums) > 0n
              ? {
                  zh: `缴纳 ${month} 代扣的个人所得税`,
                  en: `Pay over the income tax withheld in ${month}`,
                }
              : {
                  zh: `登记 ${month} 付款的代扣税额`,
                  en: `Enter the tax withheld from payments of ${month}`,
                },
          record: { kind: 'tax-month', id: institution, number: null, title: month },
          article: { source, at, label: labelOf(at).zh },
          ...{ counted: null, act: null, roles: ['finance'] },
        },
      ]
    })
  },
}
