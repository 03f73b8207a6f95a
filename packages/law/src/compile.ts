import { type CalendarYear, calendarOf, canonicalJson, sha256Hex } from '@yizhuan/kit'
import { groupsOf, matterOf } from './agenda.ts'
import { Compiler, type Evaluate, Places } from './evaluate.ts'
import { type Expression, parseCondition, parseExpression, walk } from './expression.ts'
import { placesOf } from './facts-at.ts'
import type {
  Code,
  Definition,
  Gate,
  Interpretation,
  Law,
  Norm,
  NormRun,
  NormTrees,
  Term,
  Uses,
} from './law.ts'
import { usedReading } from './look.ts'
import { moneyPlanOf } from './money.ts'
import {
  type Cite,
  citeOf,
  citesOf,
  type DefinitionDocument,
  type FactDocument,
  type InterpretationDocument,
  type NormDocument,
  type Pack,
} from './pack.ts'
import { layersOf, withoutDrafts } from './parameters.ts'
import { Jurisdiction } from './regimes.ts'
import { Unknown } from './value.ts'

/** Compiles packs, base first. A later pack may define a term anew; parameters keep every layer. */
export function compile(packs: readonly Pack[], calendars: readonly CalendarYear[] = []): Law {
  return compiled(packs, calendars, hashOf(packs))
}

/** The same where the hash is known. A page that judges by it need not load what makes hashes. */
export function compiled(
  packs: readonly Pack[],
  calendars: readonly CalendarYear[],
  hash: string,
): Law {
  const definitions = new Map<string, Definition>()
  const interpretations = new Map<string, Interpretation>()
  for (const pack of packs) {
    for (const [id, document] of Object.entries(pack.definitions)) {
      definitions.set(id, definitionOf(pack, document))
    }
    for (const [id, document] of Object.entries(pack.interpretations)) {
      interpretations.set(id, interpretationOf(pack, document))
    }
  }
  const vocabulary = Object.assign({}, ...packs.map((pack) => pack.facts)) as Law['vocabulary']
  const actions = Object.assign({}, ...packs.map((pack) => pack.actions)) as Law['actions']
  const layers = layersOf(packs)
  const terms = { definitions, interpretations, vocabulary }
  const ids = [...new Set([...interpretations.keys(), ...definitions.keys()])]
  const compiler = new Compiler(new Map(ids.map((id, place) => [id, place])), vocabulary)
  const anchors = new Places()
  const norms = packs
    .flatMap((pack) => pack.norms.map((document) => ({ pack, document })))
    .map(({ pack, document }, place) => normOf(place, pack, document, terms, compiler, anchors))
  const ready = ids.map((id) => termOf(id, terms, compiler))
  const [groups, matter] = [groupsOf(norms), matterOf(norms)]
  const termsOf = (id: string) => placesIn({ t: 'ref', path: id }, terms, compiler)
  const money = moneyPlanOf(packs, { ...terms, compiler, anchors, termsOf })
  const parameters = compiler.parameters.names
  const acts = Object.keys(actions)
  const material = { packs, acts, layers, parameters, norms, groups, matter, terms: ready }
  const all = new Jurisdiction(material)
  const hasDrafts = packs.some(({ status }) => status !== 'published')
  const anchorPlaces = anchors.names.map((names) =>
    names === '' ? [] : names.split(',').map((id) => compiler.facts.of(id)),
  )
  return {
    id: packs.map((pack) => `${pack.id}@r${pack.revision}`).join('+'),
    hash,
    packs,
    vocabulary,
    actions,
    layers,
    definitions,
    interpretations,
    norms,
    calendar: calendarOf(calendars),
    code: {
      byId: new Map(norms.map((norm) => [norm.id, norm])),
      facts: placesOf(compiler.facts.names, vocabulary),
      anchors: anchorPlaces,
      terms: ready,
      groups,
      matter,
      all,
      inForce: hasDrafts ? new Jurisdiction({ ...material, layers: withoutDrafts(layers) }) : all,
      special: norms.flatMap((norm) => replacementsOf(norm, norms)),
      money,
      compiler,
    },
  }
}

/** The hash of a stack of packs: of every rule and every text. */
export function hashOf(packs: readonly Pack[]): string {
  return sha256Hex(canonicalJson(packs))
}

