/** Repeatable chance: the same seed gives the same demonstration on every machine. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  pick<Item>(items: readonly Item[]): Item
  /** Some different items, in the order they stand. */
  some<Item>(items: readonly Item[], count: number): Item[]
  /** A UUID of version 7 form, ordered by when it was drawn. */
  id(): string
}

/** A small generator (mulberry32); good enough for invented data, useless for secrets. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  let drawn = 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    whole,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)]
      if (item === undefined) throw new TypeError('Nothing to pick from.')
      return item
    },
    some: (items, count) => {
      const chosen = new Set<number>()
      while (chosen.size < Math.min(count, items.length)) chosen.add(whole(0, items.length - 1))
      return items.filter((_, index) => chosen.has(index))
    },
    id: () => {
      drawn += 1
      const hex = (length: number) =>
        Array.from({ length }, () => whole(0, 15).toString(16)).join('')
      const time = (0x018f00000000 + seed * 0x100000 + drawn).toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
    },
  }
}
