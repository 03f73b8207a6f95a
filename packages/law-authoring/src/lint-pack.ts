import {
  citeOf,
  type Expression,
  type Pack,
  parseCondition,
  parseExpression,
  walk,
} from '@yizhuan/law'
import { packOf } from './load-pack.ts'
import { checkLock } from './lock.ts'
import { isMapping, mappingAt, type PackSource } from './pack-source.ts'
import { Findings, type Problem } from './problem.ts'
import { outcomesOf } from './reachability.ts'
import { checkShape, valuesOf } from './shape.ts'
import type { LawText } from './text/law-text.ts'

/** Everything that can be said about a pack without a case: shape, citations, use, reach. */
export function lintPack(
  source: PackSource,
  texts: ReadonlyMap<string, LawText> = new Map(),
): Problem[] {
  const shape = checkShape(source)
  if (shape.length > 0) return shape
  const pack = packOf(source)
  const findings = new Findings()
  const trees = treesOf(pack, findings)
  checkNames(pack, findings)
  checkUse(pack, trees, findings)
  checkReach(pack, trees, findings)
  checkDates(source, pack, findings)
  checkEvidence(source, findings)
  checkDigests(source, pack, findings)
  return [...checkLock(source, texts), ...findings.problems]
}

interface Tree {
  readonly owner: string
  readonly part: string
  readonly tree: Expression
}

function treesOf(pack: Pack, findings: Findings): Tree[] {
  const trees: Tree[] = []
  const read = (owner: string, part: string, make: () => Expression) => {
    try {
      trees.push({ owner, part, tree: make() })
    } catch (error) {
      findings.error('unreadable', `${owner} ${part}`, String(error))
    }
  }
  const cite = (address: string) => citeOf(pack, address)
  for (const [id, definition] of Object.entries(pack.definitions))
    read(`definition ${id}`, 'is', () => parseExpression(definition.is))
  for (const [id, interpretation] of Object.entries(pack.interpretations))
    for (const [choice, reading] of Object.entries(interpretation.readings))
      read(`interpretation ${id}`, choice, () => parseExpression(String(reading.is)))
  for (const norm of pack.norms) {
    for (const part of ['applies', 'met', 'violated', 'open'] as const) {
      const condition = norm[part]
      if (condition !== undefined)
        read(`norm ${norm.id}`, part, () => parseCondition(condition, cite))
    }
    for (const part of ['due', 'opens'] as const) {
      const text = norm[part]
      if (text !== undefined) read(`norm ${norm.id}`, part, () => parseExpression(text))
    }
  }
  return trees
}

function checkNames(pack: Pack, findings: Findings) {
  const norms = new Set(pack.norms.map((norm) => norm.id))
  for (const norm of pack.norms) {
    const where = `norm ${norm.id}`
    for (const act of norm.requiredFor ?? [])
      if (!pack.actions[act]) findings.error('unknown-act', where, `guards unknown act «${act}»`)
    if (norm.settledBy !== undefined && !pack.actions[norm.settledBy])
      findings.error('unknown-act', where, `is settled by unknown act «${norm.settledBy}»`)
    if ((norm.due ?? norm.opens) !== undefined && norm.settledBy === undefined)
      findings.error('no-way-out', where, 'has a day but names no act that settles it')
    for (const other of norm.replaces ?? [])
      if (!norms.has(other)) findings.error('unknown-norm', where, `replaces unknown «${other}»`)
    for (const fact of norm.anchor ?? [])
      if (pack.facts[fact]?.type !== 'date')
        findings.error('anchor', where, `anchor «${fact}» is not a day`)
    if (norm.force !== 'should' && !norm.requiredFor?.length && !norm.due && !norm.open)
      findings.warning('toothless', where, 'guards no act and has no deadline')
  }
  for (const [id, interpretation] of Object.entries(pack.interpretations))
    if (!interpretation.readings[interpretation.default])
      findings.error('default', `interpretation ${id}`, 'the default is not one of its readings')
}

function checkUse(pack: Pack, trees: readonly Tree[], findings: Findings) {
  const refs = new Set<string>()
  const params = new Set<string>()
  for (const { tree } of trees)
    for (const node of walk(tree)) {
      if (node.t === 'ref') refs.add(node.path)
      if (node.t === 'param') params.add(node.id)
    }
  if (pack.money) for (const id of [pack.money.net, pack.money.deductions]) refs.add(id)
  for (const id of Object.keys(pack.parameters))
    if (!params.has(id)) findings.error('unused', `parameter ${id}`, 'no norm uses it')
  for (const id of params)
    if (!pack.parameters[id]) findings.error('unknown-parameter', `$${id}`, 'does not exist')
  for (const kind of ['definitions', 'interpretations'] as const)
    for (const id of Object.keys(pack[kind]))
      if (!refs.has(id)) findings.error('unused', `${kind.slice(0, -1)} ${id}`, 'no norm uses it')
}

function checkReach(pack: Pack, trees: readonly Tree[], findings: Findings) {
  for (const { owner, part, tree } of trees) {
    if (!['applies', 'met', 'violated', 'open'].includes(part) || tree.t === 'literal') continue
    const outcomes = outcomesOf(tree, pack.facts)
    if (!outcomes) continue
    if (!outcomes.has(true)) findings.error('unreachable', owner, `«${part}» can never be true`)
    if (!outcomes.has(false)) findings.error('vacuous', owner, `«${part}» can never be false`)
  }
}

function checkDates(source: PackSource, pack: Pack, findings: Findings) {
  for (const [id, parameter] of Object.entries(source.parameters)) {
    const values = valuesOf(parameter)
    values.forEach((value, index) => {
      const where = `parameter ${id} from ${String(value['from'])}`
      const [from, to] = [String(value['from']), value['to'] ? String(value['to']) : undefined]
      const next = values[index + 1]
      const follows = next ? String(next['from']) : undefined
      if (follows && (!to || to > follows))
        findings.error('overlap', where, `overlaps the value from ${follows}`)
      if (follows && to && to < follows)
        findings.warning('gap', where, `no value from ${to} to ${follows}`)
      const cited = citeOf(pack, String(value['cite'])).source
      const force = pack.sources.find((each) => each.id === cited)?.inForce
      if (force && (from < force.from || (force.to && (!to || to > force.to))))
        findings.error('outside-force', where, `the source is in force from ${force.from}`)
    })
  }
  for (const each of pack.sources)
    if (each.status === 'draft' && pack.status === 'published')
      findings.error('draft', each.id, 'a published pack may not rest on a draft')
}

function checkEvidence(source: PackSource, findings: Findings) {
  for (const [id, fact] of Object.entries(source.facts)) {
    const evidence = isMapping(fact) ? fact['evidence'] : undefined
    for (const kind of Array.isArray(evidence) ? evidence : [])
      if (source.evidence[String(kind)] === undefined)
        findings.error('evidence', `fact ${id}`, `unknown kind of evidence «${String(kind)}»`)
  }
}

/** Every cited article or item has a digest of our own, its own or that of the article around it. */
function checkDigests(source: PackSource, pack: Pack, findings: Findings) {
  for (const norm of pack.norms)
    for (const address of [norm.cite].flat()) {
      const cite = citeOf(pack, address)
      const digests = mappingAt(source.digests, cite.source)
      const article = cite.at.split('.')[0] ?? ''
      if (!digests[cite.at] && !digests[article])
        findings.error('digest', `norm ${norm.id}`, `${cite.source}#${cite.at} has no digest`)
    }
}
