/** A piece of a text, and whether it is what was looked for. */
export interface Part {
  readonly text: string
  readonly hit: boolean
}

/** Characters shown before the first hit and in all, where a text is too long to show. */
const [before, shown] = [16, 72]

/** A text in parts, those that are one of the words marked. */
export function highlighted(text: string, words: readonly string[]): Part[] {
  return partsOf(foldedWithPlaces(text), words)
}

/** The surroundings of the first hit; undefined where no word occurs. */
export function snippet(text: string, words: readonly string[]): Part[] | undefined {
  const places = foldedWithPlaces(text.replace(/\s+/gu, ' '))
  const hits = words.map((word) => places.folded.indexOf(word)).filter((at) => at >= 0)
  if (hits.length === 0) return undefined
  const from = Math.max(0, (places.of[Math.min(...hits)] ?? 0) - before)
  const to = Math.min(places.chars.length, from + shown)
  const cut = places.chars.slice(from, to).join('')
  const parts = highlighted(cut, words)
  const ellipsis = { text: '…', hit: false }
  return [
    ...(from > 0 ? [ellipsis] : []),
    ...parts,
    ...(to < places.chars.length ? [ellipsis] : []),
  ]
}

interface Places {
  readonly chars: readonly string[]
  readonly folded: string
  /** For each unit of the folded text, the character it came from. */
  readonly of: readonly number[]
}

/** Folds character by character, so that a hit in the folded text leads back to the text itself. */
function foldedWithPlaces(text: string): Places {
  const chars = [...text]
  const of: number[] = []
  const folded = chars.map((char, at) => {
    const fold = char.normalize('NFKC').toLowerCase()
    for (let unit = 0; unit < fold.length; unit += 1) of.push(at)
    return fold
  })
  return { chars, folded: folded.join(''), of }
}

function partsOf({ chars, folded, of }: Places, words: readonly string[]): Part[] {
  const isHit = new Array<boolean>(chars.length).fill(false)
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const [first = 0, last = 0] = [of[at], of[at + word.length - 1]]
      isHit.fill(true, first, last + 1)
    }
  }
  const parts: { text: string; hit: boolean }[] = []
  for (const [at, char] of chars.entries()) {
    const hit = isHit[at] ?? false
    const last = parts.at(-1)
    if (last && last.hit === hit) last.text += char
    else parts.push({ text: char, hit })
  }
  return parts
}
