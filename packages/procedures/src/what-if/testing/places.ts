// The laws of three places as the packs have them, and a deal to look at under them.
import { join } from 'node:path'
import { compile, taxTableOn } from '@yizhuan/law'
import { buildPacks, loadCalendars, loadTaxTables } from '@yizhuan/law-authoring'
import { readScenario, type ScenarioRead } from '../reading.ts'
import { firstScenario, type Scenario } from '../scenario.ts'

const root = join(import.meta.dirname, '../../../../../packs')
const all = buildPacks(root)
export const tables = loadTaxTables(root)
const lawOf = (...ids: readonly string[]) =>
  compile(
    ids.flatMap((id) => all.find((pack) => pack.id === id) ?? []),
    loadCalendars(root),
  )
export const [nation, guangdong] = [lawOf('cn'), lawOf('cn', 'cn-gd-2025')]
export const shanghai = lawOf('cn', 'cn-sh-draft-2024')
export const table = taxTableOn(tables, '2026-06-30')

/** A deal as it begins, with some of it otherwise. */
export function read(change: Partial<Scenario> = {}): ScenarioRead {
  const found = readScenario({
    ...firstScenario('2026-06-30', [guangdong, shanghai, nation]),
    ...change,
  })
  if ('problems' in found) throw new Error(JSON.stringify(found.problems))
  return found
}
