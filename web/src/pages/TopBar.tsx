import { useState } from 'react'
import { Bell } from '../features/notifications/Bell.tsx'
import type { Session } from '../features/session/session.api.ts'
import { chooseLanguage } from '../locales/language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage } from '../ui/language.ts'
import {
  isShown,
  type NavEntry,
  type NavPage,
  navigation,
  navigationFor,
  openNavigation,
} from './navigation.ts'
import { PersonMenu } from './PersonMenu.tsx'

/** Who and where one is, the way to everything, and the pages. */
export function TopBar(props: { session: Session | null; path: string; onSeek: () => void }) {
  const { session, path, onSeek } = props
  const { t, lang } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const entries = session ? navigationFor(navigation, session.roles) : openNavigation
  return (
    <header className="top">
      <div className="top-line">
        <span className="only-phone">
          <Button kind="quiet" small aria-label={t('app.menu')} onClick={() => setOpen(true)}>
            <Icon name="menu" />
          </Button>
        </span>
        <a href={session ? '/' : '/notices'} className="brand">
          {t('app.name')}
        </a>
        <span className="brand-place only-wide">{session?.institution.name ?? t('app.full')}</span>
        <div className="top-end">
          {session && (
            <button type="button" className="seek" onClick={onSeek} aria-label={t('app.search')}>
              <Icon name="search" size={16} />
              <span className="only-wide">{t('app.search')}</span>
              <kbd className="only-wide">Ctrl K</kbd>
            </button>
          )}
          {session && <Bell />}
          <Button
            kind="quiet"
            small
            onClick={() => void chooseLanguage(lang === 'zh' ? 'en' : 'zh')}
          >
            {t('nav.language')}
          </Button>
          {session ? <PersonMenu session={session} /> : <a href="/login">{t('nav.signIn')}</a>}
        </div>
      </div>
      <nav className="tabs only-wide" aria-label={t('app.pages')}>
        {entries.map((entry) => (
          <Tab key={entry.name} entry={entry} path={path} />
        ))}
      </nav>
      {isOpen && (
        <Dialog
          className="side"
          title={session?.institution.name ?? t('app.name')}
          onClose={() => setOpen(false)}
        >
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside take the keys */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are the controls */}
          <div className="drawer" onClick={() => setOpen(false)}>
            <nav aria-label={t('app.pages')}>
              {entries.map((entry) =>
                'to' in entry ? (
                  <NavLink key={entry.name} page={entry} path={path} />
                ) : (
                  <div key={entry.name}>
                    <div className="drawer-group">{t(`nav.${entry.name}`)}</div>
                    {entry.pages.map((page) => (
                      <NavLink key={page.to} page={page} path={path} />
                    ))}
                  </div>
                ),
              )}
            </nav>
          </div>
        </Dialog>
      )}
    </header>
  )
}

function NavLink(props: { page: NavPage; path: string; className?: string }) {
  const { t } = useLanguage()
  const shown = isShown(props.page, props.path)
  return (
    <a
      href={props.page.to}
      className={`${props.className ?? ''} ${shown ? 'active' : ''}`}
      aria-current={shown ? 'page' : undefined}
    >
      {t(`nav.${props.page.name}`)}
    </a>
  )
}

function Tab({ entry, path }: { entry: NavEntry; path: string }) {
  const { t } = useLanguage()
  if ('to' in entry) return <NavLink page={entry} path={path} className="tab" />
  const shown = entry.pages.some((page) => isShown(page, path))
  return (
    <details className="menu" key={path}>
      <summary className={`tab ${shown ? 'active' : ''}`}>
        {t(`nav.${entry.name}`)} <Icon name="down" size={12} />
      </summary>
      <ul className="menu-list">
        {entry.pages.map((page) => (
          <li key={page.to}>
            <NavLink page={page} path={path} />
          </li>
        ))}
      </ul>
    </details>
  )
}
