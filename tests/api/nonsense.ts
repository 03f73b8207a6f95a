import type { Person } from '../../server/src/platform/testing/app.ts'
import { fuzzer } from './fuzz.ts'
import type { ApiHouse } from './house.ts'
import { operationsOf } from './operations.ts'

/** What came of sending nonsense everywhere: what was answered wrongly, and how much was answered. */
export interface NonsenseReport {
  readonly wrong: readonly string[]
  readonly seen: ReadonlyMap<string, number>
}

/** Sends requests that are more or less as described to every route, as somebody with every role. */
export async function sendNonsense(
  api: ApiHouse,
  runs: number,
  seed: number,
): Promise<NonsenseReport> {
  let person: Person = await api.everybody(api.here)
  const tables = ['transfer_case', 'achievement', 'contract', 'receipt', 'ip_right', 'person']
  const ids = (await Promise.all(tables.map((table) => api.idsOf(api.here, table)))).flat()
  const { run, seen } = fuzzer(api.house.app, ids, api.codes)
  const wrong: string[] = []
  for (const operation of operationsOf(api.house.app)) {
    // Mutating a pack a dozen times takes minutes; its form is that of the other reports.
    if (operation.path === '/api/v1/law/test') continue
    try {
      await run(operation, person.cookie, runs, seed)
    } catch (error) {
      wrong.push(said(error as Error))
    }
    if (operation.path.includes('/session')) person = await api.house.signInAgain(person)
  }
  console.log(`seed ${seed}: ${[...seen].map(([kind, times]) => `${times} ${kind}`).join(', ')}`)
  return { wrong, seen }
}

/** What was wrong, and how to ask for it again. */
function said({ message, cause }: Error): string {
  const path = /path: "([^"]*)"/.exec(message)?.[1]
  const sent = /Counterexample: (.*)/.exec(message)?.[1]?.slice(0, 400)
  return `${(cause as Error | undefined)?.message ?? message}\n  path ${path}, sent ${sent}`
}
