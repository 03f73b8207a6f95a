import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { sessionQuery, signOut } from '../features/session/session.api.ts'
import { chooseLanguage } from '../locales/index.ts'
import { useLanguage } from '../ui/language.ts'

/** The frame around every page. */
export function Shell() {
  const { t, lang } = useLanguage()
  const { data: session } = useQuery(sessionQuery)
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const leave = async () => {
    await signOut()
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    client.setQueryData(sessionQuery.queryKey, null)
    await navigate({ to: '/login' })
  }
  const links = (
    <>
      {session && (
        <>
          <Link to="/" activeOptions={{ exact: true }}>
            {t('nav.workbench')}
          </Link>
          <Link to="/achievements">{t('nav.achievements')}</Link>
          <Link to="/cases">{t('nav.cases')}</Link>
        </>
      )}
      <Link to="/notices">{t('nav.notices')}</Link>
      {session && <Link to="/policies">{t('nav.policies')}</Link>}
    </>
  )
  return (
    <div className="shell">
      <div className="top">
        <Button className="only-phone" aria-label={t('app.menu')} onClick={() => setOpen(true)}>
          {t('app.menu')}
        </Button>
        <Link to="/" className="brand">
          {t('app.name')}
          <small>{session?.institution.name ?? t('app.full')}</small>
        </Link>
        <nav className="only-wide">{links}</nav>
        <div className="actions" style={{ marginLeft: 'auto' }}>
          <Button type="text" onClick={() => chooseLanguage(lang === 'zh' ? 'en' : 'zh')}>
            {t('nav.language')}
          </Button>
          {session ? (
            <>
              <span className="only-wide">{session.person.name}</span>
              <Button type="text" onClick={leave}>
                {t('nav.signOut')}
              </Button>
            </>
          ) : (
            <Link to="/login">{t('nav.signIn')}</Link>
          )}
        </div>
      </div>
      <Drawer
        open={isOpen}
        placement="left"
        size={240}
        onClose={() => setOpen(false)}
        title={session?.institution.name ?? t('app.name')}
      >
        <nav className="drawer" onClickCapture={() => setOpen(false)}>
          {links}
        </nav>
      </Drawer>
      <main className="content">
        <Outlet />
      </main>
    </div>
  )
}
