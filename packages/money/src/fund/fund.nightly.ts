import fc from 'fast-check'

// The properties of funds, each with ten thousand runs.

fc.configureGlobal({ numRuns: 10_000 })

await import('./fund.prop.test.ts')
