import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type PersonWire, reveal } from './people.api.ts'

type Field = 'idCard' | 'bankAccount'

/** Identity card and account by their ends; finance opens them for a purpose that stays on record. */
export function Sealed({ one, mayReveal }: { one: PersonWire; mayReveal: boolean }) {
  const { t } = useLanguage()
  const [asked, ask] = useState<Field>()
  const masked = { idCard: one.idCardMasked, bankAccount: one.bankAccountMasked }
  return (
    <>
      <dl className="defs">
        {one.bankName && (
          <>
            <dt>{t('people.bankName')}</dt>
            <dd>{one.bankName}</dd>
          </>
        )}
        {(['idCard', 'bankAccount'] as const).map((field) => (
          <SealedLine key={field} label={t(`people.${field}`)} masked={masked[field]}>
            {mayReveal && masked[field] && (
              <Button small onClick={() => ask(field)}>
                {t('people.reveal')}
              </Button>
            )}
          </SealedLine>
        ))}
      </dl>
      {asked && <Reveal person={one.id} field={asked} onClose={() => ask(undefined)} />}
    </>
  )
}

function SealedLine(props: { label: string; masked: string | null; children: React.ReactNode }) {
  const { t } = useLanguage()
  return (
    <>
      <dt>{props.label}</dt>
      <dd>
        {props.masked ? (
          <span className="figure">{props.masked}</span>
        ) : (
          <span className="muted">{t('people.notEntered')}</span>
        )}{' '}
        {props.children}
      </dd>
    </>
  )
}

/** The value stands in this window only, and goes when it is closed. */
function Reveal(props: { person: string; field: Field; onClose: () => void }) {
  const { t } = useLanguage()
  const [purpose, setPurpose] = useState('')
  const open = useMutation({
    mutationFn: () => reveal(props.person, { field: props.field, purpose: purpose.trim() }),
    gcTime: 0,
  })
  const wrong = fieldErrors(open.error, ['purpose'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    open.mutate()
  }
  return (
    <Dialog title={t(`people.${props.field}`)} onClose={props.onClose}>
      {open.data ? (
        <>
          <p className="revealed figure">{open.data.value}</p>
          <p className="muted">{t('people.revealed')}</p>
          <Button onClick={props.onClose}>{t('general.close')}</Button>
        </>
      ) : (
        <form onSubmit={submit}>
          <p>{t('people.revealHint')}</p>
          <ProblemAlert error={open.error} shown={wrong.shown} />
          <TextField
            label={t('people.purpose')}
            value={purpose}
            onChange={setPurpose}
            error={wrong.at('purpose')}
            isRequired
            isFirst
          />
          <div className="actions">
            <Button type="submit" kind="primary" busy={open.isPending}>
              {t('people.reveal')}
            </Button>
            <Button onClick={props.onClose}>{t('general.cancel')}</Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
