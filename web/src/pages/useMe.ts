import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { type Session, sessionQuery } from '../features/session/session.api.ts'

/** Who looks at a page inside: as features need it, without knowing of sessions. */
export interface Me {
  readonly id: string
  readonly name: string
  readonly institution: string
  readonly roles: readonly string[]
}

const nobody: Me = { id: '', name: '', institution: '', roles: [] }

/** Who is signed in; who was, while a session that ended is opened again. */
export function useMe(): Me {
  const { data } = useQuery(sessionQuery)
  const last = useRef<Session | undefined>(undefined)
  if (data) last.current = data
  const session = last.current
  if (!session) return nobody
  const { person, institution, roles } = session
  return { id: person.id, name: person.name, institution: institution.name, roles }
}
