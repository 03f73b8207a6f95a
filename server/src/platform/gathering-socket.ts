import { Socket } from 'node:net'

/**
 * A socket that sends what was written during one turn of the event loop in one piece.
 *
 * Every piece wakes the other side: the end of one transaction, the begin of the next and its first
 * query wake PostgreSQL once instead of three times.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket()
  const write = socket.write.bind(socket)
  let isGathering = false
  const gather = (...written: Parameters<Socket['write']>) => {
    if (!isGathering) {
      isGathering = true
      socket.cork()
      setImmediate(() => {
        isGathering = false
        socket.uncork()
      })
    }
    return write(...written)
  }
  // Not before: connecting puts the ordinary `write` back.
  socket.once('connect', () => Object.assign(socket, { write: gather }))
  return socket
}
