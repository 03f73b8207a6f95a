import type { Day } from '@yizhuan/kit'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import { taxReaders } from './position.access.ts'
import { declinedContracts, unpaidRewards } from './position.queries.ts'
import { lastDayOfWindow, receivedAtLatest } from './position.ts'
import { nationsLaw } from './tax-case.ts'

/** The last days on which cash rewards can be paid with the relief, until they are paid or it is declined. */
export const taxDues: DueSource = {
  name: 'tax-positions',
  access: taxReaders,
  async duesUpTo(tx, institution, until, record) {
    const law = nationsLaw()
    const [receipts, declined] = await Promise.all([
      unpaidRewards(tx, institution, { contract: record, until: receivedAtLatest(law, until) }),
      declinedContracts(tx, institution, 'cash_reward'),
    ])
    if (receipts.length === 0) return []
    return receipts.flatMap((one): RegisteredDue[] => {
      const day = lastDayOfWindow(law, one.receivedOn as Day)
      if (day === null || day > until || declined.has(one.contractId)) return []
      return [
        {
          key: `contract/${one.contractId}/reward/${one.id}`,
          kind: 'deadline',
          day,
          title: {
            zh: '现金奖励减按计税的最后发放日',
            en: 'Last day to pay the reward with the tax relief',
          },
          record: {
            ...{ kind: 'contract', id: one.contractId },
            ...{ number: one.contractNumber, title: one.contractTitle },
          },
          article: null,
          counted: null,
          act: null,
          roles: ['finance', 'tto_reviewer'],
        },
      ]
    })
  },
}
