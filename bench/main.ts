import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { type Bench, type Figure, type Run, table } from './figure.ts'
import { type Ground, type GroundSize, openGround } from './ground.ts'

// `npm run bench [name…] [--full | --million] [--data FOLDER]`: runs the benchmarks and prints their figures.
const args = process.argv.slice(2)
const million = args.includes('--million')
const full = million || args.includes('--full')
const at = args.indexOf('--data')
const folder = at < 0 ? undefined : args[at + 1]
const wanted = args.filter((arg, index) => !arg.startsWith('--') && (at < 0 || index !== at + 1))

const here = import.meta.dirname
const known = readdirSync(here)
  .filter((name) => name.endsWith('.bench.js'))
  .map((name) => name.slice(0, -'.bench.js'.length))
  .sort()
const strangers = wanted.filter((name) => !known.includes(name))
if (strangers.length > 0) {
  console.error(`There is no benchmark "${strangers[0]}"; known are ${known.join(', ')}.`)
  process.exit(2)
}

const opened = new Map<GroundSize, Promise<Ground>>()
const bench: Bench = {
  full,
  million,
  ground: (size = million ? 'million' : full ? 'full' : 'quick') => {
    const ground = opened.get(size) ?? openGround({ size, folder })
    opened.set(size, ground)
    return ground
  },
}

const figures: (Figure & { bench: string })[] = []
try {
  for (const name of wanted.length > 0 ? wanted : known) {
    console.log(`${name} …`)
    const { run } = (await import(`./${name}.bench.js`)) as { run: Run }
    const found = (await run(bench)).map((figure) => ({ bench: name, ...figure }))
    figures.push(...found)
    // What is known stays known when a later one is broken off.
    console.log(table(found))
  }
} finally {
  for (const ground of opened.values()) await (await ground).close()
}

const started = new Date()
const results = join(here, '..', 'results')
mkdirSync(results, { recursive: true })
const file = join(results, `${started.toISOString().replace(/[:.]/g, '-')}.json`)
const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model }
writeFileSync(file, JSON.stringify({ at: started, full, machine, figures }, undefined, 2))
console.log(`\n${table(figures)}\n\nWritten to ${file}`)
