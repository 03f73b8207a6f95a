import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { FieldError } from '../../../platform/problem.ts'
import { type Answer, type Asked, type Data, isFen } from '../gathering.ts'
import type { Entry } from '../procedure.ts'
import {
  type Taking,
  type VoucherConflict,
  type VoucherTaker,
  voucherConflict,
  voucherKey,
  wholesDiffer,
} from './voucher.ts'

/** What stands against taking of a voucher. Of two who take at once the second waits for the first. */
export async function takenOfVoucher(
  tx: Tx,
  institution: string,
  taking: Taking,
): Promise<VoucherConflict | undefined> {
  await sql`select hold_vouchers(${institution})`.execute(tx)
  const { rows } = await sql<VoucherTaker>`
    select taker, id, number, taken_fen, whole_fen
    from voucher_takers(${institution}, ${taking.voucher}) order by number`.execute(tx)
  return voucherConflict(rows, taking)
}

/** Who takes of a voucher, and what it is known by however it is written. */
export interface TakenVoucher {
  readonly key: string
  readonly takers: readonly VoucherTaker[]
}

/** Who takes of some vouchers. Nothing is held: whoever takes of one looks again. */
export async function takersOfVouchers(
  tx: Tx,
  institution: string,
  vouchers: readonly string[],
): Promise<ReadonlyMap<string, TakenVoucher>> {
  const { rows } = await sql<{ asked: string; key: string; takers: readonly VoucherTaker[] }>`
    select asked, voucher_key(asked) as key, coalesce((
      select jsonb_agg(jsonb_build_object('taker', one.taker, 'id', one.id, 'number', one.number,
        'takenFen', one.taken_fen, 'wholeFen', one.whole_fen) order by one.number)
      from voucher_takers(${institution}, asked) as one), '[]') as takers
    from unnest(${[...vouchers]}::text[]) as asked`.execute(tx)
  return new Map(rows.map(({ asked, key, takers }) => [asked, { key, takers }]))
}

interface Said {
  readonly voucher: string
  /** The voucher however it is typed. */
  readonly key: string
  readonly amount: bigint
  readonly whole: bigint | undefined
  /** Where its voucher and amounts stand in the act. */
  readonly at: string
}

/** The costs of a deal, or of a statement of commissioned work: what others took of their vouchers stays theirs. */
export async function vouchersOnce(
  tx: Tx,
  { institution, data, past }: Pick<Asked, 'institution' | 'data' | 'past'>,
): Promise<Answer> {
  const lines = saidIn(data)
  const before = replacedBy(past, data)
  const errors: FieldError[] = []
  // Everybody takes vouchers in the same order, so that nobody waits for somebody who waits for them.
  const keys = [...new Set(lines.map(({ key }) => key))].sort()
  for (const key of keys) {
    const same = lines.filter((line) => line.key === key)
    const [first] = same
    if (!first) continue
    const wholes = new Set(same.flatMap(({ whole }) => whole ?? []))
    const taken = await takenOfVoucher(tx, institution, {
      ...{ taker: 'case', id: past[0]?.case, voucher: first.voucher },
      amount: sumOf(same),
      whole: [...wholes][0],
      instead: sumOf(before.filter((line) => line.key === key)),
    })
    const conflict = wholes.size > 1 ? wholesDiffer : taken
    if (conflict) {
      const { at, rule, detail } = conflict
      errors.push({ pointer: `${first.at}/${at}`, rule, detail })
    }
  }
  if (errors.length > 0) return { errors }
  // Of a cost the record keeps that the service looked, whatever a client says of it.
  return { data: 'costVouchers' in data || 'statement' in data ? data : { ...data, once: true } }
}

/** What a statement of the same number deducted before, which this one takes the place of. */
export function replacedBy(past: readonly Entry[], { statement }: Data): readonly Said[] {
  const former = past.findLast(
    ({ type, data }) => type === 'netSettled' && data['statement'] === statement,
  )
  return statement === undefined || !former ? [] : saidIn(former.data)
}

/** What an act says of vouchers. */
export function saidIn(data: Data): readonly Said[] {
  const { costVouchers } = data
  if (Array.isArray(costVouchers)) {
    return costVouchers.flatMap((one, at) => lineOf(one, `#/data/costVouchers/${at}`))
  }
  return lineOf(data, '#/data')
}

/** What is not said as it must be is refused with the rest of the form. */
function lineOf(told: unknown, at: string): readonly Said[] {
  const { voucher, amount, voucherAmount } = (told ?? {}) as Data
  if (typeof voucher !== 'string' || voucher.trim() === '' || !isFen(amount)) return []
  const whole = isFen(voucherAmount) ? BigInt(voucherAmount) : undefined
  const key = voucherKey(voucher)
  return [{ voucher: voucher.trim(), key, amount: BigInt(amount), whole, at }]
}

export const sumOf = (lines: readonly Said[]): bigint =>
  lines.reduce((sum, one) => sum + one.amount, 0n)
