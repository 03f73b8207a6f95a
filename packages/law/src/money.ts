import { type Fen, mul, type Ratio, ratio, roundDown, roundUp, type Words } from '@yizhuan/kit'
import type { Compiler, Evaluate, Places } from './evaluate.ts'
import type { Law, UsedReading } from './law.ts'
import { type Look, usedReading } from './look.ts'
import { type Cite, citeOf, type InstitutionRule, type MoneyDocument, type Pack } from './pack.ts'
import { type Layers, parameterAt, type UsedParameter, withoutDrafts } from './parameters.ts'
import type { Sight } from './sight.ts'
import {
  type Facts,
  fieldsOf,
  isRatio,
  optionsOf,
  type Result,
  type Row,
  Unknown,
} from './value.ts'

/** One line of the calculation from income to net income. */
export interface NetLine {
  readonly id: string
  readonly label: Words
  readonly remark?: string | undefined
  readonly amount: Fen
  /** What the line does to the net income: income adds, a deductible cost subtracts, other costs do nothing. */
  readonly effect: 'adds' | 'subtracts' | 'none'
  readonly cite: Cite
}

/** A floor or cap of law on a part of the net income. */
export interface ShareLine {
  readonly id: string
  readonly param: string
  readonly label: Words
  readonly parameter: UsedParameter
  /** Whole fen: a floor rounded up, a cap rounded down. */
  readonly amount: Fen
  readonly rounding: 'up' | 'down'
  readonly planned?: Fen | undefined
  /** Room left (not negative) or what is lacking (negative). */
  readonly difference?: Fen | undefined
  readonly cite: Cite
}

/** What the deductible costs exceed the income by. */
export interface Uncovered {
  readonly amount: Fen
  /** The next receipts cover it first; else the institution bears it. */
  readonly isCarried: boolean
  /** Why, where the law that calculates says a word on it or is read so. */
  readonly reading?: UsedReading | undefined
  readonly text?: Words | undefined
  readonly cite?: Cite | undefined
}

/** The money of one distribution, each line with its article. */
export interface MoneyBlock {
  /** The calculation of a draft: what it would come to, and no law. */
  readonly advisory?: true
  readonly lines: readonly NetLine[]
  readonly net?: Fen | undefined
  /** Only where costs exceed the income. */
  readonly uncovered?: Uncovered | undefined
  readonly floors: readonly ShareLine[]
  readonly caps: readonly ShareLine[]
  readonly planned: readonly { readonly id: string; readonly label: Words; readonly amount: Fen }[]
  /** Net income less all planned parts; zero when the plan is whole. */
  readonly unassigned?: Fen | undefined
  readonly missing: readonly string[]
}

/** A money document whose names have become places, labels and articles. */
export interface MoneyPlan {
  readonly document: MoneyDocument
  /** The calculation of a draft. */
  readonly isAdvisory: boolean
  readonly net: Evaluate
  readonly netCite: Cite
  readonly carried: { readonly id: string; readonly run: Evaluate } | undefined
  readonly deductions: Evaluate
  readonly deductionsCite: Cite
  /** Places of the terms that what is deducted rests on. */
  readonly deductionTerms: readonly number[]
  /** Place of the anchor among the anchors: the day whose numbers count. */
  readonly anchor: number
  /** Place of the list of costs among the facts. */
  readonly costs: number
  readonly kinds: Readonly<Record<string, Words>>
  readonly shares: readonly { readonly place: number; readonly cite: Cite }[]
  readonly incomeLabel: Words
  readonly parts: readonly { readonly id: string; readonly label: Words }[]
}

/** What the calculation takes from the law that is being compiled. */
export interface MoneySource extends Pick<Law, 'vocabulary' | 'definitions'> {
  readonly compiler: Compiler
  readonly anchors: Places
  /** The places of the terms that a definition rests on, with its own. */
  readonly termsOf: (definition: string) => readonly number[]
}

