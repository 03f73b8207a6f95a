import { parentPort, workerData } from 'node:worker_threads'
import { type Asked, sheetsToCorrect } from './to-correct.ts'

// The thread in which the rows to be corrected are picked out of a workbook.
parentPort?.postMessage(await sheetsToCorrect(workerData as Asked))
