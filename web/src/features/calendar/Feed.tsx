import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { dayInChina, timeInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { feedQuery, makeFeed, revokeFeed } from './calendar.api.ts'

const alarms = { none: [], one: [1], two: [3, 1], three: [7, 1, 0] } as const
type Alarm = keyof typeof alarms

/** One's own dues in the calendar of a phone or a computer. */
export function Feed() {
  const { t } = useLanguage()
  const query = useQuery(feedQuery)
  return (
    <Panel title={t('calendar.feed.title')}>
      <p className="muted">{t('calendar.feed.note')}</p>
      <Loaded query={query}>{({ feed }) => <FeedForm key={feed?.madeAt} feed={feed} />}</Loaded>
    </Panel>
  )
}

type OwnFeed = NonNullable<ReturnType<typeof useFeed>>
const useFeed = () => useQuery(feedQuery).data?.feed

function FeedForm({ feed }: { feed: OwnFeed | null }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [scope, setScope] = useState<'mine' | 'all'>(feed?.scope ?? 'mine')
  const [alarm, setAlarm] = useState<Alarm>(alarmOf(feed?.alarmDays))
  const [url, setUrl] = useState<string>()
  const make = useMutation({
    mutationFn: () => makeFeed({ scope, alarmDays: [...alarms[alarm]] }),
    onSuccess: ({ url: made }) => setUrl(made),
  })
  const revoke = useMutation({
    mutationFn: revokeFeed,
    onSuccess: () => {
      setUrl(undefined)
      return client.invalidateQueries({ queryKey: feedQuery.queryKey })
    },
  })
  const asks = (question: string, then: () => void) => {
    if (!feed || window.confirm(question)) then()
  }
  return (
    <>
      <ProblemAlert error={make.error ?? revoke.error} />
      {url ? (
        <Callout tone="good" title={t('calendar.feed.shownOnce')}>
          <Copied text={url} />
        </Callout>
      ) : (
        <p>{feed ? <Standing feed={feed} /> : t('calendar.feed.none')}</p>
      )}
      <ChoiceField
        label={t('calendar.feed.scope')}
        value={scope}
        onChange={(value) => setScope(value === 'all' ? 'all' : 'mine')}
        choices={(['mine', 'all'] as const).map((value) => ({
          value,
          label: t(`calendar.feed.scopes.${value}`),
        }))}
      />
      <ChoiceField
        label={t('calendar.feed.alarms')}
        value={alarm}
        onChange={(value) => setAlarm(value as Alarm)}
        choices={(Object.keys(alarms) as Alarm[]).map((value) => ({
          value,
          label: t(`calendar.feed.alarm.${value}`),
        }))}
      />
      <div className="actions">
        <Button
          kind={feed ? 'plain' : 'primary'}
          busy={make.isPending}
          onClick={() => asks(t('calendar.feed.rotateAsk'), make.mutate)}
        >
          {feed || url ? t('calendar.feed.rotate') : t('calendar.feed.make')}
        </Button>
        {(feed || url) && (
          <Button
            kind="danger"
            busy={revoke.isPending}
            onClick={() => asks(t('calendar.feed.revokeAsk'), revoke.mutate)}
          >
            {t('calendar.feed.revoke')}
          </Button>
        )}
      </div>
    </>
  )
}

function Standing({ feed: { madeAt, expiresAt, isExpired, lastUsedAt } }: { feed: OwnFeed }) {
  const { t } = useLanguage()
  if (isExpired) {
    return (
      <span className="lacking">{t('calendar.feed.expired', { day: timeInChina(expiresAt) })}</span>
    )
  }
  return (
    <span className="muted">
      {t('calendar.feed.madeAt', { at: timeInChina(madeAt) })} ·{' '}
      {t('calendar.feed.until', { day: dayInChina(expiresAt) })} ·{' '}
      {lastUsedAt
        ? t('calendar.feed.lastUsed', { at: timeInChina(lastUsedAt) })
        : t('calendar.feed.neverUsed')}
    </span>
  )
}

/** A text to take along, and a button that takes it. */
function Copied({ text }: { text: string }) {
  const { t } = useLanguage()
  const [isCopied, set] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    set(true)
  }
  return (
    <div className="copied">
      <code>{text}</code>
      <Button small onClick={copy}>
        {isCopied ? t('calendar.feed.copied') : t('calendar.feed.copy')}
      </Button>
    </div>
  )
}

function alarmOf(days: readonly number[] | undefined): Alarm {
  const found = (Object.keys(alarms) as Alarm[]).find(
    (name) => alarms[name].join() === days?.join(),
  )
  return found ?? 'one'
}
