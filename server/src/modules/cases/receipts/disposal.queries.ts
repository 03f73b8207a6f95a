import type { Tx } from '../../../platform/database.ts'
import type { FieldError } from '../../../platform/problem.ts'
import { voucherKey } from '../costs/voucher.ts'
import { type Answer, type Asked, type Data, isFen, noOf as no } from '../gathering.ts'
import { receiptOnce } from './once.queries.ts'

// What a disposal of equity brought is bound to what came in: each receipt is income once, all of them come to the
// price or it is said why not, and the agreement is named.

/** Which receipts brought the price of a disposal. */
export async function disposalReceipts(tx: Tx, asked: Asked): Promise<Answer> {
  const { data } = asked
  const { price, receipts, agreement, receiptsOtherwise } = data
  // What is not said as it must be is refused with the rest of the form.
  if (!isFen(price) || BigInt(price) === 0n) return { data }
  if (isBlank(agreement)) return unnamed
  const lines = (Array.isArray(receipts) ? receipts : []) as readonly (Data | null)[]
  const sum = lines.reduce(
    (all, one) => all + (isFen(one?.['amount']) ? BigInt(one['amount']) : 0n),
    0n,
  )
  if (sum > BigInt(price)) return moreThanPrice
  if (sum < BigInt(price) && isBlank(receiptsOtherwise)) return otherThanPrice
  const keys = lines.map((one) => voucherKey(String(one?.['voucher'] ?? '')))
  const twice = keys.findIndex((key, at) => key !== '' && keys.indexOf(key) < at)
  if (twice >= 0) return { errors: [{ ...toldTwice, pointer: `${at(twice)}/voucher` }] }
  const errors: FieldError[] = []
  for (const [place, line] of lines.entries()) {
    const answer = await receiptOnce(tx, { ...asked, data: line ?? {} })
    if (!('errors' in answer)) continue
    errors.push(
      ...answer.errors.map((one) => ({
        ...one,
        pointer: one.pointer.replace('#/data', at(place)),
      })),
    )
  }
  return errors.length > 0 ? { errors } : { data }
}

const at = (place: number) => `#/data/receipts/${place}`
const isBlank = (told: unknown): boolean => typeof told !== 'string' || told.trim() === ''

const unnamed = no(
  'agreement',
  'agreement-named',
  '有成交金额的，请写明协议（清算的，分配方案）的名称及编号。',
  'Where a price was paid, name the agreement, or the plan of a winding-up, and its number.',
)
const moreThanPrice = no(
  'receipts',
  'receipts-above-price',
  '到账合计超过成交金额，请核对；另有约定的收入，另行决策、登记。',
  'More came in than the price; compare them. Other income is decided on and recorded for itself.',
)
const otherThanPrice = no(
  'receiptsOtherwise',
  'receipts-of-price',
  '请逐笔填写价款的到账凭证号和金额；到账合计少于成交金额的，写明原因。',
  'Name each receipt of the price with its amount; where they come to less than the price, say why.',
)
const toldTwice = {
  rule: 'receipt-told-twice',
  detail: {
    zh: '同一凭证写了两次，请合并。',
    en: 'A voucher stands there twice; join the lines.',
  },
}
