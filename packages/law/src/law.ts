import {
  type Calendar,
  type CalendarYear,
  calendarOf,
  canonicalJson,
  sha256Hex,
  type Words,
} from '@yizhuan/kit'
import { compileExpression, type Evaluate } from './evaluate.ts'
import { type Expression, parseCondition, parseExpression, walk } from './expression.ts'
import {
  type Cite,
  citeOf,
  citesOf,
  type DefinitionDocument,
  type FactDocument,
  type InterpretationDocument,
  type NormDocument,
  type Pack,
  type Source,
  type TypeDocument,
} from './pack.ts'
import { type Layers, layersOf } from './parameters.ts'

/** A norm ready to be judged. */
export interface Norm {
  readonly id: string
  readonly pack: string
  readonly topic: string
  readonly title: Words
  readonly force: 'must' | 'should'
  readonly isProhibition: boolean
  readonly cites: readonly Cite[]
  readonly anchor: readonly string[]
  readonly requiredFor: readonly string[]
  readonly replaces: readonly string[]
  readonly source: Source | undefined
  /** A draft advises; only law in force blocks. */
  readonly isAdvisory: boolean
  readonly trees: NormTrees
  readonly run: Readonly<Partial<Record<keyof NormTrees, Evaluate>>>
  readonly uses: Uses
}

/** The expressions of a norm. */
export interface NormTrees {
  readonly applies?: Expression
  readonly satisfied: Expression
  readonly open?: Expression
  readonly due?: Expression
  readonly opens?: Expression
}

/** What a norm depends on, through definitions and readings. */
export interface Uses {
  readonly facts: ReadonlySet<string>
  readonly params: ReadonlySet<string>
  readonly readings: ReadonlySet<string>
  readonly cites: readonly Cite[]
}

/** A term with its meaning. */
export interface Definition {
  readonly label: Words
  readonly type: TypeDocument
  readonly cite: Cite
  readonly tree: Expression
  readonly run: Evaluate
}

/** An ambiguous clause with its readings. */
export interface Interpretation {
  readonly label: Words
  readonly type: TypeDocument
  readonly question: Words
  readonly cite: Cite
  readonly default: string
  readonly rationale: Words
  readonly readings: ReadonlyMap<
    string,
    { readonly text: Words; readonly tree: Expression; readonly run: Evaluate }
  >
}

/** A stack of packs, base first, compiled once and immutable. */
export interface Law {
  readonly id: string
  readonly hash: string
  readonly packs: readonly Pack[]
  readonly vocabulary: Readonly<Record<string, FactDocument>>
  readonly actions: Readonly<Record<string, Words>>
  readonly layers: Layers
  readonly definitions: ReadonlyMap<string, Definition>
  readonly interpretations: ReadonlyMap<string, Interpretation>
  readonly norms: readonly Norm[]
  readonly calendar: Calendar
}

/** Compiles packs, base first. A later pack may define a term anew; parameters keep every layer. */
export function compile(packs: readonly Pack[], calendars: readonly CalendarYear[] = []): Law {
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
  const terms = { definitions, interpretations, vocabulary }
  return {
    id: packs.map((pack) => `${pack.id}@r${pack.revision}`).join('+'),
    hash: sha256Hex(canonicalJson(packs)),
    packs,
    vocabulary,
    actions: Object.assign({}, ...packs.map((pack) => pack.actions)) as Law['actions'],
    layers: layersOf(packs),
    definitions,
    interpretations,
    norms: packs.flatMap((pack) => pack.norms.map((norm) => normOf(pack, norm, terms))),
    calendar: calendarOf(calendars),
  }
}

function definitionOf(pack: Pack, document: DefinitionDocument): Definition {
  const tree = parseExpression(document.is)
  const { label, type } = document
  return { label, type, cite: citeOf(pack, document.cite), tree, run: compileExpression(tree) }
}

function interpretationOf(pack: Pack, document: InterpretationDocument): Interpretation {
  const { label, type, question, rationale } = document
  const readings = new Map(
    Object.entries(document.readings).map(([id, { text, is }]) => {
      const tree = parseExpression(String(is))
      return [id, { text, tree, run: compileExpression(tree) }]
    }),
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

function normOf(pack: Pack, document: NormDocument, terms: Terms): Norm {
  try {
    const cite = (address: string) => citeOf(pack, address)
    const cites = citesOf(pack, document.cite)
    const trees = treesOf(document, cite)
    const source = pack.sources.find(({ id }) => id === cites[0]?.source)
    const run = Object.fromEntries(
      Object.entries(trees).map(([name, tree]) => [name, compileExpression(tree as Expression)]),
    ) as Norm['run']
    return {
      id: document.id,
      pack: pack.id,
      topic: document.topic,
      title: document.title,
      force: document.force ?? 'must',
      isProhibition: document.violated !== undefined,
      cites,
      anchor: document.anchor ?? [],
      requiredFor: document.requiredFor ?? [],
      replaces: document.replaces ?? [],
      source,
      isAdvisory: pack.status === 'draft' || source?.status === 'draft',
      trees,
      run,
      uses: usesOf(Object.values(trees) as Expression[], terms),
    }
  } catch (error) {
    throw new SyntaxError(`norm ${document.id}: ${(error as Error).message}`, { cause: error })
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

function usesOf(trees: readonly Expression[], terms: Terms): Uses {
  const uses = { facts: new Set<string>(), params: new Set<string>(), readings: new Set<string>() }
  const cites: Cite[] = []
  const seen = new Set<string>()
  const collect = (tree: Expression): void => {
    for (const node of walk(tree)) {
      if (node.t === 'param') uses.params.add(node.id)
      if (node.t === 'note' && node.cite) cites.push(node.cite)
      if (node.t !== 'ref' || seen.has(node.path)) continue
      seen.add(node.path)
      const definition = terms.definitions.get(node.path)
      const interpretation = terms.interpretations.get(node.path)
      if (definition) {
        cites.push(definition.cite)
        collect(definition.tree)
      } else if (interpretation) {
        uses.readings.add(node.path)
        for (const reading of interpretation.readings.values()) collect(reading.tree)
      } else if (Object.hasOwn(terms.vocabulary, node.path)) uses.facts.add(node.path)
    }
  }
  for (const tree of trees) collect(tree)
  return { ...uses, cites }
}
