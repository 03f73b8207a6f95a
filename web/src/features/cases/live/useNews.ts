import type { NewsWire } from '@yizhuan/server/wire/cases/live/live'
import { useCallback, useEffect, useRef, useState } from 'react'
import { address, write } from '../../../api/client.ts'
import { newId } from '../../../api/ids.ts'

/** How often a page in view says that it is there; where no event comes through, also how late it is. */
const everyMs = 20_000

/**
 * What others do in a case while its page is open.
 *
 * @param seq  the last act the page shows.
 * @param act  the form that is being filled in.
 */
export function useNews(
  id: string,
  seq: number,
  act: string | undefined,
  isLive: boolean,
): NewsWire | undefined {
  const [news, setNews] = useState<NewsWire>()
  const [page] = useState(newId)
  const shown = useRef({ seq, act })
  const ask = useCallback(
    async (leaves = false) => {
      const { seq: since, act: filling } = shown.current
      const body = { page, since, leaves, ...(filling !== undefined && { act: filling }) }
      try {
        const told = await write<NewsWire>('POST', `/cases/${id}/presence`, body)
        if (!leaves) setNews(told)
      } catch {
        // That the server cannot be reached the page says elsewhere; it is asked again soon.
      }
    },
    [id, page],
  )
  useEffect(() => {
    shown.current = { seq, act }
    if (isLive) void ask()
  }, [seq, act, isLive, ask])
  useEffect(() => (isLive ? whileInView(id, ask) : undefined), [id, isLive, ask])
  return news
}

/** Asks from time to time and whenever the server rings, as long as the page is in view. */
function whileInView(id: string, ask: (leaves?: boolean) => Promise<void>): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setInterval> | undefined
  const begin = () => {
    source = new EventSource(address(`/cases/${id}/live`))
    source.onmessage = () => void ask()
    timer = setInterval(() => void ask(), everyMs)
  }
  const end = () => {
    // A browser opens few connections to one address: a page out of view holds none.
    source?.close()
    clearInterval(timer)
  }
  const turn = () => {
    end()
    if (document.visibilityState !== 'visible') return
    begin()
    void ask()
  }
  if (document.visibilityState === 'visible') begin()
  document.addEventListener('visibilitychange', turn)
  return () => {
    end()
    document.removeEventListener('visibilitychange', turn)
    void ask(true)
  }
}
