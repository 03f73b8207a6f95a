import fc from 'fast-check'

// The properties of receivables, each with ten thousand runs.

fc.configureGlobal({ numRuns: 10_000 })

await import('../currency/exchange.prop.test.ts')
await import('../royalty/royalty.prop.test.ts')
await import('../royalty/per-piece.test.ts')
await import('../terms/terms.test.ts')
await import('./matching.prop.test.ts')
await import('./booked.prop.test.ts')
await import('./refunds.prop.test.ts')
