// `npm test`: installs, builds and runs every check, then ends with the line `N passed, N failed`.
// `--nightly` runs the slow suites instead of the everyday ones.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, checkNode, install, root, tool } from './steps.mjs'

checkNode()
install()
build()

const nightly = process.argv.includes('--nightly')
const results = join(root, 'node_modules', '.yizhuan', 'results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

let passed = 0
let failed = 0

/** A check that either holds or does not: it counts as one. */
function check(name, path, args) {
  console.log(`\n— ${name}`)
  if (tool(path, args) === 0) passed += 1
  else failed += 1
}

/** A suite that counts its own tests. A suite in which nothing ran has failed. */
function suite(name, config) {
  console.log(`\n— ${name}`)
  const file = join(results, `${name}.json`)
  const args = [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  const status = tool('vitest/vitest.mjs', args)
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  passed += counts?.numPassedTests ?? 0
  failed += counts?.numFailedTests ?? 0
  const ranNothing = (counts?.numPassedTests ?? 0) + (counts?.numFailedTests ?? 0) === 0
  if (ranNothing || (status !== 0 && (counts?.numFailedTests ?? 0) === 0)) failed += 1
}

if (nightly) {
  check('dead code', 'knip/bin/knip.js', ['--no-progress'])
  suite('nightly', 'vitest.nightly.config.ts')
} else {
  check('format and lint', '@biomejs/biome/bin/biome', ['check', '.'])
  check('type-aware lint', 'oxlint/bin/oxlint', ['--type-aware'])
  suite('everyday', 'vitest.config.ts')
  suite('browser', 'vitest.browser.config.ts')
}

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
