import { readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'

// What a request costs in time of the processors: unlike a rate it hardly depends on what else the
// machine is doing. Linux tells it of every process; elsewhere it is not known.

const watched = new Map<string, { readonly server: number; readonly postmaster: number }>()

/** Has the server at a URL and its PostgreSQL watched. */
export function watch(url: string, server: number, postmaster: number): void {
  watched.set(url, { server, postmaster })
}

/**
 * Milliseconds the processors have spent for the server at a URL and for all of PostgreSQL: the processes
 * of its connections that run, and through the one that started them those that have ended.
 */
export function cpuSpent(url: string): number | undefined {
  const processes = watched.get(url)
  if (!processes || process.platform !== 'linux') return undefined
  const { server, postmaster } = processes
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(name) ?? [])
    .reduce((total, { id, parent, ticks, ended }) => {
      if (id === postmaster) return total + (ticks + ended) * 10
      return id === server || parent === postmaster ? total + ticks * 10 : total
    }, 0)
}

/** How busy the machine was in the last minute: what else runs makes every figure worse. */
export function loadNow(): string {
  return (loadavg()[0] ?? 0).toFixed(1)
}

/** Megabytes that the process of the server at a URL holds. */
export function memoryOf(url: string): number | undefined {
  const processes = watched.get(url)
  if (!processes || process.platform !== 'linux') return undefined
  const status = readFileSync(`/proc/${processes.server}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

interface Stat {
  readonly id: number
  readonly parent: number
  /** Hundredths of a second of the process, and of those it started that have ended. */
  readonly ticks: number
  readonly ended: number
}

function statOf(name: string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8')
    // After the name of the program, which may hold anything: state, parent, …, user and system time, and
    // the same of its children that have ended.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const at = (place: number) => Number(fields[place] ?? 0)
    return { id: Number(name), parent: at(1), ticks: at(11) + at(12), ended: at(13) + at(14) }
  } catch {
    return undefined // It has ended meanwhile.
  }
}
