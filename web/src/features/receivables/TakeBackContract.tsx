import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { tellMoney } from './money.api.ts'
import { SmallForm } from './SmallForm.tsx'

/** Takes back of which contract a receipt is: it waits again. */
export function TakeBackContract({ id }: { id: string }) {
  const { t } = useLanguage()
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button small kind="quiet" onClick={() => open(true)}>
        {t('waiting.unassign')}
      </Button>
      {isOpen && (
        <SmallForm
          title={t('waiting.unassign')}
          lead={t('waiting.unassignHint')}
          asked={[{ name: 'reason', as: 'text', label: t('waiting.reason'), isRequired: true }]}
          act={t('waiting.unassign')}
          onSend={(body) => tellMoney(`/receipts/${id}/contract/take-back`, body)}
          onClose={() => open(false)}
        />
      )}
    </>
  )
}
