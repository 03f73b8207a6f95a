import { parentPort } from 'node:worker_threads'
import { type Page, pdfOf } from './pdf.ts'

// The thread of the typesetter: it prints one paper after the other until it is ended.
parentPort?.on('message', ({ id, page }: { id: number; page: Page }) => {
  try {
    parentPort?.postMessage({ id, pdf: pdfOf(page) })
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) })
  }
})
