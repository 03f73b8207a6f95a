// What a deadline says, read once more from the written packs: a small reader of its own that knows a
// few kinds of period and refuses every other, so that none is counted by one counter alone.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { lastDay, months, sheets, type Wall, worked } from './slow-days.ts'

interface Span {
  readonly from?: string
  readonly to?: string
}

interface ParameterFile {
  readonly bound: string
  readonly values: readonly (Span & { readonly value: unknown })[]
}

/** A norm as it is written. */
export interface WrittenNorm {
  readonly id: string
  readonly cite: string | readonly string[]
  readonly anchor?: readonly string[]
  readonly due?: string
  readonly opens?: string
  readonly open?: unknown
}

/** A pack as it is written, as far as deadlines go. */
export interface WrittenPack {
  readonly id: string
  readonly folder: string
  readonly bases: readonly string[]
  readonly isDraft: boolean
  readonly sources: readonly { readonly id: string; readonly inForce?: Span }[]
  readonly parameters: Readonly<Record<string, ParameterFile>>
  readonly definitions: Readonly<Record<string, { readonly is: unknown }>>
  readonly interpretations: Readonly<Record<string, WrittenReadings>>
  readonly norms: readonly WrittenNorm[]
}

interface WrittenReadings {
  readonly default: string
  readonly readings: Readonly<Record<string, { readonly is: unknown }>>
}

/** Reads the packs of a folder, the template aside. */
export function writtenPacks(root: string): readonly WrittenPack[] {
  return readdirSync(root)
    .filter((name) => !name.startsWith('_') && existsSync(join(root, name, 'pack.yaml')))
    .map((name) => writtenPack(join(root, name)))
}

function writtenPack(folder: string): WrittenPack {
  const file = (name: string) => parse(readFileSync(join(folder, name), 'utf8')) ?? {}
  const { id, extends: bases = [], status, sources } = file('pack.yaml')
  return {
    id,
    folder,
    bases,
    isDraft: status !== 'published',
    sources,
    parameters: file('parameters.yaml'),
    definitions: file('definitions.yaml'),
    interpretations: file('interpretations.yaml'),
    norms: readdirSync(join(folder, 'norms')).flatMap((name) => file(join('norms', name))),
  }
}

/** A stack of packs, base first, and under which reading it is read. */
export interface Stack {
  readonly packs: readonly WrittenPack[]
  readonly wall: Wall
  readonly readings: Readonly<Record<string, string>>
}

/** What is known when a deadline is counted: facts, the day whose law governs, whether drafts are heard. */
export interface Known {
  readonly facts: Readonly<Record<string, unknown>>
  readonly governedOn: string
  readonly isDraft: boolean
}

type Value = string | number | undefined
type Kind = (from: string, count: number, wall: Wall) => string

/** The kinds of period. Whoever writes another into a pack teaches it to this counter as well. */
const KINDS: Readonly<Record<string, Kind>> = {
  periodEnd: lastDay,
  workdays: worked,
  addMonths: months,
  addYears: (from, count) => months(from, 12 * count),
}

/** What else is called in packs, and counts no days. */
const OTHERS = ['some', 'every', 'sum', 'count', 'least', 'greatest', 'min', 'max', 'in', 'year']

const TOKEN = /\s*(\d{4}-\d{2}-\d{2}|\d+|\$?[A-Za-z][\w.]*(?:-[A-Za-z]\w*)*|[-+(),])/y

/** Counts a deadline as it is written; undefined while a fact of it is not known. */
export function count(text: string, stack: Stack, known: Known): Value {
  const tokens = tokensOf(text)
  let at = 0
  const take = (wanted?: string): string => {
    const token = tokens[at] ?? ''
    if (wanted !== undefined && token !== wanted) throw new Error(`«${text}»: no ${wanted}`)
    at += 1
    return token
  }
  const whole = (): Value => {
    let value = part()
    while (tokens[at] === '+' || tokens[at] === '-') value = moved(value, take(), part())
    return value
  }
  const part = (): Value => {
    const token = take()
    if (token === '-') return -(part() as number)
    if (/^\d+$/.test(token)) return Number(token)
    if (/^\d/.test(token)) return token
    if (token.startsWith('$')) return lawful(token.slice(1), stack, known)
    return tokens[at] === '(' ? period(token) : named(token, stack, known)
  }
  const period = (name: string): Value => {
    const kind = KINDS[name]
    if (!kind) throw new Error(`«${text}»: ${name} is no period that is counted twice.`)
    take('(')
    const from = whole()
    take(',')
    const length = whole()
    take(')')
    return from === undefined || length === undefined
      ? undefined
      : kind(from as string, length as number, stack.wall)
  }
  const value = whole()
  if (at !== tokens.length) throw new Error(`«${text}»: ${tokens[at]} is not understood.`)
  return value
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex
    const token = TOKEN.exec(text)?.[1]
    if (token === undefined) throw new Error(`«${text}» is not understood from ${from} on.`)
    tokens.push(token)
  }
  return tokens
}

function moved(value: Value, sign: string, by: Value): Value {
  if (value === undefined || by === undefined) return undefined
  const count = sign === '+' ? Number(by) : -Number(by)
  return typeof value === 'string' ? sheets(value, count) : value + count
}

