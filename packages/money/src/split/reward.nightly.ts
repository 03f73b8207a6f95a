import fc from 'fast-check'

// The properties of rewards by the rule of the house, each with ten thousand runs.

fc.configureGlobal({ numRuns: 10_000 })

await import('./reward.prop.test.ts')
