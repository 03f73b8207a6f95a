import { queryOptions, useQuery } from '@tanstack/react-query'
import type { WaitingWire } from '@yizhuan/server/wire/search/search'
import { read } from '../api/client.ts'
import { useLanguage } from './language.ts'

/** What the worker has still to make findable; asked again while there is some. */
const waitingQuery = queryOptions({
  queryKey: ['search', 'waiting'],
  queryFn: () => read<WaitingWire>('/search/waiting'),
  refetchInterval: ({ state }) => (state.data?.items.length ? 3000 : false),
  staleTime: 3000,
})

/** Says, where somebody searches, that some records are not found by their words yet. */
export function NotYetFound(props: { q: string | undefined; kind?: string | undefined }) {
  const { t } = useLanguage()
  const isAsked = props.q !== undefined && props.q !== ''
  const { data } = useQuery({ ...waitingQuery, enabled: isAsked })
  const waiting = data?.items.filter(({ kind }) => !props.kind || kind === props.kind) ?? []
  const count = waiting.reduce((sum, one) => sum + one.count, 0)
  if (!isAsked || count === 0) return null
  return (
    <p className="hint" role="status">
      {t('finding.notYet', { count })}
    </p>
  )
}
