// `npm run golden`: writes the files of tests/golden, the tables of docs/procedures.md and docs/scenarios.md anew, to be looked at as a diff and committed.
import { build, checkNode, install, tool } from './steps.mjs'

checkNode()
install()
build()
process.env.GOLDEN = 'write'
const papers = ['packages/procedures/src/papers/papers.test.ts']
const told = ['tests/transitions.test.ts', 'tests/scenarios.test.ts']
const browser = ['--config', 'vitest.browser.config.ts', 'tests/e2e/golden.e2e.ts']
const status =
  tool('vitest/vitest.mjs', ['run', 'tests/golden.test.ts', ...told, ...papers]) ||
  tool('vitest/vitest.mjs', ['run', ...browser])
process.exit(status)
