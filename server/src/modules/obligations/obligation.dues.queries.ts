import type { Day } from '@yizhuan/kit'
import type { DueSource, RegisteredDue } from '../../platform/dues.ts'
import { contractReaders } from '../contracts/index.ts'
import { obligationKeepers } from './obligation.access.ts'
import { openUpTo } from './obligation.queries.ts'
import { obligorWords } from './obligation.ts'

/** What contracts oblige to and nobody said the outcome of. */
export const obligationDues: DueSource = {
  name: 'obligations',
  access: contractReaders,
  async duesUpTo(tx, institution, until, record) {
    const open = await openUpTo(tx, institution, until, record)
    return open.map(({ id, dueOn, obligor, title, ...contract }): RegisteredDue => {
      const who = obligorWords[obligor]
      return {
        key: `obligation/${id}`,
        kind: 'deadline',
        day: dueOn as Day,
        title: { zh: `履约：${title}（${who.zh}）`, en: `Perform: ${title} (${who.en})` },
        record: {
          ...{ kind: 'contract', id: contract.contractId },
          ...{ number: contract.contractNumber, title: contract.contractTitle },
        },
        article: null,
        counted: null,
        act: null,
        roles: obligationKeepers,
      }
    })
  },
}
