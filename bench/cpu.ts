import { readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'

// What a request costs in time of the processors: unlike a rate it hardly depends on what else the
// machine is doing. Linux tells it of every process; elsewhere it is not known.

const watched = new Map<string, { readonly server: number; readonly postmaster: number }>()

/** Has the server at a URL and its PostgreSQL watched. */
export function watch(url: string, server: number, postmaster: number): void {
  watched.set(url, { server, postmaster })
}

/** Milliseconds the processors have spent for the server at a URL and for all of PostgreSQL. */
export function cpuSpent(url: string): number | undefined {
  const processes = watched.get(url)
  if (!processes || process.platform !== 'linux') return undefined
  const { server, postmaster } = processes
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(name) ?? [])
    .filter(({ id, parent }) => id === server || parent === postmaster)
    .reduce((total, { ticks }) => total + ticks * 10, 0)
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

function statOf(name: string): { id: number; parent: number; ticks: number } | undefined {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8')
    // After the name of the program, which may hold anything: state, parent, …, user and system time.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number)
    return { id: Number(name), parent: parent ?? 0, ticks: (user ?? 0) + (system ?? 0) }
  } catch {
    return undefined // It has ended meanwhile.
  }
}
