/** How it stands with the server: reached or not, and whether it still knows who is asking. */
export interface Connection {
  readonly reach: 'ok' | 'offline' | 'unavailable'
  readonly isSignedOut: boolean
}

let connection: Connection = { reach: 'ok', isSignedOut: false }
const listeners = new Set<() => void>()

/** The present state; the same object while nothing changes. */
export function currentConnection(): Connection {
  return connection
}

/** Notes what the last answer told; whoever watches is told when it is news. */
export function noteConnection(news: Partial<Connection>): void {
  const next = { ...connection, ...news }
  if (next.reach === connection.reach && next.isSignedOut === connection.isSignedOut) return
  connection = next
  for (const listener of listeners) listener()
}

/** Watches the connection. @returns how to stop. */
export function watchConnection(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
