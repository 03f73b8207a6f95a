import { linkSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { OperatorError } from './operator-error.ts'

interface Holder {
  readonly pid: number
  readonly started: string
  readonly host: string
  readonly address: string
}

/**
 * Holds a file as long as this process lives, so that one data folder has one server.
 *
 * A file left by a process that was killed is taken over. @returns how to let it go.
 * @throws {OperatorError}  when another process holds it: "already running at …".
 */
export function takeLock(file: string, address: string): () => void {
  mkdirSync(dirname(file), { recursive: true })
  const mine: Holder = {
    pid: process.pid,
    started: startOf(process.pid) ?? '',
    host: hostname(),
    address,
  }
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(mine))
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (linked(draft, file)) return () => rmSync(file, { force: true })
      const holder = readHolder(file)
      if (holder && isAlive(holder)) {
        throw new OperatorError(
          `Yizhuan is already running at ${holder.address} (process ${holder.pid}).`,
        )
      }
      rmSync(file, { force: true })
    }
    throw new OperatorError(`Another start is under way at the same moment: try again.`)
  } finally {
    unlinkSync(draft)
  }
}

function linked(draft: string, file: string): boolean {
  try {
    // A link either appears complete or not at all, unlike a file that is written.
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.pid === process.pid) return false
  if (!isRunning(holder.pid)) return false
  // Process numbers are used again, above all in containers: the time of start tells them apart.
  const started = startOf(holder.pid)
  return started === undefined || started === holder.started
}

/** Whether a process exists. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // One that has ended but was not yet collected by its parent still has a number.
    return fieldsOf(pid)?.[0] !== 'Z'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process was started, as the system counts; undefined where it does not tell. */
function startOf(pid: number): string | undefined {
  return fieldsOf(pid)?.[19]
}

/** What the system tells of a process after its name: its state first. */
function fieldsOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is a name in brackets that may hold blanks.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
