import fc from 'fast-check'

// What is taken, parted with co-owners, paid and put right, each property with ten thousand runs: reversals restore
// what they undo.

fc.configureGlobal({ numRuns: 10_000 })

await import('../taking.test.ts')
await import('./settlement.prop.test.ts')
await import('../co-owners/co-owners.test.ts')
await import('../../service-contract/reward.test.ts')
