import type { Tx } from '../../../platform/database.ts'
import { agreedSumOfCase } from '../../receivables/index.ts'
import type { Asked, Data } from '../gathering.ts'

/** A receipt with what the payment terms of its contract come to; what a client says of that is not taken. */
export async function withAgreed(
  tx: Tx,
  { institution, data, past }: Pick<Asked, 'institution' | 'data' | 'past'>,
): Promise<{ readonly data: Data }> {
  const { agreedSum: _sent, ...told } = data
  const id = past[0]?.case
  const agreedSum = id === undefined ? undefined : await agreedSumOfCase(tx, institution, id)
  return { data: { ...told, ...(agreedSum !== undefined && { agreedSum }) } }
}
