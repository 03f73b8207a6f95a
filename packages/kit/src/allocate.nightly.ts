import fc from 'fast-check'

// How a whole is divided, each property with ten thousand runs.

fc.configureGlobal({ numRuns: 10_000 })

await import('./allocate.prop.test.ts')
await import('./percentages.prop.test.ts')
