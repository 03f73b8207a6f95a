import type { Day } from '@yizhuan/kit'
import type { Printable } from '../../platform/printable.ts'
import { profileOf } from '../institutions/index.ts'
import { rulesPaper } from './distribution-rule.paper.ts'
import { rulesShown } from './distribution-rule.view.ts'

/** The versions of the rule of a house; everybody of the house may know it, and nobody else. */
export const distributionRulePapers: readonly Printable[] = [
  {
    path: '/distribution-rules/:id/paper',
    tag: 'distribution-rules',
    access: 'signedIn',
    composed: async (tx, caller, { id, clock }) => {
      if (id !== caller.institution) return undefined
      const today = clock.today() as Day
      const [profile, rules] = await Promise.all([
        profileOf(tx, id),
        rulesShown(tx, id, today, today),
      ])
      if (rules.items.length === 0) return undefined
      return rulesPaper({ id, institution: profile.name, rules, today })
    },
  },
]