/** The calculation of the most specific pack that has one. */
export function moneyPlanOf(
  packs: readonly Pack[],
  { vocabulary, definitions, compiler, anchors, termsOf }: MoneySource,
): MoneyPlan | undefined {
  const pack = packs.findLast(({ money }) => money !== undefined)
  const document = pack?.money
  if (!pack || !document) return undefined
  const named = (path: string) => compiler.compile({ t: 'ref', path })
  const costs = vocabulary[document.costs]?.type ?? 'text'
  const labelOf = (fact: string) => vocabulary[fact]?.label ?? { zh: fact, en: fact }
  const citeFor = (definition: string) => definitions.get(definition)?.cite ?? citeOf(pack, '')
  return {
    document,
    isAdvisory: pack.status !== 'published',
    net: named(document.net),
    netCite: citeFor(document.net),
    carried:
      document.carried === undefined
        ? undefined
        : { id: document.carried, run: named(document.carried) },
    deductions: named(document.deductions),
    deductionsCite: citeFor(document.deductions),
    deductionTerms: termsOf(document.deductions),
    anchor: anchors.of((document.anchor ?? []).join()),
    costs: compiler.facts.of(document.costs),
    kinds: optionsOf(fieldsOf(costs)['kind']?.type ?? 'text'),
    shares: document.shares.map(({ param, cite }) => ({
      place: compiler.parameters.of(param),
      cite: citeOf(pack, cite),
    })),
    incomeLabel: labelOf(document.income),
    parts: document.parts.map((id) => ({ id, label: labelOf(id) })),
  }
}

/** The calculation on the facts; undefined when no income is known. */
export function moneyOf(look: Look): MoneyBlock | undefined {
  const { law, given } = look
  const plan = law.code.money
  if (!plan || given[plan.document.income] === undefined) return undefined
  // A distribution that was paid keeps the numbers of the day it was paid on.
  const sight = look.sightAt(plan.anchor, plan.isAdvisory)
  const net = plan.net(sight)
  const whole = wholeFen(net)
  const shares = isRatio(net) ? sharesOf(plan, given, sight, net) : []
  const planned: { id: string; label: Words; amount: Fen }[] = []
  for (const { id, label } of plan.parts) {
    const amount = wholeFen(given[id] ?? null)
    if (amount !== undefined) planned.push({ id, label, amount })
  }
  const isPlanned = planned.length === plan.parts.length && whole !== undefined
  return {
    ...(plan.isAdvisory && { advisory: true }),
    lines: linesOf(given, plan, sight),
    net: whole,
    uncovered: uncoveredOf(look, plan, sight),
    floors: shares.filter(({ rounding }) => rounding === 'up'),
    caps: shares.filter(({ rounding }) => rounding === 'down'),
    planned,
    unassigned: isPlanned
      ? (planned.reduce((left, { amount }) => left - amount, whole as bigint) as Fen)
      : undefined,
    missing: net instanceof Unknown ? net.missing : [],
  }
}

function wholeFen(result: Result): Fen | undefined {
  return isRatio(result) && result.d === 1n ? (result.n as Fen) : undefined
}

function linesOf(given: Facts, plan: MoneyPlan, sight: Sight): readonly NetLine[] {
  const { document } = plan
  const lines: NetLine[] = []
  const income = wholeFen(given[document.income] ?? null)
  if (income !== undefined) {
    lines.push({
      id: document.income,
      label: plan.incomeLabel,
      remark: undefined,
      amount: income,
      effect: 'adds',
      cite: plan.netCite,
    })
  }
  const costs = given[document.costs]
  if (!Array.isArray(costs)) return lines
  for (const row of costs as readonly Row[]) {
    const amount = wholeFen(row['amount'] ?? null)
    const { kind, label } = row
    if (amount === undefined || typeof kind !== 'string') continue
    // Whether a kind is deductible is what the definition makes of one fen of it: nothing is said twice.
    const oneFen = { place: plan.costs, value: [{ ...row, amount: ONE_FEN }] }
    const deducted = sight.supposing(oneFen, plan.deductionTerms, plan.deductions)
    lines.push({
      id: kind,
      label: plan.kinds[kind] ?? { zh: kind, en: kind },
      remark: typeof label === 'string' ? label : undefined,
      amount,
      effect: isRatio(deducted) && deducted.n > 0n ? 'subtracts' : 'none',
      cite: plan.deductionsCite,
    })
  }
  return lines
}

