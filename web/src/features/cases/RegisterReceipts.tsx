import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CaseState } from '@yizhuan/procedures'
import type { ReceiptLineWire, ReceiptPageWire } from '@yizhuan/server/wire/proceeds/receipt'
import { useState } from 'react'
import { read } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { type CaseWire, postAct } from './case.api.ts'

/** What came in on a taken-over contract by its register, and was neither shared out nor taken into the case. */
export function RegisterReceipts({ one, state }: { one: CaseWire; state: CaseState }) {
  const { t } = useLanguage()
  const [taken, take] = useState<ReceiptLineWire>()
  const { contractId } = state.opened.data
  const isToday = one.asOf === one.today
  const { data } = useQuery({
    queryKey: ['/receipts', { contract: contractId, waiting: true }],
    queryFn: () => read<ReceiptPageWire>(`/receipts?contract=${contractId}&paid=no&limit=200`),
    enabled: isToday && contractId !== undefined && state.takenOver !== undefined,
  })
  const waiting = (data?.items ?? []).filter(
    ({ caseId, amountFen }) => caseId === null && BigInt(amountFen ?? 0) > 0n,
  )
  if (!isToday || waiting.length === 0) return null
  const mayTake = one.next.some(({ type, mayI }) => type === 'receiptRecorded' && mayI)
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
      {taken && <TakeIn one={one} receipt={taken} onClose={() => take(undefined)} />}
    </Callout>
  )
}

function TakeIn(props: { one: CaseWire; receipt: ReceiptLineWire; onClose: () => void }) {
  const { one, receipt } = props
  const { t } = useLanguage()
  const client = useQueryClient()
  return (
    <SmallForm
      title={t('takeover.takeIn')}
      lead={t('takeover.takeInHint')}
      asked={[
        {
          ...{ name: 'voucher', label: t('proceeds.fields.voucher'), as: 'line' },
          ...{ isRequired: true, first: receipt.voucher ?? '' },
        },
        {
          ...{ name: 'inBudget', label: t('takeover.inBudget'), as: 'choice', isRequired: true },
          choices: (['yes', 'no'] as const).map((value) => ({
            ...{ value, label: t(`general.${value}`) },
          })),
        },
      ]}
      act={t('takeover.takeIn')}
      onSend={({ voucher, inBudget }) =>
        postAct(one.case.id, {
          type: 'receiptRecorded',
          ...(receipt.receivedOn !== null && { on: receipt.receivedOn }),
          data: { amount: receipt.amountFen, voucher, inBudget: inBudget === 'yes' },
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
