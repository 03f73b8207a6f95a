import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'

/** A YAML mapping as read: checked where it is turned into something typed. */
export type Mapping = Readonly<Record<string, unknown>>

/** The documents of one pack folder, as written by its authors. */
export interface PackSource {
  readonly dir: string
  readonly id: string
  readonly head: Mapping
  readonly facts: Mapping
  readonly actions: Mapping
  readonly evidence: Mapping
  /** What the product has for clauses that are no rule: registers, reports, features. */
  readonly features: Mapping
  readonly parameters: Mapping
  readonly definitions: Mapping
  readonly interpretations: Mapping
  readonly norms: readonly Mapping[]
  readonly digests: Mapping
  readonly coverage: readonly Mapping[]
  readonly clauses: Mapping
  readonly lock: Mapping
}

/** Is it a YAML mapping? */
export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The mapping under a key, empty when absent. */
export function mappingAt(value: Mapping, key: string): Mapping {
  const found = value[key]
  return isMapping(found) ? found : {}
}

/** Reads a YAML file; a missing one is empty. */
export function readYaml(file: string): unknown {
  if (!existsSync(file)) return undefined
  try {
    return parse(readFileSync(file, 'utf8'), { merge: true, prettyErrors: true })
  } catch (error) {
    throw new Error(`${basename(file)}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const readMapping = (file: string): Mapping => {
  const value = readYaml(file)
  return isMapping(value) ? value : {}
}

const readList = (file: string): readonly Mapping[] => {
  const value = readYaml(file)
  return Array.isArray(value) ? value.filter(isMapping) : []
}

/** The YAML files of a folder, by name. */
export function yamlFilesIn(dir: string): string[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(dir, name))
}

/** The id of the pack in a folder. */
export function packIdOf(dir: string): string {
  const { id } = readMapping(join(dir, 'pack.yaml'))
  if (typeof id !== 'string') throw new Error(`${dir} holds no pack.yaml with an id`)
  return id
}

/** Reads the folder of one pack and the vocabulary it shares with its neighbours (`../_shared`). */
export function readPackSource(dir: string): PackSource {
  const head = readMapping(join(dir, 'pack.yaml'))
  const id = packIdOf(dir)
  const shared = join(dir, '..', '_shared')
  return {
    dir,
    id,
    head,
    facts: vocabularyIn(join(shared, 'facts')),
    actions: readMapping(join(shared, 'actions.yaml')),
    evidence: readMapping(join(shared, 'evidence.yaml')),
    features: readMapping(join(shared, 'features.yaml')),
    parameters: readMapping(join(dir, 'parameters.yaml')),
    definitions: readMapping(join(dir, 'definitions.yaml')),
    interpretations: readMapping(join(dir, 'interpretations.yaml')),
    norms: yamlFilesIn(join(dir, 'norms')).flatMap(readList),
    digests: readMapping(join(dir, 'digests.yaml')),
    coverage: readList(join(dir, 'coverage.yaml')),
    clauses: readMapping(join(dir, 'clauses.yaml')),
    lock: readMapping(join(dir, 'sources.lock.yaml')),
  }
}

/** The vocabulary, one file a subject; a fact that two files describe would have two meanings. */
function vocabularyIn(dir: string): Mapping {
  const facts: Record<string, unknown> = {}
  for (const file of yamlFilesIn(dir))
    for (const [id, fact] of Object.entries(readMapping(file))) {
      if (Object.hasOwn(facts, id))
        throw new Error(`${basename(file)}: fact ${id} is written twice`)
      facts[id] = fact
    }
  return facts
}

/** The pack folders below a root, `_shared` and calendars aside. */
export function packFoldersIn(root: string): string[] {
  return readdirSync(root)
    .filter((name) => !name.startsWith('_') && name !== 'calendars')
    .map((name) => join(root, name))
    .filter((dir) => statSync(dir).isDirectory() && existsSync(join(dir, 'pack.yaml')))
    .sort()
}
