import fc from 'fast-check'

// What was paid and is put right, each property with ten thousand runs: reversals restore what they undo.

fc.configureGlobal({ numRuns: 10_000 })

await import('../taking.test.ts')
await import('./settlement.prop.test.ts')
