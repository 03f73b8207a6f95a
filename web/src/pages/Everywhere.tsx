import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useCallback } from 'react'
import type { Session } from '../features/session/session.api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useLanguage } from '../ui/language.ts'
import { navigation, navigationFor } from './navigation.ts'
import { type Shortcut, useShortcuts } from './useShortcuts.ts'

const Palette = lazy(async () => ({
  default: (await import('../features/search/Palette.tsx')).Palette,
}))

/** What lies over the page. */
export type Over = 'palette' | 'help' | undefined

/** What the keys bring up on every page: the palette, the search field, the list of keys. */
export function Everywhere(props: {
  session: Session | null
  over: Over
  onOver: (over: Over) => void
}) {
  const { t } = useLanguage()
  const router = useRouter()
  const { session, over, onOver } = props
  const isInside = session !== null
  const act = useCallback(
    (shortcut: Shortcut) => {
      const field = document.querySelector<HTMLElement>('[data-search]')
      if (shortcut === 'search' && field) field.focus()
      else if (shortcut === 'help') onOver('help')
      else if (isInside) onOver('palette')
    },
    [isInside, onOver],
  )
  useShortcuts(act)
  if (over === 'help') return <Keys onClose={() => onOver(undefined)} />
  if (over !== 'palette' || !session) return null
  const pages = navigationFor(navigation, session.roles)
    .flatMap((entry) => ('to' in entry ? [entry] : entry.pages))
    .map(({ name, to }) => ({ to, name: t(`nav.${name}`) }))
  return (
    <Suspense>
      <Palette
        pages={pages}
        onGo={(to) => router.history.push(to)}
        onClose={() => onOver(undefined)}
      />
    </Suspense>
  )
}

const keys = [
  ['Ctrl / ⌘ + K', 'palette'],
  ['/', 'search'],
  ['↑ ↓ Enter', 'choose'],
  ['Esc', 'close'],
  ['?', 'help'],
] as const

function Keys({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  return (
    <Dialog title={t('search.shortcuts')} onClose={onClose}>
      <dl className="told">
        {keys.map(([key, name]) => [
          <dt key={key}>
            <kbd>{key}</kbd>
          </dt>,
          <dd key={name}>{t(`search.shortcut.${name}`)}</dd>,
        ])}
      </dl>
    </Dialog>
  )
}
