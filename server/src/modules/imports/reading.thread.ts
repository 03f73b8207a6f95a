import { parentPort, workerData } from 'node:worker_threads'
import { answer, type Request } from './reading.ts'

// The thread in which a workbook is read: it takes one request, answers it, and ends.
parentPort?.postMessage(await answer(workerData as Request))
