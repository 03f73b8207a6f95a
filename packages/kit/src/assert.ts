/** Our own mistake: never caught but at the edge. */
export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant'
}

/** Throws {@link BrokenInvariant} unless the condition holds. For what must be true, never for a user's mistake. */
export function assert(condition: unknown, mustHold: string): asserts condition {
  if (!condition) throw new BrokenInvariant(mustHold)
}
