import { parentPort, workerData } from 'node:worker_threads'
import { type Request, workOn } from './template-work.ts'

// The thread in which a template of somebody's is opened: it takes one request, answers, and ends.
parentPort?.postMessage(await workOn(workerData as Request))