const ONE_FEN = ratio(1)

/** What the costs exceed the income by, and who covers it as the law is read here. */
function uncoveredOf({ law, given }: Look, plan: MoneyPlan, sight: Sight): Uncovered | undefined {
  const income = wholeFen(given[plan.document.income] ?? null)
  const deducted = wholeFen(plan.deductions(sight))
  if (income === undefined || deducted === undefined || deducted <= income) return undefined
  const amount = (deducted - income) as Fen
  const { carried } = plan
  // Where nobody says a word on it, nothing that was spent on the deal is lost.
  if (!carried) return { amount, isCarried: true }
  const isCarried = carried.run(sight) !== false
  const interpretation = law.interpretations.get(carried.id)
  if (!interpretation) return { amount, isCarried, cite: law.definitions.get(carried.id)?.cite }
  const reading = sight.readingOf(carried.id, interpretation)
  return {
    ...{ amount, isCarried, cite: interpretation.cite },
    reading: usedReading(carried.id, interpretation, reading, sight.choiceOf(carried.id)),
    text: interpretation.readings.get(reading)?.text,
  }
}

function sharesOf(plan: MoneyPlan, given: Facts, sight: Sight, net: Ratio): readonly ShareLine[] {
  const lines: ShareLine[] = []
  for (const [index, { id, param, planned, optional }] of plan.document.shares.entries()) {
    const share = plan.shares[index]
    const parameter = share && sight.parameters[share.place]
    if (!parameter || !isRatio(parameter.value)) continue
    const isFloor = parameter.bound === 'floor'
    const limit = mul(net, parameter.value)
    const amount = isFloor ? roundUp(limit) : roundDown(limit)
    const goes = wholeFen(given[planned] ?? null)
    const isOpen = goes === undefined || (optional === true && goes === 0n)
    const room = isOpen ? undefined : isFloor ? goes - amount : amount - goes
    lines.push({
      id,
      param,
      label: parameter.label,
      parameter,
      amount,
      rounding: isFloor ? 'up' : 'down',
      planned: goes,
      difference: room as Fen | undefined,
      // Where only the number of another text is left, the line cites that text.
      cite: parameter.cite.source === share.cite.source ? share.cite : parameter.cite,
    })
  }
  return lines
}

/** A floor or cap of the calculation as a share of any net income. */
export interface ShareLimit {
  readonly id: string
  readonly label: Words
  readonly bound: 'floor' | 'ceiling'
  readonly share: Ratio
  /** Nothing may be planned instead. */
  readonly optional: boolean
  /** Of a draft: whoever goes beyond it is told, and not held back. */
  readonly isAdvisory: boolean
  readonly cite: Cite
}

/** The floors and caps that hold on a day for whatever is shared out, as a house's own rules make them stricter. */
export function shareLimitsOn(
  law: Law,
  on: string,
  rules: readonly InstitutionRule[] = [],
): readonly ShareLimit[] {
  const plan = law.code.money
  if (!plan) return []
  const inForce = withoutDrafts(law.layers)
  return plan.document.shares.flatMap(({ id, param, optional = false }) => {
    const limitIn = (layers: Layers, isAdvisory: boolean): readonly ShareLimit[] => {
      const used = parameterAt(layers, param, on, rules)
      if (!used || !isRatio(used.value)) return []
      const { label, value: share, cite } = used
      const bound = used.bound === 'floor' ? 'floor' : 'ceiling'
      return [{ id, label, bound, share, optional, isAdvisory, cite }]
    }
    const binding = limitIn(inForce, false)
    const drafted = plan.isAdvisory ? limitIn(law.layers, true) : []
    const isNew = ({ share }: ShareLimit) =>
      binding.every((one) => one.share.n !== share.n || one.share.d !== share.d)
    return [...binding, ...drafted.filter(isNew)]
  })
}
