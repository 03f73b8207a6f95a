// What texts are found by: short pieces of neighbouring characters. Chinese does not part its words,
// and any two characters of a title should find it; so every place of a text begins a piece of two
// characters, or of the rest of a number or Latin word, whose letters and digits alone tell little.

import { mayBeTyped, readingsOf } from './pinyin.ts'

/** The most characters of a record that are searched; more would overflow the places of an index. */
export const searchedLength = 16_000

/** A text as searching sees it: full-width forms, capitals and kinds of blanks make no difference. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** Whose record it is, and of which kind. */
export interface Owner {
  readonly institution: string
  readonly kind: string
}

/**
 * The lexemes of a record, as the literal of a `tsvector`.
 *
 * @param owner  every record bears whose and of which kind it is as a lexeme, so that the index itself
 * tells institutions and kinds apart.
 * @param heading  what a record is known by; its lexemes weigh more.
 * @param names  names of people, also found by how they are typed in Latin letters.
 */
export function lexemesOf(
  owner: Owner,
  heading: readonly string[],
  texts: readonly string[],
  names: readonly string[] = [],
): string {
  // Each piece with its places, as they are written. This is done for every record that is written.
  const places = new Map<string, string>()
  let place = 0
  const add = (text: string, weight: string) => {
    const chars = [...text]
    for (let at = 0; at < chars.length && place < searchedLength; at += 1) {
      place += 1
      const gram = gramAt(chars, at)
      if (gram === undefined) continue
      const known = places.get(gram)
      places.set(gram, known === undefined ? `${place}${weight}` : `${known},${place}${weight}`)
    }
    // A gap, so that the end of one text and the beginning of the next are no neighbours.
    place += 2
  }
  for (const text of heading.flatMap(withoutJoints)) add(text, 'A')
  for (const text of texts.flatMap(withoutJoints)) add(text, '')
  for (const name of new Set(names)) {
    const weight = heading.includes(folded(name)) ? 'A' : ''
    for (const reading of readingsOf(name)) {
      place += 1
      places.set(` ~${reading}`, `${place}${weight}`)
      places.set(firstTwo(reading), `${place}${weight}`)
    }
  }
  let all = ownerQueryOf(owner)
  for (const [gram, at] of places) all += ` ${quoted(gram)}:${at}`
  return all
}

/** The words of what somebody is looking for, at most ten; a number is one word in any notation. */
export function wordsOf(sought: string): readonly string[] {
  const whole = folded(sought)
  const number = patentDigits(whole)
  const words = number
    ? [number]
    : whole.split(' ').map((word) => patentDigits(word) ?? withoutCommas(word))
  return [...new Set(words)].filter((word) => word !== '').slice(0, 10)
}

/** Numbers of the US office are written with commas and kept without: `16/123,456`, `US10,123,456B2`. */
function withoutCommas(word: string): string {
  return /^(?:us)?(?:d?\d{1,2}(?:\/|,))\d{3},\d{3}(?:b[12])?$/.test(word)
    ? word.replaceAll(',', '')
    : word
}

/** A number without its joints, by which it is found whole in any notation. */
export function numberOf(label: string): string {
  const whole = folded(label)
  return patentDigits(whole) ?? (withoutMarks(whole) || whole)
}

/**
 * The digits of a Chinese application without CN, ZL, blanks, points and the check character, which
 * many leave out; undefined for anything else.
 */
function patentDigits(text: string): string | undefined {
  const [, digits] = /^(?:cn|zl)*(\d{12}|\d{8})[\dx]?$/.exec(withoutMarks(text)) ?? []
  const isDated =
    digits && /^(?:20\d\d[12389]\d{7}|(?:8[5-9]|9\d|0[0-3])[12389]\d{5})$/.test(digits)
  return isDated ? digits : undefined
}

/** What stands between the parts of a number or a name, as a pattern for here and for the database. */
export const joints = '[\\s‐‑–—./·。_-]'

const allJoints = new RegExp(joints, 'gu')

/** Whether a text says a word, joined or not. */
export function saysWord(text: string, word: string): boolean {
  const bare = word.replace(allJoints, '')
  return text.includes(word) || (bare !== '' && text.replace(allJoints, '').includes(bare))
}

/** What is written around and between the parts of a number. */
function withoutMarks(text: string): string {
  return text
    .replace(/^(?:国际)?(?:申请|专利|登记|注册|公开|公告|品种权|批准)(?:文号|号)?:?/u, '')
    .replace(allJoints, '')
}

