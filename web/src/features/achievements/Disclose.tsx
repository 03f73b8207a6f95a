import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel, Waiting } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useDraft } from '../../ui/useDraft.ts'
import { AskLinks } from './AskLinks.tsx'
import {
  type AchievementWire,
  achievementQuery,
  type DisclosureListsWire,
  disclose,
  listsQuery,
  progressQuery,
  resubmit,
} from './achievement.api.ts'
import { CardFields } from './CardFields.tsx'
import {
  cards,
  type Disclosure,
  emptyDisclosure,
  lacksOf,
  sentOf,
  toldBefore,
} from './disclosure.ts'
import { ProgressSteps } from './ProgressSteps.tsx'

interface Me {
  readonly id: string
  readonly name: string
}

/** A disclosure on a phone: seven short cards, each kept as it is filled in. */
export function Disclose({ me }: { me: Me }) {
  const lists = useQuery(listsQuery)
  return <Loaded query={lists}>{(known) => <Cards me={me} lists={known} />}</Loaded>
}

/** A disclosure that was given back: the same cards, with what was told and what the office asks. */
export function DiscloseAgain({ me, id }: { me: Me; id: string }) {
  const lists = useQuery(listsQuery)
  const one = useQuery(achievementQuery(id))
  if (!lists.data || !one.data) {
    return <Loaded query={one}>{() => <Waiting />}</Loaded>
  }
  return <Cards me={me} lists={lists.data} before={one.data} />
}

function Cards(props: { me: Me; lists: DisclosureListsWire; before?: AchievementWire }) {
  const { t, named } = useLanguage()
  const { me, lists, before } = props
  const client = useQueryClient()
  const form = before ? `disclosure/${before.id}` : 'disclosure'
  const draft = useDraft<Disclosure>(
    `${me.id}/${form}`,
    () => (before ? toldBefore(before) : emptyDisclosure(me.name, me.id)),
    form,
  )
  // A draft of an earlier version knows less than is asked now.
  const told = { ...emptyDisclosure(me.name), ...draft.value }
  const [isTried, setTried] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  const send = useMutation({
    mutationFn: async () => {
      const sent = sentOf(told, lists)
      if (!before) return disclose(sent)
      await resubmit(before.id, { ...sent, expectedSeq: before.seq })
      return before
    },
    onSuccess: async () => {
      draft.drop()
      await client.invalidateQueries({ queryKey: ['achievements'] })
      if (before) await client.invalidateQueries({ queryKey: ['achievement', before.id] })
    },
  })
  if (send.data) return <Sent sent={send.data} title={told.title} />

  const at = Math.min(told.card, cards.length - 1)
  const card = cards[at] ?? 'what'
  const change = (changes: Partial<Disclosure>) => {
    send.reset()
    draft.change((value) => ({ ...value, ...changes }))
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
      <PageHeader
        title={
          before ? t('disclosure.again', { number: before.number }) : t('achievements.disclose')
        }
        note={before ? undefined : t('achievements.discloseNote')}
      />
      {before?.questions && (
        <Callout tone="due" title={t('disclosure.officeAsks')}>
          <p className="said">{before.questions}</p>
        </Callout>
      )}
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
        <CardFields
          card={card}
          told={told}
          lists={lists}
          own={before?.id}
          lacks={lacks}
          onChange={change}
          onOpen={go}
        />
        <ProblemAlert error={send.error} nameOf={(field) => named('achievements.fields', field)} />
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

/** What happens next, and when; and a link for each of the others. */
function Sent(props: { sent: { id: string; number: string }; title: string }) {
  const { t, listed } = useLanguage()
  const { id, number } = props.sent
  const query = useQuery(progressQuery(id))
  return (
    <div className="cards">
      <PageHeader title={t('achievements.done')} />
      <Callout tone="good" title={t('achievements.doneNumber', { number })}>
        {t('disclosure.doneHint')}
      </Callout>
      <Loaded query={query}>
        {(progress) => {
          const open = progress.inventors.filter(({ status }) => status !== 'confirmed')
          return (
            <>
              {open.length > 0 && (
                <Panel title={t('disclosure.askOthers')}>
                  <p className="muted">
                    {t('disclosure.askOthersHint', {
                      names: listed(open.map(({ name }) => name)),
                    })}
                  </p>
                  <AskLinks
                    id={id}
                    title={props.title}
                    inventors={open}
                    canMail={progress.canMail}
                    label={t('disclosure.makeLinks')}
                  />
                </Panel>
              )}
              <Panel title={t('disclosure.way')}>
                <ProgressSteps progress={progress} />
              </Panel>
            </>
          )
        }}
      </Loaded>
      <div className="actions">
        <LinkButton kind="primary" href={`/achievements/${id}`}>
          {t('achievements.toAchievement')}
        </LinkButton>
        <LinkButton href="/achievements">{t('achievements.title')}</LinkButton>
      </div>
    </div>
  )
}
