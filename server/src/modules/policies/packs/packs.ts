import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type Calendar, type CalendarYear, calendarOf, type Words } from '@yizhuan/kit'
import {
  type AssetLists,
  compile,
  type DisclosureLists,
  type Law,
  type Pack,
  type TaxPositionLists,
  type TaxTableDocument,
  type WorkloadLists,
} from '@yizhuan/law'
import {
  type CoveredClause,
  coverage,
  type LawCase,
  type Lock,
  loadAssetLists,
  loadCalendars,
  loadCases,
  loadCharts,
  loadDisclosureLists,
  loadEvidence,
  loadTaxPositions,
  loadTaxTables,
  loadWorkloadLists,
  type PackDocuments,
  type PackSource,
  packFoldersIn,
  packIdOf,
  packOf,
  readPackSource,
} from '@yizhuan/law-authoring'
import type { Chart } from '@yizhuan/money'
import { rootFolder } from '../../../platform/config.ts'
import { badField, type Problem } from '../../../platform/problem.ts'
import type { Profile } from '../../institutions/index.ts'
import { newestOf, type Pins, pinned, type Revision } from '../revisions/revision.ts'
import { hashOf } from './documents.ts'

const folder = join(rootFolder, 'packs')
const laws = new Map<string, Law>()
const cases = new Map<string, readonly LawCase[]>()
const clauses = new Map<string, readonly CoveredClause[]>()
const written = new Map<string, PackSource>()
let files: readonly Revision[] | undefined
let recorded: readonly Revision[] = []
let published: ReadonlyMap<string, PackDocuments> = new Map()
let positions: TaxPositionLists | undefined
let tables: readonly TaxTableDocument[] | undefined
let disclosing: DisclosureLists | undefined
let ofAssets: AssetLists | undefined
let charts: readonly Chart[] | undefined
let ofWork: WorkloadLists | undefined
let workdays: Calendar | undefined
let papers: Readonly<Record<string, Words>> | undefined

/** The packs as the files of this release have them, read once per process. */
export function shippedPacks(): readonly Revision[] {
  files ??= writtenPacks()
    .map(packOf)
    .map((content) => ({
      pack: content.id,
      revision: content.revision,
      hash: hashOf(content),
      origin: 'shipped',
      releaseHash: null,
      content,
    }))
  return files
}

/** Has this thread use packs that another one of the release read from the same files: it takes seconds. */
export function useShippedPacks(shipped: readonly Revision[]): void {
  files = shipped
}

/** The revisions recorded in the database, as this process last read them. */
export const recordedRevisions = (): readonly Revision[] => recorded

/** Has this process use what the database holds; with the documents of what was published here last. */
export function useRevisions(
  revisions: readonly Revision[],
  documents: ReadonlyMap<string, PackDocuments>,
): void {
  recorded = revisions
  published = documents
  clauses.clear()
}

/** Every revision at hand: the recorded ones, and files of packs of which none is recorded yet. */
function revisions(): readonly Revision[] {
  const isKnown = ({ pack }: Revision) => recorded.some((one) => one.pack === pack)
  return [...recorded, ...shippedPacks().filter((one) => !isKnown(one))]
}

/** The packs of this installation, each in its newest revision. */
export function allPacks(): readonly Pack[] {
  return packsBy({})
}

