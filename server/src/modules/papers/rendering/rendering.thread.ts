import { parentPort } from 'node:worker_threads'
import { answer, type Request } from './rendering.ts'

// The thread in which papers are made: it answers one request after the other until it is ended.
parentPort?.on('message', async ({ id, request }: { id: number; request: Request }) => {
  try {
    parentPort?.postMessage({ id, value: await answer(request) })
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) })
  }
})
