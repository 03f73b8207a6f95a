import { useSyncExternalStore } from 'react'
import { type Connection, currentConnection, watchConnection } from '../api/connection.ts'

/** How it stands with the server, kept up to date. */
export function useConnection(): Connection {
  return useSyncExternalStore(watchConnection, currentConnection)
}
