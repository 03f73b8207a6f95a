import { callerOf } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { benchmark } from './benchmark.queries.ts'
import { BenchmarkQueryWire, BenchmarkWire } from './benchmark.wire.ts'
import { moneyReaders } from './receivables.access.ts'

/** What deals of this house came to, for whoever prices the next. */
export function benchmarkRoutes(app: App, { db }: Context): void {
  app.get(
    '/deal-benchmark',
    {
      config: { access: moneyReaders },
      schema: {
        tags: ['receivables'],
        querystring: BenchmarkQueryWire,
        response: { 200: BenchmarkWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => benchmark(tx, caller.institution, request.query))
    },
  )
}
