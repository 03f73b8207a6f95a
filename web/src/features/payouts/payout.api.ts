import { queryOptions } from '@tanstack/react-query'
import type { PayAwardsWire, PayableAwardsWire } from '@yizhuan/server/wire/funds/batch/batch'
import type {
  CasePaymentsWire,
  MakePayoutWire,
  NoteWithheldWire,
  PayableWire,
  PaymentsWire,
  PayoutBatchWire,
  SuggestedTreatmentWire,
  TakeProofWire,
} from '@yizhuan/server/wire/payouts/payout'
import type { StatementWire } from '@yizhuan/server/wire/payouts/statement'
import type { AnswerRowsWire, ReadAnswerWire } from '@yizhuan/server/wire/withheld-taxes/answer'
import type {
  PreviewTaxListWire,
  TakeTaxListWire,
  TaxListPreviewWire,
} from '@yizhuan/server/wire/withheld-taxes/tax-list'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  CasePaymentsWire,
  PayableWire,
  PaymentWire,
  PayoutBatchLineWire,
  PayoutBatchWire,
  SuggestedTreatmentWire,
  ToldWire,
} from '@yizhuan/server/wire/payouts/payout'
export type { RewardWire, StatementWire } from '@yizhuan/server/wire/payouts/statement'
export type { PayableAwardsWire, TaxListPreviewWire }

/** What could be paid now. */
export const payableQuery = queryOptions({
  queryKey: ['payouts', 'payable'],
  queryFn: () => read<PayableWire>('/payouts/payable'),
})

/** Bonuses and awards that a batch could pay now. */
export const payableAwardsQuery = queryOptions({
  queryKey: ['payouts', 'payable-awards'],
  queryFn: () => read<PayableAwardsWire>('/payouts/payable-awards'),
})

/** How the law would have payouts treated in wages, insurance and tax. */
export const treatmentQuery = queryOptions({
  queryKey: ['payouts', 'treatment'],
  queryFn: () => read<SuggestedTreatmentWire>('/payouts/treatment'),
})

const isUnderWay = ({ state, proofs }: PayoutBatchWire) =>
  state === 'gathering' || proofs.some(({ done, cases }) => done < cases)

/** One batch; asked for again while the worker is at it. */
export function payoutQuery(id: string) {
  return queryOptions({
    queryKey: ['payout', id],
    queryFn: () => read<PayoutBatchWire>(`/payouts/${id}`),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 1000 : false),
  })
}

/** The payments of a batch, from a place on. */
export function paymentsQuery(id: string, filter: Readonly<Record<string, string | undefined>>) {
  return queryOptions({
    queryKey: ['payout', id, 'payments', filter],
    queryFn: () => read<PaymentsWire>(withQuery(`/payouts/${id}/payments`, filter)),
  })
}

/** The payments of one case. */
export function casePaymentsQuery(id: string) {
  return queryOptions({
    queryKey: ['case', id, 'payments'],
    queryFn: () => read<CasePaymentsWire>(`/cases/${id}/payments`),
  })
}

/** What one got; of somebody else, where a person is named. */
export function statementQuery(person?: string) {
  return queryOptions({
    queryKey: ['rewards', person ?? 'me'],
    queryFn: () =>
      read<StatementWire>(person === undefined ? '/rewards' : `/people/${person}/rewards`),
  })
}

export const makePayout = (body: MakePayoutWire) => write<{ id: string }>('POST', '/payouts', body)

export const payAwards = (body: PayAwardsWire) =>
  write<{ id: string }>('POST', '/payouts/of-awards', body)

export const decidePayout = (
  id: string,
  decision: { approve: boolean; remark: string; expectedSeq: number },
) => {
  const { remark, ...rest } = decision
  return write('POST', `/payouts/${id}/decision`, { ...rest, ...(remark && { remark }) })
}

export const cancelPayout = (id: string, reason: string) =>
  write('POST', `/payouts/${id}/cancel`, { reason })

export const makeFile = ({ id, isOfAwards }: Pick<PayoutBatchWire, 'id' | 'isOfAwards'>) =>
  write('POST', `/payouts/${id}/${isOfAwards ? 'award-files' : 'files'}`)

export const takeProof = (id: string, body: TakeProofWire) =>
  write<{ lines: number }>('POST', `/payouts/${id}/proofs`, body)

/** Takes one case out of a batch. */
export const takeOut = (id: string, caseId: string, reason: string) =>
  write('POST', `/payouts/${id}/take-out`, { case: caseId, reason })

/** Has the case take in what a plan paid that fell. */
export const takeInPlan = (plan: string) =>
  write<{ takenInFen: string }>('POST', `/payouts/plans/${plan}/take-in`)

export const noteWithheld = (id: string, body: NoteWithheldWire) =>
  write<{ lines: number }>('POST', `/payouts/${id}/withheld`, body)

/** The rows of the bank's answer, be it a workbook or a text. */
export const readAnswerRows = (id: string, body: ReadAnswerWire) =>
  write<AnswerRowsWire>('POST', `/payouts/${id}/answer-rows`, body)

/** What taking a list of tax would come to; nothing is written. */
export const previewTaxList = (id: string, body: PreviewTaxListWire) =>
  write<TaxListPreviewWire>('POST', `/payouts/${id}/withheld-list/preview`, body)

export const takeTaxList = (id: string, body: TakeTaxListWire) =>
  write<{ lines: number }>('POST', `/payouts/${id}/withheld-list`, body)

/** What was withheld from payments that are through. */
export const noteLateTax = (id: string, body: NoteWithheldWire) =>
  write<{ lines: number }>('POST', `/payouts/${id}/late-tax`, body)

export const recordPlan = (plan: string) =>
  write<{ isRecorded: boolean }>('POST', `/payouts/plans/${plan}/record`)
