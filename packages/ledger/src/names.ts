import { parseChineseNumber } from './chinese-number.ts'
import { type Parsed, parsed } from './parsed.ts'
import type { ProblemCode } from './problem-codes.ts'
import { normalText, plainText, saysNothing } from './text.ts'

/** Circled numbers become ordinary digits in the normal form, so they go first. */
const circled = /[\u2460-\u2473\u2776-\u277f]\s*/g
const numbering = /(^|[\s、,;:/])\d{1,2}\s*[.、):]\s*(?=\D)/g
const dots =
  /(?<=\p{Script=Han})\s*[.\u00b7\u2022\u2027\u22c5\u2219\u30fb\uff65\u16eb]\s*(?=\p{Script=Han})/gu
const marks = /[*#†‡△▲★☆^\d]+$/
const others = /\s*等?\s*共?\s*(?:(\d+|[一二三四五六七八九十]+)\s*[人名位]|等人?)\s*$/

const brackets = /\([^)]*\)|\[[^\]]*\]|【[^】]*】/g

/** A character of one script right beside one of the other. */
const mixed = /\p{Script=Han}\p{Script=Latin}|\p{Script=Latin}\p{Script=Han}/u
const han = /^\p{Script=Han}+$/u

/** Reads a list of names in any of the ways people separate them. */
export function parseNames(raw: string): Parsed<readonly string[]> {
  if (saysNothing(raw)) return parsed([])
  const text = normalText(raw.replace(circled, '\n'))
    .replace(brackets, '')
    .trim()
    .replace(numbering, '$1\n')
    .replace(dots, '·')
  const ending = others.exec(text)
  const list = ending ? text.slice(0, ending.index) : text
  const names = list.split(/[、,;/|\n\r。]+/).flatMap(namesOf)
  return { value: names, problems: problemsOf(names, ending) }
}

/** What stands in brackets behind each of the names that were read of a text; null where nothing does. */
export function besideNames(raw: string, names: readonly string[]): readonly (string | null)[] {
  const text = normalText(raw.replace(circled, '\n')).replace(dots, '·')
  let from = 0
  return names.map((name) => {
    const letters = [...name.replace(/\s/g, '')].map(escaped)
    const stands = new RegExp(
      `${letters.join('\\s*')}[\\s*#†‡△▲★☆^]*(?:\\(([^)]*)\\)|\\[([^\\]]*)\\]|【([^】]*)】)?`,
      'gu',
    )
    stands.lastIndex = from
    const found = stands.exec(text)
    if (found === null) return null
    from = stands.lastIndex
    return (found[1] ?? found[2] ?? found[3])?.trim() || null
  })
}

const escaped = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')

function problemsOf(
  names: readonly string[],
  ending: RegExpExecArray | null,
): readonly ProblemCode[] {
  const isIncomplete = ending !== null && promisedBy(ending[1]) > names.length
  const isRunTogether = names.some(holdsSeveral)
  return [
    ...(isIncomplete ? (['names_incomplete'] as const) : []),
    ...(isRunTogether ? (['names_not_separated'] as const) : []),
  ]
}

/** More characters than a name has, or two scripts in one. */
function holdsSeveral(name: string): boolean {
  if (han.test(name)) return [...name].length > 4
  return /\p{Script=Han}/u.test(name) && /\p{Script=Latin}/u.test(name)
}

/** 等5人 promises five names; 等 alone promises more than there are. */
function promisedBy(number: string | undefined): number {
  if (number === undefined) return Number.POSITIVE_INFINITY
  return Number(parseChineseNumber(number) ?? number)
}

/** Reads one name: padding, numbering and marks go. */
export function parseName(raw: string): string | null {
  if (saysNothing(raw)) return null
  const names = parseNames(raw).value
  return names.length === 0 ? plainText(raw) : names.join('、')
}

/**
 * Takes apart what blanks separate. A blank inside a name of two characters is padding: a single
 * character cannot be a name. Names in Latin letters keep their blank.
 */
function namesOf(part: string): readonly string[] {
  // Names in two scripts that run together cannot be told apart: they stay one string.
  if (mixed.test(part)) return [part.trim()]
  const names: string[] = []
  for (const word of part.split(/\s+/)) {
    const name = word.replace(marks, '')
    if (name === '') continue
    const before = names.at(-1)
    const joined = before === undefined ? undefined : joinedName(before, name)
    if (joined === undefined) names.push(name)
    else names[names.length - 1] = joined
  }
  const last = names.at(-1)
  if (last !== undefined && isSingle(last) && names.length > 1)
    names.splice(-2, 2, `${names.at(-2)}${last}`)
  return names
}

function joinedName(before: string, name: string): string | undefined {
  if (/^[\p{Script=Latin}.'-]+( |$)/u.test(before) && /^[\p{Script=Latin}.'-]+$/u.test(name))
    return `${before} ${name}`
  return isSingle(before) ? `${before}${name}` : undefined
}

const isSingle = (name: string) => /^\p{Script=Han}$/u.test(name)
