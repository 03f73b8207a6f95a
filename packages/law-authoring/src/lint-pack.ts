import type { Day, Words } from '@yizhuan/kit'
import { citeOf, type Pack, walk } from '@yizhuan/law'
import type { LawCase } from './case-document.ts'
import { checkClauses } from './clauses.ts'
import { coverage, uncoveredOf, waives } from './coverage.ts'
import { checkDates, checkReviews, checkValues } from './lint-dates.ts'
import { checkStack } from './lint-stack.ts'
import { checkTypes } from './lint-types.ts'
import { packOf } from './load-pack.ts'
import { checkLock } from './lock.ts'
import { untriedStatuses } from './mutate.ts'
import { isMapping, type Mapping, mappingAt, type PackSource } from './pack-source.ts'
import { Findings, type Problem } from './problem.ts'
import { outcomesOf } from './reachability.ts'
import { checkShape } from './shape.ts'
import type { LawText } from './text/law-text.ts'
import { type Tree, treesOf } from './trees.ts'

/** What a pack may be held against besides itself. */
export interface LintOptions {
  /** The packs it stands on, base first. */
  readonly bases?: readonly Pack[]
  /** Its cases: then every norm must have been tried in every status, and every case be named. */
  readonly cases?: readonly LawCase[]
  /** The Chinese names as written: then none of them may be left over. */
  readonly caseNames?: Readonly<Record<string, string>>
  /** Today: then overdue reviews are told. */
  readonly today?: Day
}

