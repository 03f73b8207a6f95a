import { sumAgreed } from '@yizhuan/money'
import type { Tx } from '../../platform/database.ts'
import '../contracts/index.ts'
import { termsIn, versionsOf } from './terms.queries.ts'

/**
 * What the payment terms of a case's contract come to, in whole fen; `open` where they depend on sales or on a rate
 * of exchange, undefined where none are entered.
 */
export async function agreedSumOfCase(
  tx: Tx,
  institution: string,
  id: string,
): Promise<string | undefined> {
  const contract = await tx
    .selectFrom('contract')
    .select('id')
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .executeTakeFirst()
  const last = contract && (await versionsOf(tx, institution, contract.id)).at(-1)
  if (!last) return undefined
  const sum = sumAgreed(termsIn({ ...last, kind: 'agreed' }))
  return sum === undefined ? 'open' : `${sum}`
}
