import { useEffect } from 'react'

/** What a key asks for, wherever one stands on a page. */
export type Shortcut = 'palette' | 'search' | 'help'

/** Keys that work everywhere; while somebody types they are letters, but for ⌘K. */
export function shortcutOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  isTyping: boolean,
): Shortcut | undefined {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return 'palette'
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (event.key === '/') return 'search'
  return event.key === '?' ? 'help' : undefined
}

/** Listens for the keys that work everywhere. */
export function useShortcuts(act: (shortcut: Shortcut) => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null
      const isTyping = target?.matches('input, textarea, select, [contenteditable]') ?? false
      const shortcut = shortcutOf(event, isTyping)
      if (!shortcut) return
      event.preventDefault()
      act(shortcut)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [act])
}
