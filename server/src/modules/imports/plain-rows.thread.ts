import { parentPort, workerData } from 'node:worker_threads'
import { type AskedFile, plainRowsOf } from './plain-rows.ts'

// The thread in which the rows of a list are read.
parentPort?.postMessage(await plainRowsOf(workerData as AskedFile))
