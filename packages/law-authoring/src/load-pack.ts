import { basename, join } from 'node:path'
import type { CalendarYear, Words } from '@yizhuan/kit'
import { addDays, day } from '@yizhuan/kit'
import type {
  AssessmentForm,
  AssetLists,
  DisclosureLists,
  InstitutionLists,
  Pack,
  RegistrationLists,
  TaxPositionLists,
  TaxTableDocument,
  WorkloadLists,
} from '@yizhuan/law'
import type { Chart } from '@yizhuan/money'
import {
  isMapping,
  type Mapping,
  type PackSource,
  packFoldersIn,
  packIdOf,
  readPackSource,
  readYaml,
  yamlFilesIn,
} from './pack-source.ts'
import { checkShape } from './shape.ts'

/** A pack folder as one plain JSON document; throws when a document has the wrong shape. */
export function loadPack(dir: string): Pack {
  return packOf(readPackSource(dir))
}

/** The documents of a pack put together as the kernel takes them. */
export function packOf(source: PackSource): Pack {
  const wrong = checkShape(source)[0]
  if (wrong) throw new Error(`${source.id}: ${wrong.where}: ${wrong.note.en}`)
  const pack = {
    ...source.head,
    facts: source.facts,
    actions: source.actions,
    parameters: source.parameters,
    definitions: source.definitions,
    interpretations: source.interpretations,
    norms: source.norms,
    digests: digestsOf(source),
  }
  // checkShape has looked at every key; the kernel checks expressions and types when it compiles.
  return JSON.parse(JSON.stringify(pack)) as Pack
}

/** The packs that a pack stands on, base first, from the folders beside it. */
export function basesOf(source: PackSource, above: readonly string[] = []): Pack[] {
  const { extends: names = [] } = packOf(source)
  const line = [...above, source.id]
  const circle = names.find((id) => line.includes(id))
  if (circle !== undefined) throw new Error(`${line.join(' → ')} → ${circle} stand on each other`)
  const beside = names.length === 0 ? [] : packFoldersIn(join(source.dir, '..'))
  // Only their heads are read to find them: a pack holds a hundred times as much.
  const dirs = names.flatMap((id) => beside.find((dir) => packIdOf(dir) === id) ?? [])
  const found = dirs.map(readPackSource)
  const stack = found.flatMap((each) => [...basesOf(each, line), packOf(each)])
  return stack.filter(({ id }, at) => stack.findIndex((each) => each.id === id) === at)
}

/** Every pack below a root such as `packs/`. */
export const buildPacks = (root: string): Pack[] => packFoldersIn(root).map(loadPack)

/** The holiday calendars below `packs/calendars`, one a year. */
export function loadCalendars(root: string): CalendarYear[] {
  return yamlFilesIn(join(root, 'calendars'))
    .map(readYaml)
    .filter(isMapping)
    .map((year) => ({
      year: Number(year['year']),
      holidays: listAt(year, 'holidays').filter(isMapping).flatMap(daysOf),
      workdays: listAt(year, 'workdays').map((text) => day(text, 'workdays')),
      verified: year['verified'] === true,
      announced: year['announced'] !== false,
    }))
}

/** The tables of income tax below `packs/tax`. */
export function loadTaxTables(root: string): TaxTableDocument[] {
  const tables = yamlFilesIn(join(root, 'tax')).flatMap((file) => readYaml(file))
  return tables.filter(isMapping) as unknown as TaxTableDocument[]
}

/** The documents of the docket below `packs/cn-ip`: fees, periods and clocks of rights, not yet looked at. */
export function loadDocketDocuments(root: string) {
  const read = (name: string) => readYaml(join(root, 'cn-ip', `${name}.yaml`))
  return {
    sources: read('sources'),
    fees: read('fees'),
    payment: read('payment'),
    terms: read('terms'),
    clocks: read('clocks'),
    offices: read('offices'),
  }
}

/** The lists of disclosure below `packs/disclosure`, each file under its own name. */
export function loadDisclosureLists(root: string): DisclosureLists {
  return listsIn(root, 'disclosure') as unknown as DisclosureLists // As their test says.
}

/** The lists of an institution's own registers below `packs/institution`. */
export function loadInstitutionLists(root: string): InstitutionLists {
  return listsIn(root, 'institution') as unknown as InstitutionLists // As their test says.
}

/** The lists of the ledger of assets below `packs/assets`. */
export function loadAssetLists(root: string): AssetLists {
  return listsIn(root, 'assets') as unknown as AssetLists // As their test says.
}

/** The lists of the ledger of work below `packs/workload`. */
export function loadWorkloadLists(root: string): WorkloadLists {
  return listsIn(root, 'workload') as unknown as WorkloadLists // As their test says.
}

/** The charts of accounts with their posting rules below `packs/accounting`. */
export function loadCharts(root: string): readonly Chart[] {
  return Object.values(listsIn(root, 'accounting')).flat() as unknown as Chart[] // As their test says.
}

/** The code lists of registration forms and who approves beside, below `packs/registration`. */
export function loadRegistrationLists(root: string): RegistrationLists {
  return listsIn(root, 'registration') as unknown as RegistrationLists // As their test says.
}

/** The positions on tax and their rates, below `packs/tax-positions`. */
export function loadTaxPositions(root: string): TaxPositionLists {
  return listsIn(root, 'tax-positions') as unknown as TaxPositionLists // As their test says.
}

function listsIn(root: string, folder: string): Readonly<Record<string, unknown>> {
  const files = yamlFilesIn(join(root, folder))
  return Object.fromEntries(files.map((file) => [basename(file, '.yaml'), readYaml(file)]))
}

/** The questions to inventors when stock is taken, below `packs/stocktaking`. */
export function loadAssessmentForm(root: string): AssessmentForm {
  return readYaml(join(root, 'stocktaking', 'assessment.yaml')) as unknown as AssessmentForm // As its test says.
}

/** What the ids of evidence mean, in both languages. */
export function loadEvidence(root: string): Readonly<Record<string, Words>> {
  const evidence = readYaml(join(root, '_shared', 'evidence.yaml'))
  return isMapping(evidence) ? (evidence as Record<string, Words>) : {}
}

function digestsOf(source: PackSource): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(source.digests).flatMap(([id, digests]) =>
      Object.entries(isMapping(digests) ? digests : {}).map(([at, text]) => [`${id}#${at}`, text]),
    ),
  )
}

function listAt(value: Mapping, key: string): readonly unknown[] {
  const list = value[key]
  return Array.isArray(list) ? list : []
}

function daysOf(span: Mapping): string[] {
  const last = day(span['to'], 'to')
  const days: string[] = []
  for (let each = day(span['from'], 'from'); each <= last; each = addDays(each, 1)) days.push(each)
  return days
}
