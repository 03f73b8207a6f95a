import { groupBy } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import type { Posting } from '../../journal/index.ts'
import './fund.table.ts'
import { standingLines } from './fund.ts'
import { fundPosting } from './posting.ts'

/** Everything that funds say of money: what the journal is made of anew. */
export async function fundMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const rows = await tx
    .selectFrom('fundEntry')
    .innerJoin('fund', (join) =>
      join
        .onRef('fund.institutionId', '=', 'fundEntry.institutionId')
        .onRef('fund.id', '=', 'fundEntry.fundId'),
    )
    .select(['fundEntry.fundId', 'fund.name', 'fundEntry.id', 'fundEntry.kind'])
    .select(['amountFen', 'onDay', 'through', 'reference', 'fundEntry.seq', 'corrects'])
    .where('fundEntry.institutionId', '=', institution)
    .orderBy('fundEntry.fundId')
    .orderBy('fundEntry.seq')
    .execute()
  const byFund = groupBy(rows, ({ fundId }) => fundId)
  return [...byFund.values()]
    .flatMap((lines) => standingLines(lines))
    .flatMap(({ fundId, name, ...entry }) => fundPosting({ id: fundId, name }, entry))
}
