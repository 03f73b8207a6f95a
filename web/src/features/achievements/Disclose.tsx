import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useDraft } from '../../ui/useDraft.ts'
import { disclose } from './achievement.api.ts'
import { CardFields } from './CardFields.tsx'
import { cards, type Disclosure, emptyDisclosure, lacksOf, sentOf } from './disclosure.ts'

/** A disclosure on a phone: seven short cards, each kept as it is filled in. */
export function Disclose(props: {
  me: { readonly id: string; readonly name: string }
  mayOpen: boolean
}) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const draft = useDraft<Disclosure>(
    `${props.me.id}/disclosure`,
    () => emptyDisclosure(props.me.name),
    'disclosure',
  )
  const told = draft.value
  const [isTried, setTried] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  const send = useMutation({
    mutationFn: () => disclose(sentOf(told)),
    onSuccess: async () => {
      draft.drop()
      await client.invalidateQueries({ queryKey: ['achievements'] })
    },
  })
  if (send.data) return <Sent sent={send.data} mayOpen={props.mayOpen} />

  const at = Math.min(told.card, cards.length - 1)
  const card = cards[at] ?? 'what'
  const change = (changes: Partial<Disclosure>) => {
    send.reset()
    draft.change((before) => ({ ...before, ...changes }))
  }
  const go = (to: number) => {
    // Cards ahead open once those before them are in order.
    const stop = cards.findIndex((each, index) => index < to && lacksOf(each, told).length > 0)
    setTried(stop >= 0)
    change({ card: stop >= 0 ? stop : to })
    top.current?.focus()
  }
  const lacks = isTried ? lacksOf(card, told) : []
  const isLast = at === cards.length - 1
  return (
    <div className="cards" ref={top} tabIndex={-1}>
      <PageHeader title={t('achievements.disclose')} note={t('achievements.discloseNote')} />
      <ol className="card-dots" aria-label={t('achievements.cardsLabel')}>
        {cards.map((each, index) => (
          <li key={each}>
            <button
              type="button"
              aria-current={index === at ? 'step' : undefined}
              aria-label={`${index + 1} ${t(`achievements.cards.${each}`)}`}
              onClick={() => go(index)}
            >
              {index + 1}
            </button>
          </li>
        ))}
      </ol>
      <DraftNote draft={draft} />
      <Panel className="card">
        <h2>
          {at + 1}. {t(`achievements.cards.${card}`)}
        </h2>
        <p className="muted">{t(`achievements.cardHints.${card}`)}</p>
        <CardFields card={card} told={told} lacks={lacks} onChange={change} onOpen={go} />
        <ProblemAlert error={send.error} />
      </Panel>
      <div className="card-foot">
        <Button disabled={at === 0} onClick={() => go(at - 1)}>
          {t('achievements.previous')}
        </Button>
        <span className="hint">{t('achievements.saved')}</span>
        {isLast ? (
          <Button kind="primary" busy={send.isPending} onClick={() => send.mutate()}>
            {t('achievements.submit')}
          </Button>
        ) : (
          <Button kind="primary" onClick={() => go(at + 1)}>
            {t('achievements.next')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Sent(props: { sent: { id: string; number: string }; mayOpen: boolean }) {
  const { t } = useLanguage()
  const { id, number } = props.sent
  return (
    <div className="cards">
      <PageHeader title={t('achievements.done')} />
      <Callout tone="good" title={t('achievements.doneNumber', { number })}>
        {t('achievements.doneHint')}
      </Callout>
      <div className="actions">
        {props.mayOpen && (
          <LinkButton kind="primary" href={`/cases/new?achievement=${id}`}>
            {t('achievements.startCase')}
          </LinkButton>
        )}
        <LinkButton href={`/achievements/${id}`}>{t('achievements.toAchievement')}</LinkButton>
        <LinkButton href="/achievements">{t('achievements.title')}</LinkButton>
      </div>
    </div>
  )
}
