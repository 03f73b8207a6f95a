import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { tellMoney } from './money.api.ts'
import { SmallForm } from './SmallForm.tsx'

/** Takes back a receipt that was entered by hand by mistake. */
export function TakeBackReceipt({ id }: { id: string }) {
  const { t } = useLanguage()
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button onClick={() => open(true)}>{t('handReceipts.takeBack')}</Button>
      {isOpen && (
        <SmallForm
          title={t('handReceipts.takeBack')}
          lead={t('handReceipts.takeBackHint')}
          asked={[{ name: 'reason', as: 'text', label: t('waiting.reason'), isRequired: true }]}
          act={t('handReceipts.takeBack')}
          isDanger
          onSend={(body) => tellMoney(`/receipts/${id}/take-back`, body)}
          onClose={() => open(false)}
        />
      )}
    </>
  )
}
