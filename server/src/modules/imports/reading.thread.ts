import { parentPort, workerData } from 'node:worker_threads'
import { cleanUp } from '../../platform/frugal.ts'
import { type Request, readingOf } from './reading.ts'

// The thread in which a workbook is read: it takes one request, answers how it was understood, and
// then hands over its rows and problems piece by piece, as they are asked for.
const { answer, pieces } = await readingOf(workerData as Request)
// The cells are half of what is held and needed no more: left alone they would stay until the last piece.
cleanUp()
parentPort?.on('message', () => parentPort?.postMessage(pieces.next().value))
parentPort?.postMessage(answer)
