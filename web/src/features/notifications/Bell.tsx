import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import type { NotificationPageWire } from '@yizhuan/server/wire/notifications/notification'
import { read, write } from '../../api/client.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage } from '../../ui/language.ts'

const key = ['notifications']

/** What is new for me: how many in the bar, the newest lines a click away. */
export function Bell() {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => read<NotificationPageWire>('/notifications'),
    refetchInterval: 60_000,
  })
  const markRead = useMutation({
    mutationFn: () => write<{ unread: number }>('POST', '/notifications/read', {}),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
  const unread = data?.unread ?? 0
  const items = data?.items.slice(0, 12) ?? []
  return (
    <details className="menu menu-end bell">
      <summary className="button button-quiet button-small">
        <Icon name="bell" />
        {unread > 0 && <span className="bell-count">{unread > 99 ? '99+' : unread}</span>}
        <span className="unseen">{t('notifications.title', { count: unread })}</span>
      </summary>
      <div className="menu-list bell-list">
        <div className="menu-note">
          <strong>{t('notifications.heading')}</strong>
          {unread > 0 && (
            <button type="button" className="link" onClick={() => markRead.mutate()}>
              {t('notifications.markRead')}
            </button>
          )}
        </div>
        {items.length === 0 && <p className="menu-empty muted">{t('notifications.none')}</p>}
        <ul>
          {items.map((one) => (
            <Line key={one.id} one={one} />
          ))}
        </ul>
      </div>
    </details>
  )
}

function Line({ one }: { one: NotificationPageWire['items'][number] }) {
  const { t, say } = useLanguage()
  return (
    <li className={one.read ? '' : 'unread'}>
      <a href={one.path}>
        {!one.read && <span className="unseen">{t('notifications.unread')}</span>}
        {say(one.text)}
        <span className="muted">
          {' '}
          {one.caseNumber} {one.caseTitle} · {timeInChina(one.at)}
        </span>
      </a>
    </li>
  )
}
