import { citationsOf, declaredSources, homeOf, parseCitation, sourceIdsOf } from './citations.ts'
import { bindingClausesOf } from './coverage.ts'
import { isMapping, type Mapping, mappingAt, type PackSource } from './pack-source.ts'
import { Findings, type Problem } from './problem.ts'
import { nodeAt } from './text/address.ts'
import { type LawText, wordsOf } from './text/law-text.ts'
import { fingerprint, readsIn } from './text/matching.ts'
import { type Measure, spellings } from './text/numerals.ts'

/** How a numeric value reads at its article: `70%` there, `15日` elsewhere. */
export interface LockedValue {
  readonly at: string
  readonly value: string
  readonly reads: string
}

/** What we remember of one source text without keeping its words. */
export interface LockedSource {
  readonly nodes: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, LockedValue>>
  /** Addresses of the clauses that oblige or forbid, for the coverage report. */
  readonly binding: readonly string[]
}

/** Source id to what is locked of it: the content of `sources.lock.yaml`. */
export type Lock = Readonly<Record<string, LockedSource>>

/** One dated value of a parameter that claims to stand in a text. */
interface TextValue {
  readonly key: string
  readonly source: string
  readonly at: string
  readonly value: string
  readonly forms: readonly string[]
}

/** Fingerprints of every cited and digested address, from the texts at hand. */
export function lockOf(source: PackSource, texts: ReadonlyMap<string, LawText>): Lock {
  const lock: Record<string, LockedSource> = {}
  for (const [id, law] of texts) {
    const nodes: Record<string, string> = {}
    for (const at of [...addressesOf(source, id)].sort(byAddress)) {
      const node = nodeAt(law, at)
      if (!('error' in node)) nodes[at] = fingerprint(wordsOf(law, node))
    }
    const values: Record<string, LockedValue> = {}
    for (const value of textValuesOf(source).filter((each) => each.source === id)) {
      const node = nodeAt(law, value.at)
      const reads =
        'error' in node ? undefined : value.forms.find((form) => readsIn(form, wordsOf(law, node)))
      if (reads) values[value.key] = { at: value.at, value: value.value, reads }
    }
    const scope = declaredSources(source).find((each) => each.id === id)?.scope
    lock[id] = { nodes, values, binding: bindingClausesOf(law, scope) }
  }
  return lock
}

/** Does the pack agree with its lock and, where a text is at hand, the lock with the text? */
export function checkLock(source: PackSource, texts: ReadonlyMap<string, LawText>): Problem[] {
  const findings = new Findings()
  const known = sourceIdsOf(source)
  const textless = textlessOf(source)
  for (const citation of citationsOf(source)) {
    const locked = mappingAt(mappingAt(source.lock, citation.source), 'nodes')
    const address = `${citation.source}#${citation.at}`
    if (!known.has(citation.source))
      findings.error('source', citation.where, {
        zh: `没有文件 ${citation.source}`,
        en: `unknown source ${citation.source}`,
      })
    else if (!textless.has(citation.source) && locked[citation.at] === undefined)
      findings.error('not-locked', citation.where, {
        zh: `${address} 没有指纹`,
        en: `${address} has no fingerprint in the lock`,
      })
  }
  for (const [id, locked] of Object.entries(source.lock)) {
    const wanted = addressesOf(source, id)
    for (const at of Object.keys(mappingAt(asMapping(locked), 'nodes')))
      if (!wanted.has(at))
        findings.warning('lock-unused', `${id}#${at}`, {
          zh: '没有规范引用',
          en: 'nothing cites it',
        })
  }
  for (const value of textValuesOf(source)) checkLockedValue(source, value, findings)
  for (const [id, law] of texts) checkText(source, id, law, findings)
  return findings.problems
}