/** The packs in the revisions that pins name, the newest where none is named; in the order of ids. */
function packsBy(pins: Pins): readonly Pack[] {
  return pinned(revisions(), pins)
    .map(({ content }) => content)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** The newest revision of each pack: what a case that opens now is judged by. */
export function newestPins(): Pins {
  return Object.fromEntries(newestOf(revisions()).map(({ pack, revision }) => [pack, revision]))
}

/** The revisions of a pack that can be judged by, the newest first. */
export function revisionsOf(packId: string): readonly number[] {
  const own = revisions().filter(({ pack }) => pack === packId)
  return own.map(({ revision }) => revision).toSorted((a, b) => b - a)
}

/** The documents of every pack as written. */
function writtenPacks(): readonly PackSource[] {
  return packFoldersIn(folder).map(sourceIn)
}

function sourceIn(dir: string): PackSource {
  const source = written.get(dir) ?? readPackSource(dir)
  written.set(dir, source)
  return source
}

/** Reads the packs one after the other, with a turn for others in between: it takes seconds. */
export async function readPacks(): Promise<void> {
  for (const dir of packFoldersIn(folder)) {
    sourceIn(dir)
    await setImmediate()
  }
}

/** The calendars of working days that come with the packs. */
export function allCalendars(): readonly CalendarYear[] {
  return loadCalendars(folder)
}

/** The rest days and working days of the published years, read once per process. */
export function workCalendar(): Calendar {
  workdays ??= calendarOf(allCalendars())
  return workdays
}

/** The names of the papers that may prove a fact. */
export function paperNames(): Readonly<Record<string, Words>> {
  papers ??= loadEvidence(folder)
  return papers
}

/** The folders of the named packs, or of all. */
export function packDirs(ids: readonly string[] = []): readonly string[] {
  const dirs = packFoldersIn(folder)
  if (ids.length === 0) return dirs
  return ids.map((id) => {
    const dir = dirs.find((each) => packIdOf(each) === id)
    if (dir === undefined) throw unknownPack(id)
    return dir
  })
}

function unknownPack(id: string, pointer = '#/packs'): Problem {
  const list = allPacks().map((one) => one.id)
  return badField(pointer, 'known-pack', {
    zh: `没有规则包“${id}”；现有：${list.join('、')}。`,
    en: `There is no pack “${id}”; there are: ${list.join(', ')}.`,
  })
}

/**
 * The law of some packs, base first: the newest revisions, or those named as in `cn-gd-2025@r2`.
 *
 * @throws {Problem} for one that is not there, at the field that named it.
 */
export function lawOf(ids: readonly string[], pointer?: string): Law {
  const newest = pinned(revisions(), {})
  const chosen = ids.map((name) => {
    const [id, number] = name.split('@r')
    const all = number === undefined ? newest : revisions()
    const found = all.find(
      (one) => one.pack === id && (number === undefined || one.revision === Number(number)),
    )
    if (!found) throw unknownPack(name, pointer)
    return found.content
  })
  return compiled(chosen)
}

/** A law of packs as they are given, compiled once per process. */
export function compiled(packs: readonly Pack[]): Law {
  const key = packs.map(sealOf).join('+')
  const law = laws.get(key) ?? compile(packs, loadCalendars(folder))
  laws.set(key, law)
  return law
}

/** The law with one pack as somebody would have it; it is not kept. */
export function lawWith({ packs }: Law, changed: Pack): Law {
  const stack = packs.map((pack) => (pack.id === changed.id ? changed : pack))
  return compile(stack, loadCalendars(folder))
}

const seals = new WeakMap<Pack, string>()

/** The hash of a pack, taken once of each document. */
function sealOf(pack: Pack): string {
  const seal = seals.get(pack) ?? hashOf(pack)
  seals.set(pack, seal)
  return seal
}

/** The law of every pack that governs: what holds while an institution has not said where it is. */
export function lawInForce(pins: Pins = {}): Law {
  return compiled(packsBy(pins).filter(governs))
}

/**
 * Does a pack govern live cases? It must be published, and at least one of its sources compared with
 * the official text. Law outside the documents at hand can be assessed, compared and simulated, and
 * shows its layers, but holds back no case until somebody has confirmed it.
 */
const governs = ({ status, sources }: Pack): boolean =>
  status === 'published' && sources.some(({ verified }) => verified !== false)

/** Where an institution stands, and whether it works under the pilot of that place. */
export type Place = Pick<Profile, 'province' | 'pilot'>

/**
 * The law of a place: the nation's packs and those of its province. A draft of its own speaks only
 * where the province has published nothing, and then advises; a pilot's only to an institution that
 * works under it. Undefined where there is no pack at all.
 */
export function lawFor({ province, pilot }: Place, pins: Pins = {}): Law | undefined {
  if (province === null) return lawInForce(pins)
  const all = packsBy(pins)
  const published = all.filter(governs)
  const nation = published.filter(({ jurisdiction }) => jurisdiction === 'CN')
  const own = published.filter(({ jurisdiction }) => jurisdiction === province)
  const drafts = all.filter(
    ({ status, jurisdiction, onRequest }) =>
      status === 'draft' && jurisdiction === province && !onRequest,
  )
  const pilots = all.filter(
    ({ jurisdiction, onRequest }) => pilot !== null && jurisdiction === province && onRequest,
  )
  const stack = [...nation, ...(own.length > 0 ? own : drafts), ...pilots]
  return stack.length === 0 ? undefined : compiled(stack)
}

/** The provinces that have packs of their own, with those packs. */
export function packsByPlace(): readonly { province: string; packs: readonly Pack[] }[] {
  const places = new Set(allPacks().map(({ jurisdiction }) => jurisdiction))
  places.delete('CN')
  return [...places].sort().map((province) => ({
    province,
    packs: allPacks().filter(({ jurisdiction }) => jurisdiction === province),
  }))
}

/** The positions on tax that come with the packs. */
export function taxPositions(): TaxPositionLists {
  positions ??= loadTaxPositions(folder)
  return positions
}

/** The tables of income tax that come with the packs. */
export function taxTables(): readonly TaxTableDocument[] {
  tables ??= loadTaxTables(folder)
  return tables
}

/** The code lists, scales and periods by which achievements are disclosed. */
export function disclosureLists(): DisclosureLists {
  disclosing ??= loadDisclosureLists(folder)
  return disclosing
}

/** The code lists by which the ledger of assets reads the registers. */
export function assetLists(): AssetLists {
  ofAssets ??= loadAssetLists(folder)
  return ofAssets
}

/** The charts of accounts with their posting rules. */
export function chartsOfAccounts(): readonly Chart[] {
  charts ??= loadCharts(folder)
  return charts
}

/** What the ledger of work tells of a project. */
export function workloadLists(): WorkloadLists {
  ofWork ??= loadWorkloadLists(folder)
  return ofWork
}

/** The ids of a pack and of those it stands on, base first. */
export function stackOf(id: string): readonly string[] {
  const below = allPacks().find((pack) => pack.id === id)?.extends ?? []
  return [...new Set([...below.flatMap(stackOf), id])]
}

/** The worked examples of a pack in its newest revision, read once per process. */
export function casesOf(packId: string): readonly LawCase[] {
  return documentsNow(packId).cases
}

/** The binding clauses of a pack's documents with what encodes them, worked out once per revision. */
export function clausesOf(packId: string): readonly CoveredClause[] {
  const known = clauses.get(packId) ?? coverage(writtenPack(packId))
  clauses.set(packId, known)
  return known
}

/** Why clauses of a pack were left out: both languages by the English reason. */
export function reasonsOf(packId: string): ReadonlyMap<string, Words> {
  return new Map(
    writtenPack(packId).coverage.map(({ reason }) => {
      const { zh, en } = reason as Words
      return [en, { zh, en }]
    }),
  )
}

const writtenPack = (packId: string): PackSource => documentsNow(packId).source

/** The documents of the newest revision: those published here, or the files of the release. */
export function documentsNow(packId: string): PackDocuments {
  return published.get(packId) ?? filesOf(packId)
}

/** The documents of a pack as the files of the release have them, read once per process. */
export function filesOf(packId: string): PackDocuments {
  const source = writtenPacks().find(({ id }) => id === packId)
  if (!source) throw unknownPack(packId)
  const known = cases.get(packId) ?? loadCases(source.dir)
  cases.set(packId, known)
  return { source, cases: known }
}

/** The fingerprints of a source's articles as they were encoded. */
export function lockOfSource(packId: string, source: string): Readonly<Record<string, string>> {
  return (writtenPack(packId).lock as Lock)[source]?.nodes ?? {}
}
