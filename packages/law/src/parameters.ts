import {
  InputError,
  parseFen,
  parseRatio,
  percent,
  type Ratio,
  ratio,
  ratioText,
  type Words,
  words,
} from '@yizhuan/kit'
import { parseShare, parseWhole } from './facts.ts'
import {
  type Bound,
  type Cite,
  citeOf,
  type InstitutionRule,
  type OpenSpan,
  type Pack,
  type ParameterDocument,
  type Provenance,
} from './pack.ts'
import { labelOf } from './place.ts'
import { kindOf, order, type Value } from './value.ts'

/** One law's value of a parameter, parsed. */
export interface Layer {
  readonly pack: string
  /** Of a draft: it speaks to norms of drafts only, and bounds nobody's own rules. */
  readonly isDraft: boolean
  readonly label: Words
  readonly kind: ReturnType<typeof kindOf>
  readonly bound: Bound
  readonly span: OpenSpan
  readonly value: Value
  readonly provenance: Provenance
  readonly verified: boolean
  readonly cite: Cite
}

/** A parameter as it applies on a day: the strictest of all layers, and who set them. */
export interface UsedParameter {
  readonly id: string
  readonly label: Words
  readonly kind: ReturnType<typeof kindOf>
  readonly bound: Bound
  readonly value: Value
  /** Absent where a draft names no first day. */
  readonly from?: string | undefined
  readonly provenance: Provenance
  readonly verified: boolean
  readonly cite: Cite
  readonly layers: readonly LayerNote[]
}

/** One line of "where does this number come from": a law's article, or an institution's own rule. */
export interface LayerNote {
  readonly by: string
  readonly value: Value
  readonly cite?: Cite
}

/** All layers of all parameters of a stack of packs, base first. */
export type Layers = ReadonlyMap<string, readonly Layer[]>

/** Whether a day lies in a span; the last day is the one before `to`. */
export function isWithin({ from, to }: OpenSpan, on: string): boolean {
  return (from === undefined || from <= on) && (to === undefined || on < to)
}

/** Collects the parameters of the packs; values are exact. */
export function layersOf(packs: readonly Pack[]): Layers {
  const layers = new Map<string, Layer[]>()
  for (const pack of packs) {
    for (const [id, parameter] of Object.entries(pack.parameters)) {
      const list = layers.get(id) ?? []
      list.push(...parameter.values.map((value) => layerOf(pack, parameter, value)))
      layers.set(id, list)
    }
  }
  return layers
}

/** What is left where no draft is listened to. */
export function withoutDrafts(layers: Layers): Layers {
  return new Map([...layers].map(([id, all]) => [id, all.filter(({ isDraft }) => !isDraft)]))
}

function layerOf(
  pack: Pack,
  parameter: ParameterDocument,
  value: ParameterDocument['values'][number],
): Layer {
  const kind = kindOf(parameter.type)
  return {
    pack: pack.id,
    isDraft: pack.status !== 'published',
    label: parameter.label,
    kind,
    bound: parameter.bound,
    span: {
      ...(value.from === undefined ? {} : { from: value.from }),
      ...(value.to === undefined ? {} : { to: value.to }),
    },
    value: kind === 'date' || kind === 'text' ? String(value.value) : parseRatio(value.value),
    provenance: value.provenance ?? 'text',
    verified: value.verified ?? true,
    cite: citeOf(pack, value.cite),
  }
}

/** Whether `a` binds more than `b`. A fixed value is never moved. */
export function isStricter(bound: Bound, a: Value, b: Value): boolean {
  const sign = order(a, b)
  if (bound === 'floor' || bound === 'minPeriod') return sign > 0
  return (bound === 'ceiling' || bound === 'maxPeriod') && sign < 0
}

/** The strictest value in force on a day; undefined when no law sets one then. */
export function parameterAt(
  layers: Layers,
  id: string,
  on: string,
  rules: readonly InstitutionRule[] = [],
): UsedParameter | undefined {
  const all = (layers.get(id) ?? []).filter((layer) => isWithin(layer.span, on))
  const [first, ...others] = all
  if (first === undefined) return undefined
  const best = others.reduce((a, b) => (isStricter(a.bound, b.value, a.value) ? b : a), first)
  const used: UsedParameter = {
    id,
    label: best.label,
    kind: best.kind,
    bound: best.bound,
    value: best.value,
    from: best.span.from,
    provenance: best.provenance,
    verified: best.verified,
    cite: best.cite,
    layers: all.map((layer) => ({ by: layer.pack, value: layer.value, cite: layer.cite })),
  }
  return underRules(used, on, rules)
}

