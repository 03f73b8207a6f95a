import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { LongTextField, SecretField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { orderArchive } from './archive.api.ts'

/** Asks why, and for a passphrase twice: nobody can read it back later. */
export function OrderForm({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const send = useMutation({
    mutationFn: () => orderArchive({ reason, ...(passphrase && { passphrase }) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['archives'] })
      onClose()
    },
  })
  const wrong = fieldErrors(send.error, ['reason', 'passphrase'])
  const differs = passphrase !== again
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!differs) send.mutate()
  }
  return (
    <Dialog title={t('archives.order')} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={send.error} shown={wrong.shown} />
        <LongTextField
          label={t('archives.reason')}
          value={reason}
          onChange={setReason}
          error={wrong.at('reason')}
          isRequired
          maxLength={500}
        />
        <SecretField
          label={t('archives.passphrase')}
          hint={t('archives.passphraseHint')}
          value={passphrase}
          onChange={setPassphrase}
          error={wrong.at('passphrase')}
          autoComplete="new-password"
        />
        {passphrase !== '' && (
          <SecretField
            label={t('archives.again')}
            value={again}
            onChange={setAgain}
            error={again !== '' && differs ? t('archives.differs') : undefined}
            autoComplete="new-password"
            isRequired
          />
        )}
        <p className="muted">
          {t(passphrase === '' ? 'archives.withoutSealed' : 'archives.withSealed')}
        </p>
        <div className="actions">
          <Button
            type="submit"
            kind="primary"
            busy={send.isPending}
            disabled={reason.trim() === '' || (passphrase !== '' && differs)}
          >
            {t('archives.send')}
          </Button>
          <Button onClick={onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
