import { queryOptions } from '@tanstack/react-query'
import { read, write } from '../../api/client.ts'
import { noteConnection } from '../../api/connection.ts'

/** Who is signed in. */
export interface Session {
  readonly person: { readonly id: string; readonly name: string }
  readonly institution: { readonly id: string; readonly name: string }
  readonly roles: readonly string[]
  readonly lang: 'zh' | 'en'
}

/** The session; null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  retry: false,
  queryFn: async (): Promise<Session | null> => {
    const session = await read<Session | null>('/session')
    if (session === null) noteConnection({ isSignedOut: true })
    return session
  },
})

/** Whether the first administrator is still to be created. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => read<{ open: boolean }>('/setup'),
})

/** Signs in. */
export function signIn(login: string, password: string): Promise<Session> {
  return entered(write<Session>('POST', '/session', { login, password }))
}

/** Signs out. */
export function signOut(): Promise<void> {
  return write<void>('DELETE', '/session')
}

/** What the first administrator gives. */
export interface Founding {
  readonly token: string
  readonly login: string
  readonly password: string
  readonly name: string
  readonly institutionName: string
}

/** Founds the institution and its first account. */
export function found(founding: Founding): Promise<Session> {
  return entered(write<Session>('POST', '/setup', founding))
}

/** Chooses the first password of an account one was invited to. */
export function acceptInvitation(token: string, password: string): Promise<Session> {
  return entered(write<Session>('POST', '/invitation', { token, password }))
}

/** Changes one's own password. */
export function changePassword(current: string, next: string): Promise<void> {
  return write<void>('POST', '/session/password', { current, next })
}

async function entered(session: Promise<Session>): Promise<Session> {
  const opened = await session
  noteConnection({ isSignedOut: false })
  return opened
}

/** Whom an invitation is for. */
export interface InvitedPerson {
  readonly name: string
  readonly login: string
  readonly institution: string
}

/** Whom an invitation is for, while it is good. */
export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => write<InvitedPerson>('POST', '/invitation/look', { token }),
  })
}

/** A place where one is signed in. */
export interface OpenSession {
  readonly since: string
  readonly seenAt: string
  readonly address: string | null
  readonly agent: string | null
  readonly isThis: boolean
}

/** Where one is signed in. */
export const openSessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => read<{ items: OpenSession[] }>('/session/open'),
})

/** Signs out everywhere else. */
export function signOutElsewhere(): Promise<void> {
  return write<void>('DELETE', '/session/others')
}
