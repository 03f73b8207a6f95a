import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { decideProposals, type ProposalWire, useRereadAssets } from './asset.api.ts'

type Treatment = Parameters<typeof decideProposals>[0]['items'][number]['treatment']

/** Books the chosen proposals under one voucher, or gives them back with a reason. */
export function DecideProposals(props: {
  period: string
  items: readonly ProposalWire[]
  step: 'accept' | 'return'
  onClose: () => void
  onDone: () => void
}) {
  const { t, named } = useLanguage()
  const { period, items, step, onClose, onDone } = props
  const reread = useRereadAssets()
  const [word, setWord] = useState('')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const isAccept = step === 'accept'
  const name = isAccept ? 'voucher' : 'reason'
  const wrong = fieldErrors(error, [name])
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await decideProposals({
        period,
        accept: isAccept,
        [name]: word,
        items: items.map(({ achievement, title, step: at, treatment, amountFen }) => ({
          ...{ achievement, title, step: at, amountFen },
          treatment: treatment as Treatment,
        })),
      })
      await reread()
      onDone()
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  const field = { name, value: word, onChange: setWord, error: wrong.at(name), isRequired: true }
  return (
    <Dialog
      title={isAccept ? t('assets.book', { count: items.length }) : t('assets.giveBack')}
      onClose={onClose}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <ul className="plain">
          {items.map((one) => (
            <li key={`${one.achievement}${one.step}${one.treatment}`}>
              {one.title} · {named('assets.treatments', one.treatment)}{' '}
              <Money fen={one.amountFen} />
            </li>
          ))}
        </ul>
        {isAccept ? (
          <TextField {...field} label={t('assets.fields.voucher')} maxLength={100} width="medium" />
        ) : (
          <LongTextField {...field} label={t('assets.returnReason')} />
        )}
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind={isAccept ? 'primary' : 'danger'} type="submit" busy={isBusy}>
            {isAccept ? t('assets.bookNow') : t('assets.giveBack')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
