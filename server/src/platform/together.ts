/**
 * Asks for many in one question: who comes while a question is under way is asked for in the next.
 *
 * Nothing is kept. Every answer belongs to a question that was put after its caller asked.
 */
export function together<Key, Value>(
  ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let waiting: Map<Key, PromiseWithResolvers<Value | undefined>> = new Map()
  let isAsking = false

  async function askOn(): Promise<void> {
    isAsking = true
    while (waiting.size > 0) {
      const asked = waiting
      waiting = new Map()
      try {
        const answers = await ask([...asked.keys()])
        for (const [key, { resolve }] of asked) resolve(answers.get(key))
      } catch (error) {
        for (const { reject } of asked.values()) reject(error)
      }
    }
    isAsking = false
  }

  return (key) => {
    const place = waiting.get(key) ?? newPlace<Value | undefined>()
    waiting.set(key, place)
    if (!isAsking) void askOn()
    return place.promise
  }
}

interface PromiseWithResolvers<Value> {
  readonly promise: Promise<Value>
  readonly resolve: (value: Value) => void
  readonly reject: (error: unknown) => void
}

/** As `Promise.withResolvers`, which Node 20 does not have. */
function newPlace<Value>(): PromiseWithResolvers<Value> {
  let resolve: (value: Value) => void = () => undefined
  let reject: (error: unknown) => void = () => undefined
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
