// `npm run golden`: writes the files of tests/golden anew, to be looked at as a diff and committed.
import { checkNode, install, tool } from './steps.mjs'

checkNode()
install()
process.env.GOLDEN = 'write'
process.exit(tool('vitest/vitest.mjs', ['run', 'tests/golden.test.ts']))
