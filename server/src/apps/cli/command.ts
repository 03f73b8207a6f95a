import { parseArgs } from 'node:util'

/** One command of `yizhuan`: its words, its usage, and what it does with the rest of the line. */
export interface Command {
  readonly name: string
  readonly usage: string
  run(args: readonly string[]): Promise<number>
}

/** A line that cannot be carried out as written; ends with status 2 and this one sentence. */
export class UsageError extends Error {}

/** The options of a command line: each may be given several times, flags carry no value. */
export interface Options {
  readonly words: readonly string[]
  has(name: string): boolean
  all(name: string): readonly string[]
  one(name: string): string | undefined
  need(name: string): string
}

/** Reads a command line; refuses options that the command does not know, and words too many. */
export function optionsOf(
  args: readonly string[],
  names: readonly string[],
  flags: readonly string[] = [],
  words = 0,
): Options {
  const { values, positionals } = read(args, names, flags)
  const extra = positionals[words]
  if (extra !== undefined) throw new UsageError(`«${extra}» is one word too many`)
  const all = (name: string): readonly string[] => {
    const value = values[name]
    return Array.isArray(value) ? value.map(String) : []
  }
  return {
    words: positionals,
    has: (name) => values[name] === true,
    all,
    one: (name) => all(name).at(-1),
    need(name) {
      const value = all(name).at(-1)
      if (value === undefined) throw new UsageError(`--${name} is missing`)
      return value
    },
  }
}

interface Line {
  readonly values: Readonly<Record<string, unknown>>
  readonly positionals: readonly string[]
}

function read(args: readonly string[], names: readonly string[], flags: readonly string[]): Line {
  const valued = names.map((name) => [name, { type: 'string', multiple: true }] as const)
  const plain = flags.map((name) => [name, { type: 'boolean' }] as const)
  const options = Object.fromEntries([...valued, ...plain])
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? (error.message.split('.')[0] ?? '') : 'unreadable',
    )
  }
}

/** Writes a line, or a value as indented JSON, to standard output. */
export function print(value: unknown): void {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  process.stdout.write(`${text}\n`)
}