/** Everything that can be said about a pack without running a case: shape, citations, types, use, reach. */
export function lintPack(
  source: PackSource,
  texts?: ReadonlyMap<string, LawText>,
  options?: LintOptions,
): Problem[] {
  const steps = linting(source, texts, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps, for those who must let others have their turn. */
export function* linting(
  source: PackSource,
  texts: ReadonlyMap<string, LawText> = new Map(),
  { bases = [], cases, caseNames = {}, today }: LintOptions = {},
): Generator<void, Problem[]> {
  const shape = checkShape(source)
  if (shape.length > 0) return shape
  const pack = packOf(source)
  const findings = new Findings()
  const trees = treesOf(pack, findings)
  yield
  checkNames(pack, bases, findings)
  checkStack(pack, bases, findings)
  checkTypes([...bases, pack], trees, findings)
  yield
  checkUse(pack, trees, findings)
  checkReach(pack, trees, findings)
  yield
  checkDates(pack, findings)
  checkValues(pack, findings)
  checkEvidence(source, findings)
  checkDigests(source, pack, findings)
  checkCoverage(source, findings)
  if (today) checkReviews(pack, today, findings)
  yield
  for (const note of cases ? untriedStatuses(pack, cases) : [])
    findings.warning('untried', pack.id, note)
  if (cases) checkCaseNames(cases, caseNames, findings)
  yield
  return [...checkLock(source, texts), ...checkClauses(source), ...findings.problems]
}

/** Every clause that binds is encoded, or waived with a reason; no waiver is left over. */
function checkCoverage(source: PackSource, findings: Findings) {
  const clauses = coverage(source)
  for (const { source: id, at } of uncoveredOf(clauses))
    findings.warning('uncovered', `${id}#${at}`, {
      zh: '有约束力，但没有规范引用，也没有说明理由不编入',
      en: 'binds; nothing cites it and nobody waived it',
    })
  for (const waiver of source.coverage) {
    if (!clauses.some((clause) => waives(source, waiver, clause)))
      findings.warning('waiver-unused', String(waiver['at']), {
        zh: '豁免的条款没有约束力',
        en: 'waives a clause that does not bind',
      })
  }
}

/** Who reads Chinese checks a norm by its cases as well. */
function checkCaseNames(
  cases: readonly LawCase[],
  names: Readonly<Record<string, string>>,
  findings: Findings,
) {
  for (const { name, zh } of cases)
    if (zh === undefined)
      findings.warning('unnamed', `case «${name}»`, {
        zh: '没有中文名称',
        en: 'has no Chinese name',
      })
  const known = new Set(cases.map(({ name }) => name))
  for (const name of Object.keys(names))
    if (!known.has(name))
      findings.warning('name-unused', `case «${name}»`, {
        zh: '规则包中没有这个算例',
        en: 'is no case of the pack',
      })
}

function checkNames(pack: Pack, bases: readonly Pack[], findings: Findings) {
  const norms = new Set([pack, ...bases].flatMap((each) => each.norms.map((norm) => norm.id)))
  for (const norm of pack.norms) {
    const where = `norm ${norm.id}`
    for (const act of norm.requiredFor ?? [])
      if (!pack.actions[act])
        findings.error('unknown-act', where, {
          zh: `所限制的办理事项“${act}”不存在`,
          en: `guards unknown act «${act}»`,
        })
    if (norm.settledBy !== undefined && !pack.actions[norm.settledBy])
      findings.error('unknown-act', where, {
        zh: `用以办理的事项“${norm.settledBy}”不存在`,
        en: `is settled by unknown act «${norm.settledBy}»`,
      })
    if ((norm.due ?? norm.opens) !== undefined && norm.settledBy === undefined)
      findings.error('no-way-out', where, {
        zh: '有期限，但没有写明由哪个事项办理',
        en: 'has a day but names no act that settles it',
      })
    for (const other of norm.replaces ?? [])
      if (!norms.has(other))
        findings.error('unknown-norm', where, {
          zh: `代替的规范“${other}”不存在`,
          en: `replaces unknown «${other}»`,
        })
    for (const fact of norm.anchor ?? [])
      if (pack.facts[fact]?.type !== 'date')
        findings.error('anchor', where, {
          zh: `起算的“${fact}”不是日期`,
          en: `anchor «${fact}» is not a day`,
        })
    // A rule in principle only warns, and has nothing to bite with.
    if (norm.force !== 'should' && !norm.requiredFor?.length && !norm.due)
      findings.warning('toothless', where, {
        zh: '不限制任何办理事项，也没有期限',
        en: 'guards no act and has no deadline',
      })
  }
  for (const [id, interpretation] of Object.entries(pack.interpretations)) {
    const readings = Object.keys(interpretation.readings)
    if (!readings.includes(interpretation.default))
      findings.error('default', `interpretation ${id}`, {
        zh: '默认口径不在各口径之中',
        en: 'the default is not one of its readings',
      })
    if (readings.length < 2)
      findings.error('readings', `interpretation ${id}`, {
        zh: '只有一种口径，应改为定义',
        en: 'has no rival reading: define the term',
      })
  }
}

const NOT_USED: Words = { zh: '没有规范用到', en: 'no norm uses it' }

function checkUse(pack: Pack, trees: readonly Tree[], findings: Findings) {
  const refs = new Set<string>()
  const params = new Set<string>()
  for (const { tree } of trees)
    for (const node of walk(tree)) {
      if (node.t === 'ref') refs.add(node.path)
      if (node.t === 'param') params.add(node.id)
    }
  if (pack.money) {
    const { net, deductions, carried } = pack.money
    for (const id of [net, deductions, ...(carried === undefined ? [] : [carried])]) refs.add(id)
  }
  for (const { param } of pack.money?.shares ?? []) params.add(param)
  for (const id of Object.keys(pack.parameters))
    if (!params.has(id)) findings.error('unused', `parameter ${id}`, NOT_USED)
  for (const kind of ['definitions', 'interpretations'] as const)
    for (const id of Object.keys(pack[kind]))
      if (!refs.has(id)) findings.error('unused', `${kind.slice(0, -1)} ${id}`, NOT_USED)
}

function checkReach(pack: Pack, trees: readonly Tree[], findings: Findings) {
  for (const { owner, part, tree } of trees) {
    if (!['applies', 'met', 'violated', 'open'].includes(part) || tree.t === 'literal') continue
    const outcomes = outcomesOf(tree, pack.facts)
    if (!outcomes) continue
    if (!outcomes.has(true))
      findings.error('unreachable', owner, {
        zh: `“${part}”不可能成立`,
        en: `«${part}» can never be true`,
      })
    if (!outcomes.has(false))
      findings.error('vacuous', owner, {
        zh: `“${part}”不可能不成立`,
        en: `«${part}» can never be false`,
      })
  }
}

function checkEvidence(source: PackSource, findings: Findings) {
  for (const [id, fact] of Object.entries(source.facts)) {
    const evidence = isMapping(fact) ? fact['evidence'] : undefined
    for (const kind of Array.isArray(evidence) ? evidence : [])
      if (source.evidence[String(kind)] === undefined)
        findings.error('evidence', `fact ${id}`, {
          zh: `没有“${String(kind)}”这种材料`,
          en: `unknown kind of evidence «${String(kind)}»`,
        })
  }
}

/** Has a clause, or one around it, a digest? */
function isDigested(digests: Mapping, at: string): boolean {
  const parts = at.split('.')
  return parts.some((_, cut) => digests[parts.slice(0, cut + 1).join('.')] !== undefined)
}

/** Every cited article or item has a digest of our own, its own or that of the article around it. */
function checkDigests(source: PackSource, pack: Pack, findings: Findings) {
  for (const norm of pack.norms)
    for (const address of [norm.cite].flat()) {
      const cite = citeOf(pack, address)
      const digests = mappingAt(source.digests, cite.source)
      if (!isDigested(digests, cite.at))
        findings.error('digest', `norm ${norm.id}`, {
          zh: `${cite.source}#${cite.at} 没有要点`,
          en: `${cite.source}#${cite.at} has no digest`,
        })
    }
}
