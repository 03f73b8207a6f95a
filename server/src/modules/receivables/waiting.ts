import type { Words } from '@yizhuan/kit'
import { type RefundChoice, refundChoices } from '@yizhuan/money'
import type { KnownRefundable, WaitingRefund } from './refund.queries.ts'

// Receipts and refunds that wait to be linked: what each may belong to, the likeliest first, and why.

export const contractBases = ['number', 'payer', 'owed'] as const
export type ContractBasis = (typeof contractBases)[number]

/** Why something is suggested, as it stands in histories. */
export const basisWords = {
  only: { zh: '唯一可退的到账', en: 'the only receipt there is' },
  'same-amount': { zh: '金额相同', en: 'the same sum' },
  'of-contract': { zh: '同一合同', en: 'of the same contract' },
  number: { zh: '合同编号相符', en: 'the number of the contract' },
  payer: { zh: '付款单位是合同相对方', en: 'the payer is its counterparty' },
  owed: { zh: '与应收款金额相同', en: 'the sum of a receivable' },
} as const satisfies Record<RefundChoice['basis'] | ContractBasis, Words>
export type Basis = keyof typeof basisWords

/** What a waiting one may be linked with. */
export interface Suggestion {
  readonly id: string
  readonly number: string | null
  readonly title: string
  /** What is left of a receipt. */
  readonly fen: string | null
  readonly bases: readonly Basis[]
  /** What it paid has to be taken back first. */
  readonly isMatched: boolean
}

/** A receipt that has no contract yet, as people know it. */
export interface Stray {
  readonly payer: string | null
  readonly contractNumber: string | null
  readonly amountFen: string | null
}

/** A contract as a stray receipt may be of it. */
export interface Candidate {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly counterparty: string | null
  /** What is open of each of its receivables, in fen. */
  readonly owed: readonly string[]
}

/** The contracts a stray receipt may be of, the likeliest first; one that nothing speaks for is none. */
export function contractsFor(
  stray: Stray,
  candidates: readonly Candidate[],
): readonly Suggestion[] {
  return candidates
    .map((one) => ({ ...one, bases: basesOf(stray, one) }))
    .filter(({ bases }) => bases.some((basis) => basis !== 'owed'))
    .toSorted((a, b) => weight(b.bases) - weight(a.bases) || order(a.id, b.id))
    .map(({ id, number, title, bases }) => ({
      ...{ id, number, title, bases, fen: null, isMatched: false },
    }))
}

function basesOf(stray: Stray, one: Candidate): readonly ContractBasis[] {
  const { payer, contractNumber, amountFen } = stray
  return [
    ...(isSame(contractNumber, one.number) ? (['number'] as const) : []),
    ...(isSame(payer, one.counterparty) ? (['payer'] as const) : []),
    ...(amountFen !== null && one.owed.includes(amountFen) ? (['owed'] as const) : []),
  ]
}

const weights: Readonly<Record<ContractBasis, number>> = { number: 4, payer: 2, owed: 1 }
const weight = (bases: readonly ContractBasis[]) =>
  bases.reduce((sum, basis) => sum + weights[basis], 0)

/** A number or a name as ledgers write it differently: without blanks, brackets and dashes. */
function isSame(one: string | null, other: string | null): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/[\s()（）〔〕[\]\-—_./·]/g, '')
  return one !== null && other !== null && plain(one) !== '' && plain(one) === plain(other)
}

/** The receipts a refund may have given back, as people know them. */
export function receiptsFor(
  refund: WaitingRefund,
  receipts: readonly KnownRefundable[],
): readonly Suggestion[] {
  const known = new Map(receipts.map((one) => [one.id, one]))
  return refundChoices(refund, receipts).map(({ receipt, basis, isFree }) => ({
    id: receipt,
    number: known.get(receipt)?.voucher ?? null,
    title: known.get(receipt)?.receivedOn ?? '',
    fen: `${known.get(receipt)?.kept ?? 0n}`,
    bases: [basis],
    isMatched: !isFree,
  }))
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b))
