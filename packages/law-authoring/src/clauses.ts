import { isMapping, mappingAt, type PackSource } from './pack-source.ts'
import { Findings, type Problem } from './problem.ts'

/** Where one clause of a text went: terms of the pack, or the reason why none. */
export interface Clause {
  readonly id: string
  /** Such as `norm gd.disclosure` or `register achievements`. */
  readonly by: readonly string[]
  readonly waived?: { readonly zh: string; readonly en: string }
}

/** The clauses that a pack accounts for one by one, in the order of the text. */
export function clausesOf(source: PackSource): readonly Clause[] {
  return Object.entries(source.clauses).map(([id, told]) => {
    if (Array.isArray(told)) return { id, by: told.map(String) }
    const { zh, en } = mappingAt(isMapping(told) ? told : {}, 'waived')
    return { id, by: [], waived: { zh: String(zh ?? ''), en: String(en ?? '') } }
  })
}

/** Terms that a clause names and the pack does not have; clauses that name nothing and give no reason. */
export function checkClauses(source: PackSource): readonly Problem[] {
  const findings = new Findings()
  const has: Readonly<Record<string, (id: string) => boolean>> = {
    norm: (id) => source.norms.some((norm) => norm['id'] === id),
    definition: (id) => Object.hasOwn(source.definitions, id),
    parameter: (id) => Object.hasOwn(source.parameters, id),
    reading: (id) => Object.hasOwn(source.interpretations, id),
    fact: (id) => Object.hasOwn(source.facts, id),
    act: (id) => Object.hasOwn(source.actions, id),
    ...Object.fromEntries(
      PARTS.map((kind) => [kind, (id: string) => partOf(source, kind, id) !== undefined]),
    ),
  }
  for (const { id, by, waived } of clausesOf(source)) {
    const where = `clause ${id}`
    for (const term of by) {
      const [kind = '', name = ''] = term.split(' ')
      if (!has[kind]?.(name))
        findings.error('clause', where, {
          zh: `写明“${term}”，但没有此项`,
          en: `names «${term}», which is not there`,
        })
    }
    if (by.length === 0 && !(waived?.zh && waived.en))
      findings.error('clause', where, {
        zh: '没有写明编入何处，也没有以中英文说明理由',
        en: 'names no term and gives no reason in both languages',
      })
  }
  return findings.problems
}

/** What the product has for a clause that is no rule. */
const PARTS = ['register', 'report', 'feature'] as const

function partOf(source: PackSource, kind: string, id: string): unknown {
  const parts = mappingAt(source.features, kind)
  return Object.hasOwn(parts, id) ? parts[id] : undefined
}

/** The clauses of a pack as a table for people. */
export function clauseTable(source: PackSource): string {
  const rows = clausesOf(source).map(({ id, by, waived }) => {
    const terms = by
      .map((term) => `\`${term}\`${isPlanned(source, term) ? ' (planned)' : ''}`)
      .join(', ')
    return `| ${id} | ${terms || `waived: ${waived?.en ?? ''}`} |`
  })
  return [`## ${source.id}`, '', '| Clause | Encoded as |', '| --- | --- |', ...rows, ''].join('\n')
}

function isPlanned(source: PackSource, term: string): boolean {
  const [kind = '', id = ''] = term.split(' ')
  const part = partOf(source, kind, id)
  return isMapping(part) && part['planned'] === true
}
