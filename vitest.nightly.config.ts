import { defineConfig } from 'vitest/config'

// Slow suites: many kills, many random deals.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['tests/nightly/**/*.nightly.ts', '{packages,server}/**/*.nightly.ts'],
    globalSetup: ['tests/postgres.setup.ts'],
    testTimeout: 900_000,
    hookTimeout: 300_000,
    maxWorkers: 1,
    fileParallelism: false,
  },
})
