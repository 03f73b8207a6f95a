import { addDays, type Day } from '@yizhuan/kit'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import { amendmentsUnregistered } from './behind.queries.ts'
import { readers } from './registration.access.ts'

/** Ours, and no rule of law: soon enough for the registrar to hear of it while the paper is at hand. */
const changeWithin = 10

/** Registered contracts that were amended: their registration is to be changed. Of a case, its own act waits. */
export const registrationDues: DueSource = {
  name: 'registrations',
  access: readers,
  async duesUpTo(tx, institution, until, record) {
    const of = { until: addDays(until, -changeWithin), contract: record }
    const unheard = await amendmentsUnregistered(tx, institution, of)
    return unheard
      .filter(({ caseId }) => caseId === null)
      .map(
        ({ contractId: id, contractNumber, title, version, onDay }): RegisteredDue => ({
          key: `contract/${id}/registration/${version}`,
          kind: 'deadline',
          day: addDays(onDay as Day, changeWithin),
          title: {
            zh: '合同已变更，办理合同登记的变更',
            en: 'The contract was amended: change its registration',
          },
          record: { kind: 'contract', id, number: contractNumber, title },
          ...{ article: null, counted: null, act: null },
          roles: ['tto_negotiator', 'tto_reviewer'],
        }),
      )
  },
}
