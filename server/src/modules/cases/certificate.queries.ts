// What the registers know of a certificate that an act of a case tells of.
import { yuan } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { certificateOfAnother, contractsRegisteredAs } from '../contracts/index.ts'
import { amountOnForm } from '../registrations/index.ts'
import { type Answer, type Asked, isFen } from './gathering.ts'

/** A certificate is of one contract, and of no more than was agreed: tax relief rests on both. */
export async function rightCertificate(
  tx: Tx,
  { institution, data, past }: Asked,
): Promise<Answer> {
  if (data['outcome'] !== 'registered') return { data }
  const ours = past[0]?.case
  const number = typeof data['number'] === 'string' ? data['number'].trim() : ''
  const bearers = number === '' ? [] : await contractsRegisteredAs(tx, institution, number)
  const other = bearers.find(({ caseId }) => caseId === null || caseId !== ours)
  if (other) {
    const detail = certificateOfAnother(other)
    return { errors: [{ pointer: '#/data/number', rule: 'certificate-of-another', detail }] }
  }
  const recognised = data['recognisedAmount']
  if (!isFen(recognised) || ours === undefined) return { data }
  const agreed = await amountOnForm(tx, institution, ours)
  if (agreed === null || BigInt(recognised) <= BigInt(agreed)) return { data }
  const most = yuan(BigInt(agreed))
  const detail = {
    zh: `认定技术交易额不得超过登记表上的合同成交额（${most}）；登记表有误的，请先更正登记表。`,
    en: `No more is recognised than the form says (${most}); correct a wrong form first.`,
  }
  const rule = 'recognised-above-amount'
  return { errors: [{ pointer: '#/data/recognisedAmount', rule, detail }] }
}
