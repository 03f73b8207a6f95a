import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { type Session, sessionQuery } from '../features/session/session.api.ts'
import { useLanguage } from '../ui/language.ts'
import { BottomTabs } from './BottomTabs.tsx'
import { Breadcrumbs } from './Breadcrumbs.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { Everywhere, type Over } from './Everywhere.tsx'
import { navigation, navigationFor } from './navigation.ts'
import { SignInAgain } from './SignInAgain.tsx'
import { TopBar } from './TopBar.tsx'
import { useInnerLinks } from './useInnerLinks.ts'
import { useMenus } from './useMenus.ts'

/** The frame around every page. */
export function Shell() {
  const { t } = useLanguage()
  const { data: session } = useQuery(sessionQuery)
  const last = useLast(session)
  const place = useRef<HTMLElement>(null)
  const mine = navigationFor(navigation, session?.roles ?? [])
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [over, setOver] = useState<Over>()
  useInnerLinks()
  useMenus()
  useFocusOnChange(path, place)
  return (
    <div className={`shell ${session ? 'has-bottom-tabs' : ''}`}>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <TopBar session={session ?? null} path={path} onSeek={() => setOver('palette')} />
      <ConnectionBanner />
      <main className="content" id="content" ref={place} tabIndex={-1}>
        {session && <Breadcrumbs entries={mine} path={path} />}
        <Outlet />
      </main>
      <footer className="foot">{t('app.foot')}</footer>
      {session && <BottomTabs path={path} />}
      <Everywhere session={session ?? null} over={over} onOver={setOver} />
      <SignInAgain last={last} />
    </div>
  )
}

/** Who was signed in last on this page, even after the session has ended. */
function useLast(session: Session | null | undefined): Session | null {
  const last = useRef<Session | null>(null)
  if (session) last.current = session
  return last.current
}

/** A reader of screens hears the new page, and Tab goes on from its beginning. */
function useFocusOnChange(path: string, place: React.RefObject<HTMLElement | null>): void {
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    place.current?.focus({ preventScroll: true })
  }, [path, place])
}
