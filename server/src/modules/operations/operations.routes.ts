import { statfs } from 'node:fs/promises'
import { callerOf } from '../../platform/access.ts'
import { asReader, type Tx } from '../../platform/database.ts'
import { waitingJobs } from '../../platform/jobs.ts'
import type { App, Context } from '../../platform/module.ts'
import { oldestFact } from '../../platform/outbox.ts'
import { checkpointUpTo, firstRecordedOn } from '../evidence/index.ts'
import { undeliveredSince } from '../notifications/index.ts'
import { checksOf, type Figures } from './operations.ts'
import { OperationsWire } from './operations.wire.ts'

/** `GET /operations`: what whoever looks after the service wants to see first. */
export function operationsRoutes(app: App, context: Context): void {
  app.get(
    '/operations',
    {
      config: { access: ['admin'] },
      schema: { tags: ['operations'], response: { 200: OperationsWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      return await asReader(context.db, caller, (tx) =>
        readOperations(tx, context, caller.institution),
      )
    },
  )
}

async function readOperations(tx: Tx, { config, clock }: Context, institution: string) {
  const now = clock.now()
  const { earliest, troubled } = await waitingJobs(tx, institution, now)
  const checkpoint = await checkpointUpTo(tx, institution, clock.today())
  const { bavail, bsize } = await statfs(config.dataFolder)
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000)
  const figures: Figures = {
    undelivered: await undeliveredSince(tx, institution, weekAgo),
    oldestFactSeconds: await oldestFact(tx, institution),
    latestJobSeconds: earliest && Math.floor((now.getTime() - earliest.getTime()) / 1000),
    troubledJobs: troubled.length,
    checkpointOn: checkpoint?.statement.day ?? null,
    recordedOn: await firstRecordedOn(tx, institution),
    freeBytes: bavail * bsize,
  }
  return {
    checks: checksOf(figures, clock.today()),
    troubled: troubled.map((job) => ({ ...job, nextTry: job.nextTry.toISOString() })),
  }
}
