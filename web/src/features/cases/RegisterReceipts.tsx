import { useQuery, useQueryClient } from '@tanstack/react-query'
import { actOf, procedureById } from '@yizhuan/procedures'
import type { ReceiptLineWire, ReceiptPageWire } from '@yizhuan/server/wire/proceeds/receipt'
import { useState } from 'react'
import { read } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { type CaseWire, postAct, stateOf } from './case.api.ts'

/** The act by which a procedure records what came in. */
type ReceiptAct = 'receiptRecorded' | 'incomeReceived'

/** What came in on a taken-over contract by its register, and was neither shared out nor taken into the case. */
export function RegisterReceipts(props: {
  one: CaseWire
  /** The contract that was taken over; none where nothing was yet. */
  contract: string | undefined
  act: ReceiptAct
}) {
  const { one, contract: contractId, act } = props
  const { t } = useLanguage()
  const [taken, take] = useState<ReceiptLineWire>()
  const isToday = one.asOf === one.today
  const { data } = useQuery({
    queryKey: ['/receipts', { contract: contractId, waiting: true }],
    queryFn: () => read<ReceiptPageWire>(`/receipts?contract=${contractId}&paid=no&limit=200`),
    enabled: isToday && contractId !== undefined,
  })
  const waiting = (data?.items ?? []).filter(
    ({ caseId, amountFen }) => caseId === null && BigInt(amountFen ?? 0) > 0n,
  )
  if (!isToday || waiting.length === 0) return null
  const mayTake = one.next.some(({ type, mayI }) => type === act && mayI)
  return (
    <Callout tone="due" title={t('takeover.waiting', { count: waiting.length })}>
      <p>{t('takeover.waitingHint')}</p>
      <ul className="rows">
        {waiting.map((receipt) => (
          <li key={receipt.id}>
            {receipt.receivedOn && <DayText day={receipt.receivedOn} />}{' '}
            <a href={`/receipts/${receipt.id}`}>{receipt.voucher ?? t('takeover.noVoucher')}</a>{' '}
            <Money fen={receipt.amountFen ?? '0'} />{' '}
            {mayTake && receipt.receivedOn?.length === 10 && (
              <Button small onClick={() => take(receipt)}>
                {t('takeover.takeIn')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {taken && <TakeIn one={one} act={act} receipt={taken} onClose={() => take(undefined)} />}
    </Callout>
  )
}

/** Whether the receipt goes beyond what was agreed, and wants a reason. */
function isBeyond(one: CaseWire, act: ReceiptAct, { amountFen }: ReceiptLineWire): boolean {
  const procedure = procedureById(one.case.procedure)
  const told = { amount: amountFen, agreedSum: one.agreedSum }
  const fit = procedure && actOf(procedure, act)?.fits?.(stateOf(one), told)
  return fit?.wants.includes('beyond') === true
}

function TakeIn(props: {
  one: CaseWire
  act: ReceiptAct
  receipt: ReceiptLineWire
  onClose: () => void
}) {
  const { one, act, receipt } = props
  const { t } = useLanguage()
  const client = useQueryClient()
  const inBudget = {
    ...{ name: 'inBudget', label: t('takeover.inBudget'), isRequired: true },
    as: 'choice' as const,
    choices: (['yes', 'no'] as const).map((value) => ({ value, label: t(`general.${value}`) })),
  }
  const beyond = {
    ...{ name: 'beyond', label: t('takeover.beyond'), hint: t('takeover.beyondHint') },
    ...{ as: 'text' as const, isRequired: true },
  }
  return (
    <SmallForm
      title={t('takeover.takeIn')}
      lead={t('takeover.takeInHint')}
      asked={[
        {
          ...{ name: 'voucher', label: t('proceeds.fields.voucher'), as: 'line' },
          ...{ isRequired: true, first: receipt.voucher ?? '' },
        },
        // Only of a transfer the law asks whether it is in the budget.
        ...(act === 'receiptRecorded' ? [inBudget] : []),
        ...(isBeyond(one, act, receipt) ? [beyond] : []),
      ]}
      act={t('takeover.takeIn')}
      onSend={({ voucher, inBudget: budgeted, beyond: why }) =>
        postAct(one.case.id, {
          type: act,
          ...(receipt.receivedOn !== null && { on: receipt.receivedOn }),
          data: {
            ...{ amount: receipt.amountFen, voucher },
            ...(act === 'receiptRecorded' && { inBudget: budgeted === 'yes' }),
            ...(why !== undefined && { beyond: why }),
          },
          expectedSeq: one.case.seq,
        })
      }
      onDone={() =>
        client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      }
      onClose={props.onClose}
    />
  )
}
