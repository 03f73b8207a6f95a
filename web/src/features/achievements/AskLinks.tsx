import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { askInventors, type LinksWire, type ProgressWire } from './achievement.api.ts'

type Inventor = ProgressWire['inventors'][number]

/**
 * Makes a link for each inventor who has not confirmed; each is shown this once, to be sent on, and is
 * mailed where an address was given.
 */
export function AskLinks(props: {
  id: string
  title: string
  inventors: readonly Inventor[]
  canMail: boolean
  label: string
}) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { id, inventors } = props
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const toOf = ({ place, email }: Inventor) => typed[place] ?? email ?? ''
  const mails = props.canMail
    ? inventors.flatMap((one) => {
        const to = toOf(one).trim()
        return to === '' ? [] : [{ place: one.place, to }]
      })
    : []
  const ask = useMutation({
    mutationFn: () =>
      askInventors(id, {
        places: inventors.map(({ place }) => place),
        ...(mails.length > 0 && { mails }),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['achievement', id, 'progress'] }),
  })
  const fields = mails.map((_mail, at) => `mails/${at}`)
  const wrong = fieldErrors(ask.error, fields)
  return (
    <>
      {!ask.data && props.canMail && (
        <fieldset className="ask-mails">
          <legend>{t('linkMail.legend')}</legend>
          <p className="hint">{t('linkMail.hint')}</p>
          {inventors.map((one) => (
            <TextField
              key={one.place}
              label={one.name}
              value={toOf(one)}
              onChange={(to) => setTyped({ ...typed, [one.place]: to })}
              inputMode="email"
              maxLength={200}
              error={wrong.at(`mails/${mails.findIndex(({ place }) => place === one.place)}`)}
            />
          ))}
        </fieldset>
      )}
      {!ask.data && (
        <Button busy={ask.isPending} onClick={() => ask.mutate()}>
          {mails.length > 0 ? t('linkMail.makeAndMail', { count: mails.length }) : props.label}
        </Button>
      )}
      <ProblemAlert error={ask.error} shown={wrong.shown} />
      {ask.data && (
        <>
          <p className="hint">{t('disclosure.linksHint')}</p>
          <ul className="ask-links">
            {ask.data.links.map((link) => (
              <Link key={link.place} link={link} title={props.title} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Link({ link, title }: { link: LinksWire['links'][number]; title: string }) {
  const { t } = useLanguage()
  const [isCopied, setCopied] = useState(false)
  const { name, url, expiresOn, mailedTo } = link
  const message = t('disclosure.linkMessage', { name, title, url, day: expiresOn })
  const send = async () => {
    // A phone offers the chats one uses; elsewhere the message is copied.
    if (navigator.share) {
      await navigator.share({ text: message }).catch(() => undefined)
    } else {
      await navigator.clipboard.writeText(message)
      setCopied(true)
    }
  }
  return (
    <li>
      <div className="ask-link-head">
        <strong>{name}</strong>
        <span className="muted">
          {t('disclosure.expiresOn')} <DayText day={expiresOn} />
        </span>
      </div>
      <input
        className="input"
        readOnly
        aria-label={t('disclosure.linkOf', { name })}
        value={url}
        onFocus={({ target }) => target.select()}
      />
      {mailedTo && <p className="hint">{t('linkMail.onItsWay', { to: mailedTo })}</p>}
      <Button small onClick={() => void send()}>
        {isCopied ? `✓ ${t('disclosure.copied')}` : t('disclosure.sendLink')}
      </Button>
    </li>
  )
}
