import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { tellMoney } from './money.api.ts'
import { SmallForm } from './SmallForm.tsx'

/** Records what went back of a receipt to whoever had paid it. */
export function GiveBack({ id }: { id: string }) {
  const { t } = useLanguage()
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button onClick={() => open(true)}>{t('handReceipts.giveBack')}</Button>
      {isOpen && (
        <SmallForm
          title={t('handReceipts.giveBack')}
          lead={t('handReceipts.giveBackHint')}
          asked={[
            { name: 'on', as: 'day', label: t('handReceipts.gaveBackOn'), isRequired: true },
            {
              name: 'amountFen',
              as: 'amount',
              label: t('handReceipts.gaveBack'),
              isRequired: true,
            },
            {
              ...{ name: 'account', as: 'line', label: t('handReceipts.fromAccount') },
              ...{ hint: t('handReceipts.fromAccountHint'), isRequired: true },
            },
            {
              ...{ name: 'voucher', as: 'line', label: t('proceeds.fields.voucher') },
              ...{ hint: t('handReceipts.paidVoucherHint'), isRequired: true },
            },
            { name: 'reason', as: 'text', label: t('waiting.reason'), isRequired: true },
          ]}
          act={t('handReceipts.giveBack')}
          isOnce
          onSend={(body) => tellMoney(`/receipts/${id}/give-back`, body)}
          onClose={() => open(false)}
        />
      )}
    </>
  )
}
