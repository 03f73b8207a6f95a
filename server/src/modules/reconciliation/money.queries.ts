import type { Tx } from '../../platform/database.ts'
import { assetMoney } from '../assets/index.ts'
import { caseMoney } from '../cases/index.ts'
import { bonusMoney, fundMoney, staffMoney } from '../funds/index.ts'
import type { Posting } from '../journal/index.ts'
import { payoutMoney } from '../payouts/index.ts'
import { receiptMoney } from '../proceeds/index.ts'
import { heldMoney, receivableMoney } from '../receivables/index.ts'
import { feeMoney, feeShareMoney } from '../rights/index.ts'
import { vatMoney } from '../vat/index.ts'
import { handTaxMoney, remittanceMoney } from '../withheld-taxes/index.ts'

/** Everything that is recorded of money in an institution, some at a time. A module that posts adds its line. */
export async function* allMoney(
  tx: Tx,
  institution: string,
): AsyncGenerator<readonly Posting[], void> {
  yield await receiptMoney(tx, institution)
  yield await receivableMoney(tx, institution)
  yield await heldMoney(tx, institution)
  yield await assetMoney(tx, institution)
  yield await feeMoney(tx, institution)
  yield await feeShareMoney(tx, institution)
  yield await payoutMoney(tx, institution)
  yield await remittanceMoney(tx, institution)
  yield await handTaxMoney(tx, institution)
  yield await vatMoney(tx, institution)
  yield await bonusMoney(tx, institution)
  yield await staffMoney(tx, institution)
  yield await fundMoney(tx, institution)
  yield* caseMoney(tx, institution)
}
