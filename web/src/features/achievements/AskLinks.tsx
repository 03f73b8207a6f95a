import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { askInventors, type LinksWire } from './achievement.api.ts'

/** Makes a link for each inventor who has not confirmed; each is shown this once, to be sent on. */
export function AskLinks(props: {
  id: string
  title: string
  places: readonly number[]
  label: string
}) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const ask = useMutation({
    mutationFn: () => askInventors(props.id, props.places),
    onSuccess: () => client.invalidateQueries({ queryKey: ['achievement', props.id, 'progress'] }),
  })
  return (
    <>
      {!ask.data && (
        <Button busy={ask.isPending} onClick={() => ask.mutate()}>
          {props.label}
        </Button>
      )}
      <ProblemAlert error={ask.error} />
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
  const { name, url, expiresOn } = link
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
      <Button small onClick={() => void send()}>
        {isCopied ? `✓ ${t('disclosure.copied')}` : t('disclosure.sendLink')}
      </Button>
    </li>
  )
}