/** A parameter as an institution's own rules of that day make it stricter. */
export function underRules(
  parameter: UsedParameter,
  on: string,
  rules: readonly InstitutionRule[],
): UsedParameter {
  return rules
    .filter((rule) => rule.param === parameter.id && isWithin(rule, on))
    .reduce(withRule, parameter)
}

function withRule(current: UsedParameter, rule: InstitutionRule): UsedParameter {
  const value = parseRatio(rule.value, rule.param)
  if (!isStricter(current.bound, value, current.value)) return current
  const note: LayerNote = { by: `${rule.by} ${rule.basis}`.trim(), value }
  return {
    ...current,
    value,
    from: rule.from,
    provenance: 'institution_rule',
    layers: [...current.layers, note],
  }
}

/** Why an institution's rule cannot stand: the bound it breaks, its article and its day. */
export interface RuleProblem {
  readonly param: string
  readonly code: 'unknown-parameter' | 'fixed-by-law' | 'laxer-than-law'
  readonly cite?: Cite
  readonly label?: Words
  readonly text: Words
}

/**
 * Refuses a rule that is laxer than any bound on any day it covers; empty when it may stand. What is
 * only a draft refuses nothing.
 */
export function checkRule(layers: Layers, rule: InstitutionRule): readonly RuleProblem[] {
  const all = layers.get(rule.param)
  if (!all) {
    const text = { zh: `没有参数 ${rule.param}`, en: `there is no parameter ${rule.param}` }
    return [{ param: rule.param, code: 'unknown-parameter', text }]
  }
  if (rule.to !== undefined && rule.to <= rule.from) {
    throw new InputError('to', 'after-from', {
      zh: '结束日应晚于开始日',
      en: 'the rule must end after it begins',
    })
  }
  const value = ownValue(rule.value, all[0]?.kind)
  return all
    .filter(
      ({ span, isDraft }) =>
        !isDraft &&
        (rule.to === undefined || span.from === undefined || span.from < rule.to) &&
        (span.to === undefined || rule.from < span.to),
    )
    .flatMap((layer) => problemOf(layer, rule, value))
}

const MOST_DAYS = 3650

/** The value of a rule by the kind of its parameter. */
function ownValue(value: string | number, kind: Layer['kind'] | undefined): Ratio {
  if (kind === 'ratio') return parseShare(value, 'value')
  if (kind === 'days') return parseWhole(value, 'value', 1, MOST_DAYS)
  if (kind === 'money') return ratio(parseFen(value, 'value'))
  return parseRatio(value, 'value')
}

function problemOf(layer: Layer, rule: InstitutionRule, value: Ratio): readonly RuleProblem[] {
  const [own, legal] = [plain(layer, value), plain(layer, layer.value)]
  const { param } = rule
  const { cite, label } = layer
  const place = `${layer.cite.source}#${layer.cite.at}`
  if (layer.bound === 'fixed') {
    const text = {
      zh: `${layer.label.zh}由法定固定，不得另行规定（${place}）`,
      en: `${layer.label.en} is fixed by law (${place})`,
    }
    return [{ param, code: 'fixed-by-law', cite, label, text }]
  }
  if (!isStricter(layer.bound, layer.value, value)) return []
  const text = {
    zh: `${rule.by}规定的${own.zh}宽于法定的${legal.zh}（${label.zh}，${labelOf(cite.at).zh}，${place}）`,
    en: `${own.en} is laxer than the law's ${legal.en} (${label.en}, ${labelOf(cite.at).en}, ${place})`,
  }
  return [{ param, code: 'laxer-than-law', cite, label, text }]
}

function plain({ kind }: Layer, value: Value): Words {
  if (typeof value !== 'object' || value === null || !('n' in value)) return words(String(value))
  if (kind === 'ratio') return words(percent(value))
  const number = ratioText(value)
  return kind === 'days' ? words(`${number}日`, `${number} days`) : words(number)
}
