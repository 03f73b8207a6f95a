import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { write } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'

/** Enters the certificate of an authority that is trusted from then on. */
export function EnterAuthority(props: { onDone: () => Promise<unknown>; onClose: () => void }) {
  const { t } = useLanguage()
  const { onDone, onClose } = props
  const [name, setName] = useState('')
  const [pem, setPem] = useState('')
  const send = useMutation({
    mutationFn: () => write('POST', '/trusted-authorities', { name, pem }),
    onSuccess: async () => {
      await onDone()
      onClose()
    },
  })
  const wrong = fieldErrors(send.error, ['name', 'pem'])
  return (
    <Dialog title={t('authorities.enter')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <p className="hint">{t('authorities.enterNote')}</p>
        <TextField
          label={t('authorities.fields.name')}
          name="name"
          value={name}
          onChange={setName}
          error={wrong.at('name')}
          isRequired
          maxLength={100}
        />
        <LongTextField
          label={t('authorities.fields.pem')}
          name="pem"
          value={pem}
          onChange={setPem}
          error={wrong.at('pem')}
          hint={t('authorities.pemHint')}
          isRequired
          rows={8}
          maxLength={20_000}
        />
        <ProblemAlert error={send.error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            busy={send.isPending}
            disabled={name.trim() === '' || pem.trim() === ''}
          >
            {t('authorities.enter')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
