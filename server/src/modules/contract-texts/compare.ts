// Two texts word by word: in Chinese a sign is a word, a number or a Latin word is one as a whole.

/** A piece that stands in both, or in one of the two. */
export interface DiffPart {
  readonly is: 'same' | 'added' | 'gone'
  readonly text: string
}

const token = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.,%-]*(?<![.,])|\s+|./gsu

/** Beyond so many comparisons two middles are told as one going and one coming; a limit of ours. */
const mostCells = 4_000_000

/** What became of a text. */
export function diffOf(before: string, after: string): readonly DiffPart[] {
  const [a, b] = [before.match(token) ?? [], after.match(token) ?? []]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1
  const middle = middleOf(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return joined([
    ...a.slice(0, head).map((text): DiffPart => ({ is: 'same', text })),
    ...middle,
    ...a.slice(a.length - tail).map((text): DiffPart => ({ is: 'same', text })),
  ])
}

function middleOf(a: readonly string[], b: readonly string[]): readonly DiffPart[] {
  if (a.length * b.length > mostCells || a.length === 0 || b.length === 0) {
    const whole = (is: 'gone' | 'added', texts: readonly string[]): DiffPart[] =>
      texts.length === 0 ? [] : [{ is, text: texts.join('') }]
    return [...whole('gone', a), ...whole('added', b)]
  }
  const width = b.length + 1
  // How long the longest common run is of what is left of both.
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
    }
  }
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      parts.push({ is: 'same', text: a[i] ?? '' })
      i += 1
      j += 1
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
      parts.push({ is: 'gone', text: a[i] ?? '' })
      i += 1
    } else {
      parts.push({ is: 'added', text: b[j] ?? '' })
      j += 1
    }
  }
  return [
    ...parts,
    ...a.slice(i).map((text): DiffPart => ({ is: 'gone', text })),
    ...b.slice(j).map((text): DiffPart => ({ is: 'added', text })),
  ]
}

/** Neighbours of one kind as one piece. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const all: DiffPart[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (last?.is === part.is) all[all.length - 1] = { is: part.is, text: last.text + part.text }
    else all.push(part)
  }
  return all
}
