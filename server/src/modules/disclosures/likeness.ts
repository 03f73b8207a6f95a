// How alike two titles are, and which numbers of rights a text names: by these doubles are found.
import { folded } from '../../platform/grams.ts'

/** From where on two titles are shown as perhaps the same; a choice of this platform. */
export const likeEnough = 0.5

/** How alike two titles are, from 0 to 1: the pairs of neighbouring characters they share. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  if (a.length + b.length === 0) return 0
  const left = new Map<string, number>()
  for (const pair of b) left.set(pair, (left.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of a) {
    const count = left.get(pair) ?? 0
    if (count > 0) shared += 1
    left.set(pair, count - 1)
  }
  return (2 * shared) / (a.length + b.length)
}

function pairsOf(text: string): readonly string[] {
  // What says that it is an example, a device, a method says nothing of which one.
  const chars = [...folded(text).replace(/（.*?）|\(.*?\)|[^\p{L}\p{N}]|一种/gu, '')]
  return chars.slice(1).map((char, at) => `${chars[at]}${char}`)
}

/** Numbers of patents and software copyrights in a text, as they are written without joints. */
export function rightNumbersIn(text: string): readonly string[] {
  const found = folded(text).match(/(?:zl|cn)?\s?\d{12}\.?[\dx]|\d{4}sr\d{6,8}/g) ?? []
  return [...new Set(found.map((number) => number.replace(/^(zl|cn)|[\s.]/g, '')))].slice(0, 5)
}
