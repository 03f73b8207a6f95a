import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Session, sessionQuery, signOut } from '../features/session/session.api.ts'
import { dropAllDrafts, hasDrafts } from '../ui/draft.ts'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage } from '../ui/language.ts'

/** Who is signed in, the account, and the way out. */
export function PersonMenu({ session }: { session: Session }) {
  const { t, named, listed } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    if (hasDrafts() && !window.confirm(t('session.dropDrafts'))) return
    await signOut()
    dropAllDrafts()
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    client.setQueryData(sessionQuery.queryKey, null)
    await navigate({ to: '/login' })
  }
  return (
    <details className="menu menu-end">
      <summary className="button button-quiet button-small">
        <Icon name="person" />
        <span className="only-wide">{session.person.name}</span>
        <span className="unseen">{t('session.account')}</span>
        <Icon name="down" size={12} />
      </summary>
      <ul className="menu-list">
        <li className="menu-note muted">
          {session.person.name}
          <br />
          {listed(session.roles.map((role) => named('role', role)))}
        </li>
        <li>
          <a href="/account">{t('session.account')}</a>
        </li>
        <li>
          <a href="/interests/me">{t('interests.mine')}</a>
        </li>
        <li>
          <a href="/rewards">{t('nav.rewards')}</a>
        </li>
        <li>
          <a href="/works/me">{t('works.mine')}</a>
        </li>
        <li>
          <a href="/reminders">{t('nav.reminders')}</a>
        </li>
        <li>
          <button type="button" onClick={leave}>
            {t('nav.signOut')}
          </button>
        </li>
      </ul>
    </details>
  )
}
