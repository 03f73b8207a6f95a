// Work on many pages in which the processor and the database take turns: while one works on a page, the
// other works on its neighbour.

/**
 * Lets go out what was asked. Within one turn all is one question, answered as a whole: the next item would
 * come only when this one is written, and neither side would work beside the other.
 */
const turn = () => new Promise((next) => setImmediate(next))

/** The items of a source, of which the next is asked for before one is handed over. */
export async function* ahead<Item>(
  source: AsyncIterable<Item>,
): AsyncGenerator<Item, void, undefined> {
  const items = source[Symbol.asyncIterator]()
  const ask = () => {
    const asked = items.next()
    // Told when it is waited for; who stops before that does not want to hear of it.
    asked.catch(() => undefined)
    return asked
  }
  let next = ask()
  try {
    for (let item = await next; !item.done; item = await next) {
      next = ask()
      await turn()
      yield item.value
    }
  } finally {
    // What was asked for comes to its end before whoever owns its connection gives that back.
    await next.catch(() => undefined)
    await items.return?.()
  }
}

/**
 * Does work on each item, on some of them at a time; each is begun in its turn.
 *
 * Ends when all have ended, with the first failure if there was one: after it none is begun.
 */
export async function inFlight<Item>(
  most: number,
  source: AsyncIterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>()
  let failure: { readonly error: unknown } | undefined
  const begin = (item: Item) => {
    const one = work(item)
      .catch((error: unknown) => {
        failure ??= { error }
      })
      .finally(() => running.delete(one))
    running.add(one)
  }
  try {
    for await (const item of source) {
      begin(item)
      await turn()
      if (running.size >= most) await Promise.race(running)
      if (failure) break
    }
  } finally {
    await Promise.all(running)
  }
  if (failure) throw failure.error
}