/** A definition, a clause in the reading that is followed, or a fact. */
function named(name: string, stack: Stack, known: Known): Value {
  const { packs, readings } = stack
  for (const { definitions, interpretations } of packs.toReversed()) {
    const read = interpretations[name]
    const is = read?.readings[readings[name] ?? read.default]?.is ?? definitions[name]?.is
    if (is !== undefined) return count(String(is), stack, known)
  }
  return known.facts[name] as Value
}

/** A number of the law on the day that governs: of several the strictest. Drafts bind drafts alone. */
function lawful(id: string, { packs }: Stack, { governedOn, isDraft }: Known): Value {
  const heard = packs.filter((pack) => isDraft || !pack.isDraft)
  const files = heard.flatMap(({ parameters }) => parameters[id] ?? [])
  const values = files
    .flatMap((file) => file.values)
    .filter((span) => isIn(span, governedOn))
    .map(({ value }) => Number(value))
  if (values.length === 0) return undefined
  if (new Set(values).size === 1) return values[0]
  const [bound = ''] = new Set(files.map((file) => file.bound))
  if (bound === 'minPeriod') return Math.max(...values)
  if (bound === 'maxPeriod') return Math.min(...values)
  throw new Error(`Which of ${values.join(', ')} is stricter for ${bound} ${id}?`)
}

const isIn = ({ from, to }: Span, on: string): boolean =>
  (from === undefined || from <= on) && (to === undefined || on < to)

/** The day whose law governs a norm: that of the first of its anchors that has come, or the day of the look. */
export function governedOn({ anchor = [] }: WrittenNorm, facts: Known['facts'], asOf: string) {
  const day = anchor
    .map((name) => facts[name])
    .find((one) => typeof one === 'string' && one <= asOf)
  return typeof day === 'string' ? day : asOf
}

/** Whether the text that a norm is taken from is in force on a day. */
export function isInForce(norm: WrittenNorm, pack: WrittenPack, on: string): boolean {
  const [cite = ''] = [norm.cite].flat()
  const [id] = cite.split('#')
  const source = pack.sources.find((one) => one.id === id) ?? pack.sources[0]
  return isIn(source?.inForce ?? {}, on)
}

/** The facts that a deadline asks for, through definitions and every reading, or those followed. */
export function factsIn(
  text: string,
  packs: readonly WrittenPack[],
  followed?: Stack['readings'],
): readonly string[] {
  const names = tokensOf(text).filter((token) => /^[A-Za-z]/.test(token) && !(token in KINDS))
  return names.flatMap((name) => {
    const texts = textsOf(name, packs, followed)
    return texts.length === 0 ? [name] : texts.flatMap((one) => factsIn(one, packs, followed))
  })
}

/** The kinds of period that a deadline is made of. */
export function kindsIn(
  text: string,
  packs: readonly WrittenPack[],
  followed?: Stack['readings'],
): readonly string[] {
  return tokensOf(text).flatMap((name) =>
    name in KINDS
      ? [name]
      : textsOf(name, packs, followed).flatMap((one) => kindsIn(one, packs, followed)),
  )
}

/** The clauses with several readings that a deadline rests on. */
export function readingsIn(text: string, packs: readonly WrittenPack[]): readonly string[] {
  return tokensOf(text).flatMap((name) => {
    const own = packs.some(({ interpretations }) => name in interpretations) ? [name] : []
    return [...own, ...textsOf(name, packs).flatMap((one) => readingsIn(one, packs))]
  })
}

function textsOf(
  name: string,
  packs: readonly WrittenPack[],
  followed?: Stack['readings'],
): readonly string[] {
  return packs.flatMap(({ definitions, interpretations }) => {
    const read = interpretations[name]
    const readings = Object.entries(read?.readings ?? {})
      .filter(([id]) => !followed || id === (followed[name] ?? read?.default))
      .map(([, reading]) => reading)
    return [...(definitions[name] ? [definitions[name]] : []), ...readings].map(({ is }) =>
      String(is),
    )
  })
}

/** Every period that is written anywhere in a pack, as the whole of its call. */
export function periodsIn({ norms, definitions, interpretations }: WrittenPack): readonly string[] {
  const readings = Object.values(interpretations).flatMap((one) => Object.values(one.readings))
  const texts = textsWithin([
    norms.map(({ cite: _cite, ...rest }) => rest),
    [...Object.values(definitions), ...readings].map(({ is }) => is),
  ])
  return texts.flatMap((text) =>
    [...text.matchAll(/(?<![\w.$])([A-Za-z]+)\(/g)].flatMap(({ 1: name = '', index }) => {
      if (name in KINDS) return [callAt(text, index)]
      if (OTHERS.includes(name)) return []
      throw new Error(`«${text}»: is ${name} a period?`)
    }),
  )
}

/** The texts of conditions; words for people are no conditions. */
function textsWithin(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsWithin)
  if (typeof value !== 'object' || value === null || 'zh' in value) return []
  return Object.values(value).flatMap(textsWithin)
}

function callAt(text: string, from: number): string {
  let depth = 0
  for (let at = text.indexOf('(', from); at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (depth === 0) return text.slice(from, at + 1)
  }
  throw new Error(`«${text}» does not end.`)
}
