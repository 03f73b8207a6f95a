import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Plain links to our own pages change the page without loading the client anew. */
export function useInnerLinks(): void {
  const router = useRouter()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const href = innerAddress(event)
      if (href === undefined) return
      event.preventDefault()
      router.history.push(href)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
}

function innerAddress(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.target || link.hasAttribute('download')) return undefined
  if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return undefined
  const isSamePage = link.pathname === location.pathname && link.search === location.search
  if (isSamePage && link.hash) return undefined
  return `${link.pathname}${link.search}${link.hash}`
}
