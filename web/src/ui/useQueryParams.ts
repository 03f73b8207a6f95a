import { useRouter, useRouterState } from '@tanstack/react-router'

/**
 * What stands behind the question mark of the address: filters and days, so that a view can be sent to
 * somebody and found again with the back button. An empty value is left out.
 */
export function useQueryParams() {
  const router = useRouter()
  const text = useRouterState({ select: ({ location }) => location.searchStr })
  const params = new URLSearchParams(text)
  const go = (next: URLSearchParams) => {
    const query = next.toString()
    router.history.replace(`${location.pathname}${query ? `?${query}` : ''}${location.hash}`)
  }
  return {
    /** All of it, as a view keeps it. */
    all: (): Record<string, string> => Object.fromEntries(params),
    /** These and nothing else. */
    put: (all: Readonly<Record<string, string>>) => go(new URLSearchParams(Object.entries(all))),
    get: (name: string): string | undefined => params.get(name) ?? undefined,
    set(changes: Readonly<Record<string, string | undefined>>) {
      const next = new URLSearchParams(text)
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(name)
        else next.set(name, value)
      }
      go(next)
    },
  }
}
