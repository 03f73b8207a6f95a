// Money of a holding counts once: what one voucher or one resolution shows is recorded once, and nothing is
// subscribed or paid in beyond what was said. What was struck counts no more and is recorded anew.
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { label } from '../procedure/fields.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import { countedTwice } from '../procedure/receipt-once.ts'
import { actData } from './acts.ts'

const { latest, all } = readers(actData)

type Data = Readonly<Record<string, unknown>>

const paidInBefore: OutOfOrder = {
  code: 'paid-in-already-recorded',
  detail: label(
    '这位股东凭这份凭证的实缴已登记；登记有误的，先更正原记录；确为另一笔的，请在凭证号前注明年月。',
    'What this holder paid in by this paper is recorded already. If it is wrong, strike that entry first; if it is another payment, put year and month before its number.',
  ),
}
const paidBeyond: OutOfOrder = {
  code: 'paid-in-beyond-subscribed',
  detail: label(
    '实缴合计超过这位股东的认缴出资额。溢价计入资本公积，不在此登记；认缴额有变或原登记有误的，请先更正股权登记；仍须登记的，请说明超出的原因。',
    'This holder would have paid in more than was subscribed. A premium is no paid-in capital and is not entered here; where what was subscribed changed or was entered wrongly, correct that first; if it is to be entered all the same, say why it is more.',
  ),
}
const declaredBefore: OutOfOrder = {
  code: 'dividend-already-declared',
  detail: label(
    '这份决议对该年度的分红已登记；登记有误的，先更正原记录；确为另一份决议的，请写明其文号或日期。',
    'The dividend of this resolution for that year is recorded already. If it is wrong, strike that entry first; if it is another resolution, give its number or day.',
  ),
}
const subscribedBeyond: OutOfOrder = {
  code: 'subscribed-beyond-capital',
  detail: label(
    '认缴出资额合计超过注册资本，请核对。',
    'More is subscribed than the registered capital; check the amounts.',
  ),
}
const validBefore: OutOfOrder = {
  code: 'valid-before-appraised',
  detail: label(
    '评估有效期在登记的评估日之前就已届满，请核对日期。',
    'The appraisal ended before the day it was made; check the days.',
  ),
}

/** What recording a payment into the capital may be told. */
export const payInWrongs = [paidInBefore, paidBeyond] as const
export const declarationWrongs = [declaredBefore] as const
export const subscriptionWrongs = [subscribedBeyond] as const
export const appraisalWrongs = [validBefore] as const

/** A paper shows what one holder paid in once, and more than was subscribed only for a reason. */
export function wrongPayIn(state: ActsState, data: Data): OutOfOrder | undefined {
  const own = all(state, 'capitalPaidIn').filter((one) => one.data.name === data['name'])
  if (own.some((one) => isSame(one.data.voucher, data['voucher']))) return paidInBefore
  return isBeyond(state, data) && blank(data['beyond']) ? paidBeyond : undefined
}

/** Whether a holder would have paid in more than was subscribed; unknown is no. */
export function isBeyond(state: ActsState, data: Data): boolean {
  const { name, amount } = data
  const told = latest(state, 'holdingOpened')?.data.subscriptions ?? []
  const subscribed = told.filter((one) => one.name === name)
  if (subscribed.length === 0 || !/^\d+$/.test(String(amount))) return false
  const paid = all(state, 'capitalPaidIn').filter((one) => one.data.name === name)
  const sum = (parts: readonly { readonly amount: string }[]) =>
    parts.reduce((total, one) => total + BigInt(one.amount), 0n)
  return sum(paid.map((one) => one.data)) + BigInt(String(amount)) > sum(subscribed)
}

/** A resolution declares the dividend of a year once. */
export function wrongDeclaration(state: ActsState, data: Data): OutOfOrder | undefined {
  const known = all(state, 'dividendDeclared').some(
    (one) => isSame(one.data.resolution, data['resolution']) && isSame(one.data.year, data['year']),
  )
  return known ? declaredBefore : undefined
}

/** A dividend that came in is no other one. */
export const wrongDividend = (state: ActsState | undefined, data: Data): OutOfOrder | undefined =>
  countedTwice(
    state?.acts['dividendReceived'],
    undefined,
    data as unknown as Parameters<typeof countedTwice>[2],
  )

/** Nobody subscribes more than the capital that was registered; unknown is no. */
export function wrongSubscriptions({
  subscriptions,
  registeredCapital,
}: Data): OutOfOrder | undefined {
  if (!Array.isArray(subscriptions) || typeof registeredCapital !== 'string') return undefined
  const sum = (subscriptions as readonly { readonly amount: string }[]).reduce(
    (total, { amount }) => total + BigInt(amount),
    0n,
  )
  return sum > BigInt(registeredCapital) ? subscribedBeyond : undefined
}

/** An appraisal holds on the day it is recorded for. */
export const wrongAppraisal = (data: Data, on: string | undefined): OutOfOrder | undefined =>
  on !== undefined && String(data['validUntil']) < on ? validBefore : undefined

/** Numbers are the same however they are typed. */
const isSame = (one: unknown, other: unknown): boolean => plain(one) === plain(other)
const plain = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .toLowerCase()
const blank = (text: unknown): boolean => String(text ?? '').trim() === ''