/** What the index is asked, and what else must hold: the patterns of what the text says. */
export interface IndexQuery {
  /** The literal of a `tsquery`. */
  readonly query: string
  /** For `like all`. */
  readonly said: readonly string[]
  /** The literal of a `tsquery` that the records themselves are asked, not the index. */
  readonly also?: string
}

/**
 * What finds the records that contain every word, of those that an owner's query finds.
 *
 * Whether the pieces of a Chinese word stand side by side is not asked of the places, which are kept far
 * from the record and take twenty times as long to read as its text: the text itself is asked.
 */
export function indexQueryOf(owners: string, words: readonly string[]): IndexQuery {
  const plain = words.filter(isSaid)
  const others = words.filter((word) => !isSaid(word))
  const pieces = plain.flatMap((word) => {
    const chars = [...word]
    return chars.slice(1).map((_, at) => quoted(gramAt(chars, at) ?? ''))
  })
  const found = [...new Set(pieces), ...(others.length === 0 ? [] : [wordsQueryOf(others)])]
  return { query: [owners, ...found].join(' & '), said: saidOf(words) }
}

/**
 * The same for a shelf: where a Chinese word finds the few that are to be looked at, the index is not asked
 * for the others, whose ends are open. It would read all that begins as they do, from every shelf.
 */
export function shelfIndexQueryOf(shelf: string, words: readonly string[]): IndexQuery {
  const open = words.filter((word) => !isChinese(word))
  if (open.length === 0 || open.length === words.length) return indexQueryOf(shelf, words)
  return { ...indexQueryOf(shelf, closedOf(words)), also: wordsQueryOf(open) }
}

/** Those of the words that the index finds by whole pieces. */
export function closedOf(words: readonly string[]): readonly string[] {
  return words.filter(isChinese)
}

/** The patterns of words that a record is asked for, without the index; and the words that no pattern finds. */
export function askedOf(words: readonly string[]) {
  return {
    said: words.filter(isChinese).map((word) => `%${word}%`),
    others: words.filter((word) => !isChinese(word)),
  }
}

/** Whether a word is nothing but Chinese characters, and not one alone, which may begin any piece. */
function isChinese(word: string): boolean {
  return /^\p{Script=Han}{2,}$/u.test(word)
}

/** The patterns of the words that a text itself can be asked for: folding leaves them as they are. */
function saidOf(words: readonly string[]): readonly string[] {
  return words.filter(isSaid).map((word) => `%${word}%`)
}

/** Whether a word is nothing but Chinese characters, and has more than one piece. */
function isSaid(word: string): boolean {
  return /^\p{Script=Han}{3,}$/u.test(word)
}

/** A text as it is kept beside its pieces: as it was, unless folding turns something into characters. */
export function kept(text: string): string {
  return /[\u2e80-\u2fdf\u3200-\u33ff\uf900-\ufaff]|[\u{2f800}-\u{2fa1f}]/u.test(text)
    ? text.normalize('NFKC')
    : text
}

/** What finds records that contain every word, whosever they are. */
export function wordsQueryOf(words: readonly string[]): string {
  return wordsQuery(words, '')
}

/** The same for what they are known by. */
export function headingQueryOf(words: readonly string[]): string {
  return wordsQuery(words, 'A')
}

function wordsQuery(words: readonly string[], weight: string): string {
  const found = words.map((word) => {
    const [whole = '', bare] = withoutJoints(word)
    // What has the joints is kept without them as well: to ask for both forms would only take longer.
    const isBare = bare !== undefined && bare === whole.replace(/[-./_]/g, '')
    const forms = (isBare ? [bare] : withoutJoints(word)).map((form) => phraseOf([...form], weight))
    if (mayBeTyped(word)) forms.push(typedQuery(word, weight))
    return `(${forms.join(' | ')})`
  })
  return found.join(' & ')
}

/** What finds a name that begins with letters. Two of them begin so many that they are a lexeme. */
function typedQuery(letters: string, weight: string): string {
  return letters.length === 2
    ? piece(firstTwo(letters), weight)
    : piece(` ~${letters}`, `*${weight}`)
}

/** How many pieces of a title are looked for at most. */
const mostPieces = 40

/**
 * What finds the records of an institution whose heading shares three neighbouring characters with a
 * title, as the literal of a `tsquery`; undefined for a title that is too short.
 */
