import { createHash } from 'node:crypto'

const FOLD: Readonly<Record<string, string>> = {
  '«': '《',
  '»': '》',
  '〈': '《',
  '〉': '》',
  '“': '"',
  '”': '"',
  '「': '"',
  '」': '"',
  '‘': "'",
  '’': "'",
  '。': '.',
  '﹣': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '〔': '[',
  '〕': ']',
}
const IGNORED = /[\s\p{Co}\p{Cf}]/u

/** The hyphen that parts a word in Latin letters at the end of a line. */
const PARTED = /(?<=[A-Za-z])-\s*\n\s*(?=[a-z])/g

/** A text without typography: width, spaces, line breaks, quotes and dashes do not count. */
export function normalised(text: string): string {
  let key = ''
  const whole = text.normalize('NFKC').replace(PARTED, '')
  for (const char of whole) if (!IGNORED.test(char)) key += FOLD[char] ?? char
  return key
}

/** Do the words occur, whatever typography either side uses? */
export const readsIn = (words: string, text: string): boolean =>
  normalised(text).includes(normalised(words))

/** First 16 hex digits of the SHA-256 of the normalised text: the same words give the same mark. */
export const fingerprint = (text: string): string =>
  createHash('sha256').update(normalised(text)).digest('hex').slice(0, 16)
