import fc from 'fast-check'

// What a year carries over, with ten thousand of them.

fc.configureGlobal({ numRuns: 10_000 })

await import('./closing.test.ts')
