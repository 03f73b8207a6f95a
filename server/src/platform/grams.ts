// What texts are found by: short pieces of neighbouring characters. Chinese does not part its words,
// and any two characters of a title should find it; so every place of a text begins a piece of two
// characters, or of three where Latin letters and digits stand, which alone tell little.

/** The most characters of a record that are searched; more would overflow the places of an index. */
export const searchedLength = 16_000

/** A text as searching sees it: full-width forms, capitals and kinds of blanks make no difference. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/**
 * The lexemes of a record, as the literal of a `tsvector`.
 *
 * @param owner  every record of an institution bears it as a lexeme, so that the index itself tells
 * institutions apart.
 * @param heading  what a record is known by; its lexemes weigh more.
 */
export function lexemesOf(
  owner: string,
  heading: readonly string[],
  texts: readonly string[],
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
  let all = ownerLexeme(owner)
  for (const [gram, at] of places) all += ` ${quoted(gram)}:${at}`
  return all
}

/** The words of what somebody is looking for, at most ten. */
export function wordsOf(sought: string): readonly string[] {
  return [...new Set(folded(sought).split(' '))].filter((word) => word !== '').slice(0, 10)
}

/**
 * What finds the records of an institution that contain every word, as the literal of a `tsquery`.
 *
 * @param place  `heading` to ask for words in what a record is known by.
 */
export function queryOf(
  owner: string,
  words: readonly string[],
  place: 'anywhere' | 'heading' = 'anywhere',
): string {
  const weight = place === 'heading' ? 'A' : ''
  const found = words.map((word) => {
    const forms = withoutJoints(word).map((form) => phraseOf([...form], weight))
    return `(${forms.join(' | ')})`
  })
  return [ownerLexeme(owner), ...found].join(' & ')
}

/** How many pieces of a title are looked for at most. */
const mostPieces = 40

/**
 * What finds the records of an institution whose heading shares three neighbouring characters with a
 * title, as the literal of a `tsquery`; undefined for a title that is too short.
 */
export function likeQueryOf(owner: string, title: string): string | undefined {
  const chars = [...folded(title).replace(/[^\p{L}\p{N}]/gu, '')]
  const pieces = chars
    .slice(2, 2 + mostPieces)
    .map((_, at) => phraseOf(chars.slice(at, at + 3), 'A'))
  if (pieces.length === 0) return undefined
  return `${ownerLexeme(owner)} & (${[...new Set(pieces)].join(' | ')})`
}

/** The pieces of a word, neighbours as in the word. */
function phraseOf(chars: readonly string[], weight: string): string {
  const last = Math.max(0, chars.length - 2)
  const pieces = chars.slice(0, last + 1).map((first, at) => {
    const gram = gramAt(chars, at)
    // At the end of a word the text may go on, with anything.
    const isOpen = chars.length === 1 || (at === last && isLatin(first) && isLatin(chars[at + 1]))
    const known = isOpen ? chars.slice(at).join('') : (gram ?? '')
    const marks = `${isOpen ? '*' : ''}${weight}`
    return `${quoted(known)}${marks && `:${marks}`}`
  })
  return pieces.length === 1 ? (pieces[0] ?? '') : `(${pieces.join(' <-> ')})`
}

/** The piece that begins at a place of a text; a blank stands for the end. None begins at a blank. */
function gramAt(chars: readonly string[], at: number): string | undefined {
  const first = chars[at] ?? ' '
  const second = chars[at + 1] ?? ' '
  if (first === ' ') return undefined
  if (!isLatin(first) || !isLatin(second)) return first + second
  return first + second + (chars[at + 2] ?? ' ')
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

/** No piece of a text begins with a blank, so no open end of a word reaches this one. */
function ownerLexeme(owner: string): string {
  return quoted(` ${owner}`)
}

function quoted(lexeme: string): string {
  if (!/['\\]/.test(lexeme)) return `'${lexeme}'`
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
