// An official text as an institution has it: read from a file, doubted by the parser, settled by people.
// The text as received is never rewritten; answers stand beside it and are put to it when it is read.
import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { type Doubt, type LawText, nodeAt, type Patch, parseLawText } from '@yizhuan/law-authoring'

export type TextFormat = 'txt' | 'docx' | 'pdf' | 'html'

/** How a person answers a doubt: it is read rightly, read it otherwise, or the line says something else. */
export const answers = [
  'accepted',
  'new-paragraph',
  'continuation',
  'not-a-marker',
  'corrected',
] as const
export type AnswerKind = (typeof answers)[number]

/** An answer as kept; a corrected line says what it reads. */
export interface TextAnswer {
  readonly line: number
  readonly kind: string
  readonly answer: AnswerKind
  readonly correction: string | null
  readonly name: string
  readonly at: Date
}

/** A doubt at its line, with what was answered. */
export interface OpenDoubt {
  readonly line: number
  readonly kind: Doubt['kind']
  readonly note: string
  /** The line as it stands in the text, and the one before it. */
  readonly text: string
  readonly before: string
  readonly answer: TextAnswer | null
}

/** Why a file is not taken in. */
export interface TextRefusals {
  'text-empty': Record<string, never>
  'text-too-long': { readonly most: string }
  'text-format-unknown': { readonly name: string }
  'text-damaged': { readonly format: string }
  'text-too-heavy': Record<string, never>
  'text-encrypted': Record<string, never>
  'text-scanned': { readonly pages: string }
  'no-articles-found': Record<string, never>
  'doubt-unknown': Record<string, never>
  'nothing-imported': Record<string, never>
  'correction-malformed': Record<string, never>
}

/** The longest text taken in: ten times the longest of our sources. */
export const longestText = 2_000_000

/** What a file is, by its first bytes; its name decides only between texts. */
export function formatOf(name: string, bytes: Uint8Array): TextFormat | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.startsWith('PK\u0003\u0004')) return /\.docx$/i.test(name) ? 'docx' : undefined
  if (head.trimStart().startsWith('%PDF-')) return 'pdf'
  // Old .doc and .wps files, pictures and the like.
  if (head.includes('\0') && !/^(\u00ff\u00fe|\u00fe\u00ff)/.test(head)) return undefined
  const isHtml =
    /\.(html?|xhtml)$/i.test(name) || /<(!doctype html|html|head|body)[\s>]/i.test(head)
  return isHtml ? 'html' : 'txt'
}

/** Decides whether a text read from a file can be kept: some place of its document must be in it. */
export function takeIn(text: string, places: readonly string[]): Outcome<LawText, TextRefusals> {
  if (text.trim() === '') return refuse('text-empty', {})
  if (text.length > longestText) return refuse('text-too-long', { most: `${longestText}` })
  const law = parseLawText(text)
  // A plan has parts instead of articles, and an annex those of its own.
  const hasPlace = places.some((at) => !('error' in nodeAt(law, at)))
  return hasPlace ? accept(law) : refuse('no-articles-found', {})
}

/** The newest answer to each doubt. */
function newest(all: readonly TextAnswer[]): ReadonlyMap<string, TextAnswer> {
  return new Map(all.map((one) => [keyOf(one), one]))
}

const keyOf = ({ line, kind }: Pick<TextAnswer, 'line' | 'kind'>) => `${line} ${kind}`

/** The text as people settled it. */
export function settledText(body: string, all: readonly TextAnswer[]): LawText {
  const text = corrected(body, all)
  const starts = startsOf(text)
  const patches = [...newest(all).values()].flatMap(({ line, answer }): Patch[] => {
    if (answer === 'accepted' || answer === 'corrected') return []
    const start = starts[line]
    return start === undefined ? [] : [{ at: start, is: answer }]
  })
  return parseLawText(text, patches)
}

/** The doubts of a text with their answers: those still open as it now stands, and those settled. */
export function doubtsOf(body: string, all: readonly TextAnswer[]): readonly OpenDoubt[] {
  const given = newest(all)
  const lines = body.split('\n')
  const now = corrected(body, all)
  const place = placesOf(now)
  const open = settledText(body, all).doubts.map(({ at, kind, note }) => ({
    line: place(at),
    kind,
    note,
  }))
  const first = placesOf(body)
  const before = parseLawText(body).doubts.map(({ at, kind, note }) => ({
    line: first(at),
    kind,
    note,
  }))
  const both = [...before.filter((one) => given.has(keyOf(one))), ...open]
  const unique = new Map(both.map((one) => [keyOf(one), one]))
  return [...unique.values()]
    .toSorted((a, b) => a.line - b.line)
    .map((one) => ({
      ...one,
      text: lines[one.line]?.trim() ?? '',
      before: lines[one.line - 1]?.trim() ?? '',
      answer: given.get(keyOf(one)) ?? null,
    }))
}

/** Decides whether an answer can be kept: the doubt is there, and a correction is one line. */
export function answer(
  body: string,
  all: readonly TextAnswer[],
  given: Pick<TextAnswer, 'line' | 'kind' | 'answer' | 'correction'>,
): Outcome<OpenDoubt, TextRefusals> {
  const doubt = doubtsOf(body, all).find((one) => keyOf(one) === keyOf(given))
  if (!doubt) return refuse('doubt-unknown', {})
  const isCorrection = given.answer === 'corrected'
  if (isCorrection !== (given.correction !== null) || given.correction?.includes('\n')) {
    return refuse('correction-malformed', {})
  }
  return accept(doubt)
}

/** Lines stay lines, so that every answer keeps its place. */
function corrected(body: string, all: readonly TextAnswer[]): string {
  const lines = body.split('\n')
  for (const { line, answer, correction } of newest(all).values()) {
    if (answer === 'corrected' && line < lines.length) lines[line] = correction ?? ''
  }
  return lines.join('\n')
}

/** Where the words of each line begin, as the parser counts them. */
function startsOf(text: string): readonly number[] {
  let from = 0
  return text.split('\n').map((line) => {
    const lead = /^[\s\p{Co}\p{Cf}]*(?:#+\s+)?/u.exec(line)?.[0].length ?? 0
    const start = from + lead
    from += line.length + 1
    return start
  })
}

/** The line in which a place of a text lies. */
function placesOf(text: string): (at: number) => number {
  const ends: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at)
  return (at) => {
    const line = ends.findIndex((end) => at <= end)
    return line < 0 ? ends.length : line
  }
}
