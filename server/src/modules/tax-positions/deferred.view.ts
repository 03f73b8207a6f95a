import { add, mul, parseRatio, type Ratio, ratio, roundDown } from '@yizhuan/kit'
import { taxRateOn } from '@yizhuan/law'
import type { DeferralChoice } from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import { taxPositions } from '../policies/index.ts'
import { deferralsOf } from './position.queries.ts'

/** How those who were awarded equity by some transfers chose to be taxed, by the number of the transfer. */
export async function deferralsByTransfer(
  tx: Tx,
  institution: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly DeferralChoice[]>> {
  if (numbers.length === 0) return new Map()
  const cases = await tx
    .selectFrom('transferCase')
    .select(['id', 'number'])
    .where('institutionId', '=', institution)
    .where('number', 'in', [...new Set(numbers)])
    .execute()
  const ids = cases.map(({ id }) => id)
  const chosen = await deferralsOf(tx, institution, ids)
  return new Map(cases.map(({ id, number }) => [number, chosen.get(id) ?? []]))
}

/** What of a deferred tax falls due when a part of the equity is given up: an estimate; none without a rate. */
export function deferredTax(
  { value, cost }: Pick<DeferralChoice, 'value' | 'cost'>,
  part: Ratio,
  on: string,
): bigint | undefined {
  const rate = taxRateOn(taxPositions(), 'equity_deferral', on)
  if (!rate) return undefined
  const base = value > cost ? value - cost : 0n
  const exact = mul(mul(ratio(base), part), parseRatio(rate.rate, 'rate'))
  return roundDown(add(exact, ratio(1, 2)))
}
