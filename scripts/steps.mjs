// What the launcher and the test command share: a check of Node, an install and a build that run
// only when needed. Node's own modules only, since nothing is installed yet when this runs.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamps = join(root, 'node_modules', '.yizhuan')

/** Ends the process with one sentence that says what is wrong and what to do. */
export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Refuses a Node that is too old, before anything else can fail in a way nobody understands. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(
    `Yizhuan needs Node 20.19 or newer; this is Node ${process.versions.node}. Install a newer Node and run the same command again.`,
  )
}

/** Runs a command in the root folder and returns its exit status; its output goes to the terminal. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (result.error) fail(`Could not start ${command}: ${result.error.message}.`)
  return result.status ?? 1
}

/** A tool from node_modules, run by this very Node: no shell and no symlink needed. */
export function tool(path, args, options = {}) {
  return run(process.execPath, [join(root, 'node_modules', path), ...args], options)
}

/** Installs the locked dependencies unless they stand already. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  // By what the lock says, not by its age: a checkout of another version may leave it older.
  if (stampOf('installed') === lock) return
  console.log('Installing dependencies …')
  const npm = process.env.npm_execpath
  // Not `npm ci`: it refuses where a registry lacks the optional parts of other platforms. The lock
  // file still decides every version, and is not rewritten.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const status = npm ? run(process.execPath, [npm, ...args]) : run('npm', args)
  if (status !== 0)
    fail(
      `The dependencies could not be installed (npm ended with status ${status}). Check the disk space and the connection to the npm registry.`,
    )
  stamp('installed', lock)
}

const sources = ['packages', 'server', 'web'].map((folder) => join(root, folder))

/** Compiles the packages, the server and the web client unless nothing has changed since. */
export function build({ force = false } = {}) {
  if (!force && isFresh('built', [...sources, join(root, 'package-lock.json')])) return
  console.log('Building …')
  if (tool('typescript/bin/tsc', ['-b']) !== 0)
    fail('The TypeScript build failed; the messages above say where.')
  const web = { cwd: join(root, 'web') }
  if (tool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], web) !== 0)
    fail('The web client could not be built; the messages above say why.')
  stamp('built')
}

function stamp(name, text = '') {
  mkdirSync(stamps, { recursive: true })
  writeFileSync(join(stamps, name), text)
}

function stampOf(name) {
  const file = join(stamps, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function isFresh(name, paths) {
  const file = join(stamps, name)
  if (!existsSync(file)) return false
  const made = statSync(file).mtimeMs
  return paths.every((path) => newest(path) <= made)
}

function newest(path) {
  const info = statSync(path)
  if (!info.isDirectory()) return info.mtimeMs
  return readdirSync(path)
    .filter((name) => !['node_modules', 'dist', 'dist-types'].includes(name))
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0)
}