function replacementsOf(special: Norm, norms: readonly Norm[]): Code['special'] {
  if (special.replaces.length === 0) return []
  // A draft silences no law that is in force.
  const general = norms.filter(
    ({ id, isAdvisory }) => special.replaces.includes(id) && (isAdvisory || !special.isAdvisory),
  )
  return [{ special, general: general.map(({ place }) => place) }]
}

function definitionOf(pack: Pack, document: DefinitionDocument): Definition {
  const { label, type } = document
  return { label, type, cite: citeOf(pack, document.cite), tree: parseExpression(document.is) }
}

function interpretationOf(pack: Pack, document: InterpretationDocument): Interpretation {
  const { label, type, question, rationale } = document
  const readings = new Map(
    Object.entries(document.readings).map(([id, { text, is }]) => [
      id,
      { text, tree: parseExpression(String(is)) },
    ]),
  )
  if (!readings.has(document.default)) {
    throw new SyntaxError(`the default reading «${document.default}» does not exist`)
  }
  const cite = citeOf(pack, document.cite)
  return { label, type, question, cite, default: document.default, rationale, readings }
}

interface Terms {
  readonly definitions: ReadonlyMap<string, Definition>
  readonly interpretations: ReadonlyMap<string, Interpretation>
  readonly vocabulary: Readonly<Record<string, FactDocument>>
}

function termOf(id: string, terms: Terms, compiler: Compiler): Term {
  const interpretation = terms.interpretations.get(id)
  const definition = terms.definitions.get(id)
  const readings = [...(interpretation?.readings ?? [])]
  const trees = definition ? [definition.tree] : readings.map(([, { tree }]) => tree)
  const read = new Map(readings.map(([choice, { tree }]) => [choice, compiler.compile(tree)]))
  const said = definition && compiler.compile(definition.tree)
  return {
    id,
    usesDue: usesDue(trees, terms),
    run: (interpretation ? read.get(interpretation.default) : said) as Evaluate,
    readings: read,
    unknown: new Unknown([id]),
  }
}

/** The places of the terms that a tree rests on. */
function placesIn(tree: Expression, terms: Terms, compiler: Compiler): readonly number[] {
  const named = [...reach([tree], terms)].flatMap((node) => (node.t === 'ref' ? node.path : []))
  return named.flatMap((id) => compiler.termAt(id) ?? [])
}

function usesDue(trees: readonly Expression[], terms: Terms): boolean {
  return [...reach(trees, terms)].some((node) => node.t === 'ref' && node.path === 'due')
}

function normOf(
  place: number,
  pack: Pack,
  document: NormDocument,
  terms: Terms,
  compiler: Compiler,
  anchors: Places,
): Norm {
  try {
    const cite = (address: string) => citeOf(pack, address)
    const cites = citesOf(pack, document.cite)
    const trees = treesOf(document, cite)
    const source = pack.sources.find(({ id }) => id === cites[0]?.source)
    const uses = usesOf(cites, Object.values(trees) as Expression[], terms)
    const anchor = document.anchor ?? []
    const isAdvisory = pack.status !== 'published' || source?.status === 'draft'
    return {
      place,
      id: document.id,
      pack: pack.id,
      topic: document.topic,
      title: document.title,
      force: document.force ?? 'must',
      isProhibition: document.violated !== undefined,
      cites,
      anchor,
      requiredFor: document.requiredFor ?? [],
      settledBy: document.settledBy,
      replaces: document.replaces ?? [],
      source,
      isAdvisory,
      blocks: document.force !== 'should' && !isAdvisory,
      trees,
      run: runOf(trees, compiler),
      gates: [
        ...aboutOf(pack, document, uses, compiler),
        ...gatesOf(trees.applies, terms, compiler),
      ],
      uses,
      readings: [...uses.readings].flatMap((id) => {
        const interpretation = terms.interpretations.get(id)
        return interpretation ? [usedReading(id, interpretation, interpretation.default)] : []
      }),
      anchorPlace: anchors.of(anchor.join()),
      parameters: [...uses.params].map((id) => compiler.parameters.of(id)),
    }
  } catch (error) {
    throw new SyntaxError(`norm ${document.id}: ${(error as Error).message}`, { cause: error })
  }
}

