import { isMapping, type Mapping, type PackSource } from './pack-source.ts'
import { Findings, type Problem } from './problem.ts'

interface Shape {
  readonly required: readonly string[]
  readonly optional: readonly string[]
}

const HEAD: Shape = {
  required: ['id', 'jurisdiction', 'title', 'revision', 'status', 'sources'],
  optional: ['extends', 'money', 'onRequest', 'about'],
}
const PARAMETER: Shape = { required: ['label', 'type', 'bound', 'values'], optional: [] }
const VALUE: Shape = {
  required: ['value', 'cite'],
  // Only a draft may leave its first day out: lint-dates.ts.
  optional: ['from', 'to', 'provenance', 'verified'],
}
const DEFINITION: Shape = { required: ['label', 'type', 'is', 'cite'], optional: ['redefines'] }
const INTERPRETATION: Shape = {
  required: ['label', 'type', 'question', 'cite', 'readings', 'default', 'rationale'],
  optional: ['redefines'],
}
const NORM: Shape = {
  required: ['id', 'topic', 'title', 'cite'],
  optional: [
    'anchor',
    'force',
    'applies',
    'met',
    'violated',
    'open',
    'due',
    'opens',
    'requiredFor',
    'settledBy',
    'replaces',
    'about',
  ],
}
const FACT: Shape = {
  required: ['label', 'type', 'ask', 'evidence'],
  optional: ['nullable', 'event'],
}
const BILINGUAL = new Set(['label', 'title', 'text', 'question', 'rationale', 'ask'])

/** Does every document have the keys it needs and no others, and every text both languages? */
export function checkShape(source: PackSource): Problem[] {
  const findings = new Findings()
  checkKeys('pack.yaml', source.head, HEAD, findings)
  each('fact', source.facts, FACT, findings)
  each('parameter', source.parameters, PARAMETER, findings)
  each('definition', source.definitions, DEFINITION, findings)
  each('interpretation', source.interpretations, INTERPRETATION, findings)
  for (const [id, parameter] of Object.entries(source.parameters))
    for (const value of valuesOf(parameter))
      checkKeys(`parameter ${id} from ${String(value['from'] ?? 'no day')}`, value, VALUE, findings)
  const seen = new Set<unknown>()
  for (const norm of source.norms) {
    const where = `norm ${String(norm['id'])}`
    checkKeys(where, norm, NORM, findings)
    if (seen.has(norm['id']))
      findings.error('duplicate', where, { zh: '写了两次', en: 'is written twice' })
    seen.add(norm['id'])
    if ((norm['met'] === undefined) === (norm['violated'] === undefined))
      findings.error('shape', where, {
        zh: '须写 met 或 violated 之一',
        en: 'needs either «met» or «violated»',
      })
    checkTexts(where, norm, findings)
  }
  return findings.problems
}

/** The dated values of a parameter as written. */
export function valuesOf(parameter: unknown): readonly Mapping[] {
  const values = isMapping(parameter) ? parameter['values'] : undefined
  return Array.isArray(values) ? values.filter(isMapping) : []
}

function each(kind: string, documents: Mapping, shape: Shape, findings: Findings) {
  for (const [id, value] of Object.entries(documents)) {
    const where = `${kind} ${id}`
    if (!isMapping(value))
      findings.error('shape', where, { zh: '应为键值', en: 'is not a mapping' })
    else {
      checkKeys(where, value, shape, findings)
      checkTexts(where, value, findings)
    }
  }
}

function checkKeys(where: string, value: Mapping, shape: Shape, findings: Findings) {
  for (const key of shape.required)
    if (value[key] === undefined)
      findings.error('shape', where, { zh: `缺少“${key}”`, en: `lacks «${key}»` })
  for (const key of Object.keys(value))
    if (!shape.required.includes(key) && !shape.optional.includes(key))
      findings.error('shape', where, { zh: `有多余的“${key}”`, en: `has an unknown key «${key}»` })
}

function checkTexts(where: string, value: unknown, findings: Findings): void {
  if (Array.isArray(value)) for (const item of value) checkTexts(where, item, findings)
  if (!isMapping(value)) return
  for (const [key, inner] of Object.entries(value)) {
    // A list may have a field that is itself called «label»; then it is a fact, not a text.
    const isText = BILINGUAL.has(key) && !(isMapping(inner) && inner['type'] !== undefined)
    if (!isText) checkTexts(where, inner, findings)
    else if (!isMapping(inner))
      findings.error('language', where, {
        zh: `“${key}”须有中文和英文`,
        en: `«${key}» needs zh and en`,
      })
    else
      for (const language of ['zh', 'en'])
        if (typeof inner[language] !== 'string' || inner[language] === '')
          findings.error('language', where, {
            zh: `“${key}”缺少 ${language}`,
            en: `«${key}» lacks ${language}`,
          })
  }
}
