import { join } from 'node:path'
import type { CalendarYear, Words } from '@yizhuan/kit'
import { compile, type Law, type Pack } from '@yizhuan/law'
import {
  type CoveredClause,
  coverage,
  type LawCase,
  type Lock,
  loadCalendars,
  loadCases,
  loadEvidence,
  type PackSource,
  packFoldersIn,
  packIdOf,
  packOf,
  readPackSource,
} from '@yizhuan/law-authoring'
import { rootFolder } from '../../platform/config.ts'
import { badField, type Problem } from '../../platform/problem.ts'

const folder = join(rootFolder, 'packs')
const laws = new Map<string, Law>()
const cases = new Map<string, readonly LawCase[]>()
const clauses = new Map<string, readonly CoveredClause[]>()
let written: readonly PackSource[] | undefined
let packs: readonly Pack[] | undefined
let papers: Readonly<Record<string, Words>> | undefined

/** The packs of this installation, read once per process. */
export function allPacks(): readonly Pack[] {
  packs ??= writtenPacks().map(packOf)
  return packs
}

/** The documents of every pack as written. */
function writtenPacks(): readonly PackSource[] {
  written ??= packFoldersIn(folder).map(readPackSource)
  return written
}

/** The calendars of working days that come with the packs. */
export function allCalendars(): readonly CalendarYear[] {
  return loadCalendars(folder)
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

function unknownPack(id: string): Problem {
  const list = allPacks().map((one) => one.id)
  return badField('#/packs', 'known-pack', {
    zh: `没有规则包“${id}”；现有：${list.join('、')}。`,
    en: `There is no pack “${id}”; there are: ${list.join(', ')}.`,
  })
}

/** The law of some packs, base first, compiled once per process. */
export function lawOf(ids: readonly string[]): Law {
  const key = ids.join('+')
  const known = laws.get(key)
  if (known) return known
  const chosen = ids.map((id) => {
    const pack = allPacks().find((one) => one.id === id)
    if (!pack) throw unknownPack(id)
    return pack
  })
  const law = compile(chosen, loadCalendars(folder))
  laws.set(key, law)
  return law
}

/** The law of every pack that governs: what holds while an institution has not said where it is. */
export function lawInForce(): Law {
  return lawOf(idsOf(allPacks().filter(governs)))
}

/**
 * Does a pack govern live cases? It must be published, and at least one of its sources compared with
 * the official text. Law outside the documents at hand can be assessed, compared and simulated, and
 * shows its layers, but holds back no case until somebody has confirmed it.
 */
const governs = ({ status, sources }: Pack): boolean =>
  status === 'published' && sources.some(({ verified }) => verified !== false)

/**
 * The law of a province: the nation's packs and its own. A draft of its own speaks only where the
 * province has published nothing, and then advises. Undefined where there is no pack at all.
 */
export function lawFor(province: string | null): Law | undefined {
  if (province === null) return lawInForce()
  const published = allPacks().filter(governs)
  const nation = published.filter(({ jurisdiction }) => jurisdiction === 'CN')
  const own = published.filter(({ jurisdiction }) => jurisdiction === province)
  const drafts = allPacks().filter(
    ({ status, jurisdiction }) => status === 'draft' && jurisdiction === province,
  )
  const ids = idsOf([...nation, ...(own.length > 0 ? own : drafts)])
  return ids.length === 0 ? undefined : lawOf(ids)
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

const idsOf = (packs: readonly Pack[]): readonly string[] => packs.map(({ id }) => id)

/** The worked examples of a pack, read once per process. */
export function casesOf(packId: string): readonly LawCase[] {
  const known = cases.get(packId) ?? packDirs([packId]).flatMap(loadCases)
  cases.set(packId, known)
  return known
}

/** The binding clauses of a pack's documents with what encodes them, worked out once per process. */
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

function writtenPack(packId: string): PackSource {
  const source = writtenPacks().find(({ id }) => id === packId)
  if (source) return source
  throw unknownPack(packId)
}

/** The fingerprints of a source's articles as they were encoded. */
export function lockOfSource(packId: string, source: string): Readonly<Record<string, string>> {
  return (writtenPack(packId).lock as Lock)[source]?.nodes ?? {}
}
