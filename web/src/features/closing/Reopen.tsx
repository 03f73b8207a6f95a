import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { reopen, useRereadClosings } from './closing.api.ts'

/** Opens the months again that were closed last. */
export function Reopen({ month }: { month: string }) {
  const { t } = useLanguage()
  const reread = useRereadClosings()
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button small kind="quiet" onClick={() => open(true)}>
        {t('closing.reopen')}
      </Button>
      {isOpen && (
        <SmallForm
          title={t('closing.reopenOf', { month })}
          lead={t('closing.reopenLead')}
          asked={[{ name: 'reason', label: t('closing.reason'), as: 'text', isRequired: true }]}
          act={t('closing.reopen')}
          isDanger
          onSend={({ reason }) => reopen(`${reason ?? ''}`)}
          onDone={reread}
          onClose={() => open(false)}
        />
      )}
    </>
  )
}
