import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { gatheringSocket } from './gathering-socket.ts'

test('what one turn writes leaves in one piece, in order, and the next turn’s in another', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const socket = gatheringSocket()
  const accepted = once(server, 'connection')
  socket.connect(port, '127.0.0.1')
  const [peer] = (await accepted) as [Socket]
  const sent: string[] = []
  const pieces = new Promise<void>((resolve) => {
    peer.on('data', (piece) => {
      sent.push(piece.toString())
      if (sent.join('').endsWith('!')) resolve()
    })
  })
  socket.write('begin;')
  socket.cork()
  socket.write('select 1;')
  socket.uncork()
  socket.write('commit;')
  expect(socket.writableLength).toBe('begin;select 1;commit;'.length)
  await turn()
  await turn()
  expect(socket.writableLength).toBe(0)
  socket.write('again!')
  await pieces
  expect(sent.join('')).toBe('begin;select 1;commit;again!')
  socket.destroy()
  server.close()
})