function checkLockedValue(source: PackSource, value: TextValue, findings: Findings) {
  const locked = mappingAt(mappingAt(mappingAt(source.lock, value.source), 'values'), value.key)
  const where = `parameter ${value.key}`
  if (locked['at'] !== value.at || String(locked['value']) !== value.value)
    findings.error('value-not-locked', where, {
      zh: `${value.at} 的 ${value.value} 与核对过的不同，请写明原文写法`,
      en: `${value.value} at ${value.at} is not what was locked`,
    })
  else if (!value.forms.includes(String(locked['reads'])))
    findings.error('value-not-readable', where, {
      zh: `“${String(locked['reads'])}”不是 ${value.value}`,
      en: `«${String(locked['reads'])}» is not ${value.value}`,
    })
}

function checkText(source: PackSource, id: string, law: LawText, findings: Findings) {
  const locked = mappingAt(mappingAt(source.lock, id), 'nodes')
  for (const at of addressesOf(source, id)) {
    const node = nodeAt(law, at)
    if ('error' in node)
      findings.error('no-such-address', `${id}#${at}`, { zh: '没有这个条款', en: node.error })
    else if (locked[at] !== fingerprint(wordsOf(law, node)))
      findings.error('text-changed', `${id}#${at}`, {
        zh: '文本与编入时不同',
        en: 'the text differs from the one encoded',
      })
  }
  for (const value of textValuesOf(source).filter((each) => each.source === id)) {
    const node = nodeAt(law, value.at)
    if (!('error' in node) && !value.forms.some((form) => readsIn(form, wordsOf(law, node))))
      findings.error('value-not-readable', `parameter ${value.key}`, {
        zh: `在 ${id}#${value.at} 读不到 ${value.forms.join(' / ')}`,
        en: `none of ${value.forms.join(' / ')} can be read at ${id}#${value.at}`,
      })
  }
}

/** Where a value stands in a text, not only in our own gap-filling. */
const STATED: ReadonlySet<string> = new Set(['text', 'external'])

const asMapping = (value: unknown): Mapping => (isMapping(value) ? value : {})

/** Every address of a source that the pack cites or digests. */
function addressesOf(source: PackSource, id: string): ReadonlySet<string> {
  const cited = citationsOf(source).filter((citation) => citation.source === id)
  const digested = Object.keys(mappingAt(source.digests, id))
  return new Set([...cited.map((citation) => citation.at), ...digested])
}

/** The sources that were encoded without a text. */
const textlessOf = (source: PackSource): ReadonlySet<string> =>
  new Set(
    declaredSources(source)
      .filter((each) => each.lacksText)
      .map(({ id }) => id),
  )

/** The values that a text states: those of other law too, where its text was at hand. */
function textValuesOf(source: PackSource): TextValue[] {
  const home = homeOf(source)
  const textless = textlessOf(source)
  return Object.entries(source.parameters).flatMap(([id, parameter]) => {
    const values = asMapping(parameter)['values']
    return (Array.isArray(values) ? values : [])
      .filter(isMapping)
      .filter((value) => STATED.has(String(value['provenance'] ?? 'text')))
      .map((value) => ({
        // The value of a draft may have no first day.
        key: value['from'] === undefined ? id : `${id}@${String(value['from'])}`,
        ...parseCitation(String(value['cite']), home),
        value: String(value['value']),
        forms: formsOf(String(value['value']), String(asMapping(parameter)['type'])),
      }))
      .filter((value) => !textless.has(value.source))
  })
}

/** How a number may stand in a text; money, whole fen here, is written in yuan, 万元 or 亿元. */
export function formsOf(value: string, type: string): readonly string[] {
  if (type === 'money')
    return [`${Number(value) / 1e10}亿元`, `${Number(value) / 1e6}万元`, `${Number(value) / 100}元`]
  const measure: Measure =
    type === 'ratio' ? 'percent' : type === 'days' ? 'days' : type === 'years' ? 'years' : 'plain'
  const n = Number(value.replace('%', ''))
  return Number.isInteger(n) ? spellings(n, measure) : [value]
}

/** a2 before a14, a14 before a14.p1. */
function byAddress(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