export function likeQueryOf(owner: Owner, title: string): string | undefined {
  const chars = [...folded(title).replace(/[^\p{L}\p{N}]/gu, '')]
  const pieces = chars
    .slice(2, 2 + mostPieces)
    .map((_, at) => phraseOf(chars.slice(at, at + 3), 'A'))
  if (pieces.length === 0) return undefined
  return `${ownerQueryOf(owner)} & (${[...new Set(pieces)].join(' | ')})`
}

/**
 * The pieces of a word, neighbours as in the word, no more of them than it takes to say all of it: the
 * fewer lists of common pieces are compared, the sooner the index answers.
 */
function phraseOf(chars: readonly string[], weight: string): string {
  if (chars.length === 1) return piece(chars.join(''), `*${weight}`)
  const pieces: string[] = []
  let before = 0
  const add = (at: number, known: string, marks = weight) => {
    pieces.push(`${pieces.length === 0 ? '' : ` <${at - before}> `}${piece(known, marks)}`)
    before = at
  }
  for (let at = 0; at < chars.length; ) {
    // The last character stands in the piece before it.
    if (at > 0 && at === chars.length - 1) break
    const end = endOfRun(chars, at)
    for (const place of end === at ? [at] : placesIn(at, end, end < chars.length)) {
      // Where the word ends within a piece, the text may go on with anything.
      const isOpen = end === chars.length && place + runLength > end
      if (isOpen) add(place, chars.slice(place).join(''), `*${weight}`)
      else add(place, gramAt(chars, place) ?? '')
    }
    at = Math.max(end, at + 1)
  }
  return pieces.length === 1 ? pieces.join('') : `(${pieces.join('')})`
}

/** The places in a run whose pieces say all of it, and what follows it where something does. */
function placesIn(from: number, end: number, isFollowed: boolean): readonly number[] {
  const places: number[] = []
  const last = Math.max(from, end - runLength + (isFollowed ? 1 : 0))
  for (let place = from; place < last; place += runLength) places.push(place)
  return [...places, last]
}

/** How much of a number or of a word in Latin letters one piece holds. */
const runLength = 8

/**
 * The piece that begins at a place of a text: a character and the next one, or the rest of a number or
 * Latin word, as far as it goes, and what ends it. A blank stands for the end. None begins at a blank.
 */
function gramAt(chars: readonly string[], at: number): string | undefined {
  const first = chars[at] ?? ' '
  if (first === ' ') return undefined
  const end = Math.min(endOfRun(chars, at), at + runLength)
  if (end - at === runLength) return chars.slice(at, end).join('')
  return chars.slice(at, Math.max(end, at + 1)).join('') + (chars[Math.max(end, at + 1)] ?? ' ')
}

/** Where the Latin letters and digits end that stand at a place; the place itself where none does. */
function endOfRun(chars: readonly string[], from: number): number {
  let end = from
  while (isLatin(chars[end])) end += 1
  return end
}

function piece(lexeme: string, marks: string): string {
  return `${quoted(lexeme)}${marks && `:${marks}`}`
}

function isLatin(char: string | undefined): boolean {
  return char !== undefined && ((char >= 'a' && char <= 'z') || (char >= '0' && char <= '9'))
}

/**
 * A folded text, and once more each number or name in it without its joints: PD-L1 is also found as
 * PDL1, and ZL 2023 1 0123456.7 without its blanks.
 */
function withoutJoints(text: string): readonly string[] {
  const names = text.match(/[a-z0-9]+(?:(?:[-./_]| (?=\d))[a-z0-9]+)+/g) ?? []
  return [text, ...names.map((name) => name.replace(/[-./_ ]/g, ''))]
}

/** The lexeme of the names that begin with two letters. */
function firstTwo(letters: string): string {
  return ` ^${letters.slice(0, 2)}`
}

/** The lexeme of all records of a kind. No piece of a text begins with a blank, so no open end reaches it. */
function ownerQueryOf({ institution, kind }: Owner): string {
  return quoted(ownerOf({ institution, kind }))
}

/** What finds all records of some kinds. */
export function ownersQueryOf(institution: string, kinds: readonly string[]): string {
  return `(${kinds.map((kind) => ownerQueryOf({ institution, kind })).join(' | ')})`
}

/** What finds all that stand on a shelf. Its lexeme is made where places are given. */
export function shelfQueryOf(owner: Owner, shelf: number): string {
  return quoted(`${ownerOf(owner)} ${shelf}`)
}

function ownerOf({ institution, kind }: Owner): string {
  return ` ${institution} ${kind}`
}

function quoted(lexeme: string): string {
  if (!/['\\]/.test(lexeme)) return `'${lexeme}'`
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
