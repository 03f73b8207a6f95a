import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { ContractPicker, type PickedContract } from './ContractPicker.tsx'
import { tellMoney, useRereadMoney } from './money.api.ts'

/** Says of which contract a receipt is that nothing suggests one for. */
export function AssignContract({ id }: { id: string }) {
  const { t } = useLanguage()
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button small onClick={() => open(true)}>
        {t('waiting.findContract')}
      </Button>
      {isOpen && <Assigning id={id} onClose={() => open(false)} />}
    </>
  )
}

function Assigning({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLanguage()
  const reread = useRereadMoney()
  const [chosen, choose] = useState<readonly PickedContract[]>([])
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, ['contract', 'reason'])
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const contract = chosen[0]?.id ?? ''
      await tellMoney(`/receipts/${id}/contract`, { contract, reason: reason.trim() || null })
      await reread()
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('waiting.kinds.receipt')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p className="hint">{t('waiting.chooseHint')}</p>
        <ContractPicker
          label={t('proceeds.contract')}
          isRequired
          chosen={chosen}
          onChange={choose}
          error={wrong.at('contract')}
        />
        <TextField
          label={t('waiting.reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          error={wrong.at('reason')}
        />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('waiting.link')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
