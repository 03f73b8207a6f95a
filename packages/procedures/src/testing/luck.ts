// Chance that can be repeated: the same seed, the same story.

/** A source of chance. */
export interface Luck {
  /** Whether something of a probability happens. */
  happens(probability: number): boolean
  /** A whole number from 0 up to, but not including, n. */
  below(n: number): number
  /** One of several. */
  oneOf<Item>(items: readonly Item[]): Item
}

/** Chance from a seed (a 32-bit linear congruence, shaken by multiplication). */
export function luckOf(seed: number): Luck {
  let at = seed >>> 0
  const next = () => {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0
    const shaken = Math.imul(at ^ (at >>> 16), 0x45d9f3b) >>> 0
    return (shaken ^ (shaken >>> 16)) >>> 0
  }
  const part = () => next() / 4_294_967_296
  const below = (n: number) => Math.floor(part() * n)
  return {
    happens: (probability) => part() < probability,
    below,
    oneOf: (items) => items[below(items.length)] as (typeof items)[number],
  }
}
