import { parentPort, workerData } from 'node:worker_threads'
import { modules } from '../../modules/index.ts'
import { useShippedPacks } from '../../modules/policies/index.ts'
import { clockFrom, systemClock } from '../../platform/clock.ts'
import { contextOn } from '../../platform/start.ts'
import { startWorker } from '../../platform/worker.ts'
import type { HelperOrder } from './crew.ts'

// A helper of a worker: a worker in a thread of its own, with connections of its own. It takes its jobs as
// any other does, from the database.

const { config, appUrl, now, packs } = workerData as HelperOrder
useShippedPacks(packs)
const context = contextOn(config, appUrl, now ? clockFrom(now) : systemClock)
const worker = startWorker(context, modules, (sentence) => parentPort?.postMessage(sentence))

parentPort?.once('message', async () => {
  await worker.stop()
  await context.db.destroy()
})
