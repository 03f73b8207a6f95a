import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type AccountWire, nameAccount, useRereadJournal } from './journal.api.ts'

/** Says how the institution's own books call an account. */
export function NameAccount({ account, onClose }: { account: AccountWire; onClose: () => void }) {
  const { t, lang } = useLanguage()
  const reread = useRereadJournal()
  const [number, setNumber] = useState(account.own?.number ?? account.account)
  const [name, setName] = useState(account.own?.name ?? account.name[lang])
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, ['number', 'name'])
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await nameAccount(account.account, { number, name })
      await reread()
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={`${account.account} ${account.name[lang]}`} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField
          name="number"
          label={t('journal.ownNumber')}
          value={number}
          onChange={setNumber}
          error={wrong.at('number')}
          maxLength={40}
          width="medium"
          isRequired
        />
        <TextField
          name="name"
          label={t('journal.ownTitle')}
          value={name}
          onChange={setName}
          error={wrong.at('name')}
          maxLength={100}
          isRequired
        />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('journal.keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
