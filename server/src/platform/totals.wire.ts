import { z } from 'zod'

/** How many rows do not say what is summed, sum by sum. */
export function unknownWire<Name extends string>(...names: readonly Name[]) {
  const fields = names.map((name) => [name, z.int()] as const)
  return z.object(Object.fromEntries(fields) as Record<Name, z.ZodInt>)
}