/** Most norms of a law are about other matters than the case in hand, and say so first. */
function gatesOf(tree: Expression | undefined, terms: Terms, compiler: Compiler): readonly Gate[] {
  if (tree?.t === 'note') return gatesOf(tree.of, terms, compiler)
  if (tree?.t !== 'op') return []
  const [head, other] = tree.of
  if (tree.op === 'and') return gatesOf(head, terms, compiler)
  const isFact = head?.t === 'ref' && Object.hasOwn(terms.vocabulary, head.path)
  if (tree.op !== '==' || !isFact || other?.t !== 'literal' || other.type !== 'text') return []
  return [{ place: compiler.facts.of(head.path), codes: [other.value] }]
}

/** A norm that does not say what it is about is about what its pack is. */
function aboutOf(
  pack: Pack,
  document: NormDocument,
  { facts }: Uses,
  compiler: Compiler,
): readonly Gate[] {
  const about = document.about ?? pack.about
  if (about === undefined || facts.has(about.fact)) return []
  if (!Object.hasOwn(pack.facts, about.fact)) throw new SyntaxError(`no fact «${about.fact}»`)
  return [{ place: compiler.facts.of(about.fact), codes: about.codes }]
}

/** Every part of every norm has its field, so that all norms have one shape. */
function runOf({ applies, satisfied, open, due, opens }: NormTrees, compiler: Compiler): NormRun {
  return {
    applies: applies && compiler.conditionOf(applies),
    satisfied: compiler.conditionOf(satisfied),
    open: open && compiler.compile(open),
    due: due && compiler.compile(due),
    opens: opens && compiler.compile(opens),
  }
}

function treesOf(document: NormDocument, cite: (address: string) => Cite): NormTrees {
  if ((document.met === undefined) === (document.violated === undefined)) {
    throw new SyntaxError('says either «met» or «violated»')
  }
  const satisfied: Expression =
    document.violated === undefined
      ? parseCondition(document.met ?? true, cite)
      : { t: 'op', op: 'not', of: [parseCondition(document.violated, cite)] }
  return {
    ...(document.applies === undefined ? {} : { applies: parseCondition(document.applies, cite) }),
    satisfied,
    ...(document.open === undefined ? {} : { open: parseCondition(document.open, cite) }),
    ...(document.due === undefined ? {} : { due: parseExpression(document.due) }),
    ...(document.opens === undefined ? {} : { opens: parseExpression(document.opens) }),
  }
}

function usesOf(own: readonly Cite[], trees: readonly Expression[], terms: Terms): Uses {
  const names = () => new Set<string>()
  const uses = { facts: names(), params: names(), readings: names(), terms: names() }
  const cites = [...own]
  for (const node of reach(trees, terms)) {
    if (node.t === 'param') uses.params.add(node.id)
    if (node.t === 'note' && node.cite) cites.push(node.cite)
    if (node.t !== 'ref') continue
    const definition = terms.definitions.get(node.path)
    if (terms.interpretations.has(node.path)) uses.readings.add(node.path)
    else if (definition) {
      uses.terms.add(node.path)
      cites.push(definition.cite)
    } else if (Object.hasOwn(terms.vocabulary, node.path)) uses.facts.add(node.path)
  }
  return { ...uses, cites: uniqueCites(cites) }
}

/** Every node of the trees and, once, of the terms they name. */
function* reach(
  trees: readonly Expression[],
  terms: Terms,
  seen = new Set<string>(),
): Generator<Expression> {
  for (const node of trees.flatMap((tree) => [...walk(tree)])) {
    if (node.t === 'ref' && seen.has(node.path)) continue
    yield node
    if (node.t !== 'ref') continue
    seen.add(node.path)
    const definition = terms.definitions.get(node.path)
    const readings = terms.interpretations.get(node.path)?.readings.values() ?? []
    const inner = definition ? [definition.tree] : [...readings].map(({ tree }) => tree)
    yield* reach(inner, terms, seen)
  }
}

function uniqueCites(cites: readonly Cite[]): readonly Cite[] {
  const seen = new Set<string>()
  return cites.filter(({ source, at }) => {
    const key = `${source}#${at}`
    return seen.has(key) ? false : seen.add(key)
  })
}
