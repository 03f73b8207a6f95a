import { readRightNumber } from '@yizhuan/docket'
import { InputError } from '@yizhuan/kit'

/** What may name a record in a message: numbers of rights in one notation, and words that look like a number. */
export interface Tags {
  readonly rights: readonly string[]
  readonly words: readonly string[]
}

/** Where a tag stood: the better the place, the likelier it says what the message is about. */
export const places = ['subject', 'attachment', 'text'] as const
export type Place = (typeof places)[number]

/** Ours: a message that names more is about none of them. */
const mostTags = 200

/** Every number in a text that a record may bear, in any notation. */
export function tagsIn(text: string): Tags {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[‐‑–—―−]/g, '-')
  const words = [...plain.matchAll(wordForm)].map(([word]) => word)
  const rights = forms.flatMap(({ kind, form }) =>
    [...plain.matchAll(form)].flatMap(([said]) => readable(kind, said)),
  )
  return {
    rights: [...new Set(rights)].slice(0, mostTags),
    words: [...new Set(words)].slice(0, mostTags),
  }
}

/** Such as CG-2026-0001, XM-2026-018, HT2025/12: parts of letters and digits, with a digit somewhere. */
const wordForm = /(?<![A-Z0-9])(?=[A-Z0-9_/.-]*\d)[A-Z0-9]+(?:[-_/.][A-Z0-9]+)+(?![A-Z0-9])/g

const forms = [
  {
    kind: 'patent',
    form: /(?<![\d.])(?:(?:ZL|CN)\.?\s?)*\d(?:[ -]?\d){7,11}\s?[.。·]?\s?[\dX](?![\dX])/g,
  },
  {
    kind: 'pct',
    form: /PCT\s?\/?\s?[A-Z]{2}\s?(?:\d{4}\s?\/?\s?\d{6}|\d{2}\s?\/\s?\d{5})(?!\d)/g,
  },
  { kind: 'software', form: /(?<!\d)(?:19|20)\d\d-?\s?SR\s?-?\d{6,7}(?!\d)/g },
] as const

function readable(kind: (typeof forms)[number]['kind'], said: string): string[] {
  try {
    return [readRightNumber(kind, said)]
  } catch (error) {
    if (error instanceof InputError) return []
    throw error
  }
}
