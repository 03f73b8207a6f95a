import fc from 'fast-check'

// The properties of payouts, each with ten thousand runs.

fc.configureGlobal({ numRuns: 10_000 })

await import('./payout.prop.test.ts')
