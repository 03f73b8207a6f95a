import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Session, sessionQuery } from './session.api.ts'

/**
 * A way into the platform: afterwards everything read before as somebody else is forgotten. Who only
 * goes on after a session has ended keeps the page and reads it afresh.
 */
export function useEntry<Values>(
  enter: (values: Values) => Promise<Session>,
  onDone: (session: Session) => void,
  { goesOn = false } = {},
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: enter,
    onSuccess: (session) => {
      const others = {
        predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== 'session',
      }
      if (goesOn) void client.invalidateQueries(others)
      else client.removeQueries(others)
      client.setQueryData(sessionQuery.queryKey, session)
      onDone(session)
    },
  })
}
