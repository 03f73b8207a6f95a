import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Day, day } from '@yizhuan/kit'
import {
  type AssessOptions,
  compile,
  type Facts,
  type InstitutionRule,
  type Law,
  type Pack,
  parseFacts,
} from '@yizhuan/law'
import { loadCalendars, loadPack, packFoldersIn, packIdOf } from '@yizhuan/law-authoring'
import { checkReading, rulesFrom } from '../../modules/policies/questions/question.ts'
import { type Options, UsageError } from './command.ts'

/** Where the packs lie: five levels above `server/src/apps/cli` as well as `server/dist/apps/cli`. */
export const packsRoot = join(dirname(fileURLToPath(import.meta.url)), '../../../../packs')

/** The folder of a pack by its id. */
export function packFolder(id: string): string {
  const folders = packFoldersIn(packsRoot)
  const found = folders.find((dir) => packIdOf(dir) === id)
  if (found) return found
  const known = folders.map(packIdOf).join(', ')
  throw new UsageError(`there is no pack «${id}»; known: ${known}`)
}

/** The folders of the packs named by `--pack`, or of all packs. */
export function packFolders(options: Options): readonly string[] {
  const named = options.all('pack')
  return named.length === 0 ? packFoldersIn(packsRoot) : named.map(packFolder)
}

/**
 * The law of the named packs, base first, with the calendars at hand. A name may say which revision it
 * means, as in `cn-gd-2025@r2`: one published elsewhere is taken from the packs downloaded there.
 */
export function lawOf(ids: readonly string[], downloaded: readonly Pack[] = []): Law {
  if (ids.length === 0) throw new UsageError('--pack is missing')
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new UsageError(`--pack ${twice} is given twice`)
  const key = [...ids, ...downloaded.map(({ id, revision }) => `${id}@r${revision}`)].join()
  const law =
    laws.get(key) ??
    compile(
      ids.map((name) => packNamed(name, downloaded)),
      loadCalendars(packsRoot),
    )
  laws.set(key, law)
  return law
}

function packNamed(name: string, downloaded: readonly Pack[]): Pack {
  const [id = '', number] = name.split('@r')
  const isIt = (pack: Pack) =>
    pack.id === id && (number === undefined || pack.revision === Number(number))
  const pack = downloaded.find(isIt) ?? loadPack(packFolder(id))
  if (isIt(pack)) return pack
  throw new UsageError(
    `the record names ${name}, here is r${pack.revision}: download that revision where it was published and give it with --packs FILE`,
  )
}

/** Revisions of packs as downloaded: one, or a list of them. */
export function packsIn(file: string): readonly Pack[] {
  const packs = [readJson(file)].flat() as readonly Partial<Pack>[]
  if (packs.every(({ id, revision, norms }) => id && revision && norms)) return packs as Pack[]
  throw new UsageError(`${file} holds no revision of a pack`)
}

/** Compiled once a process: one line may ask for the same law twice. */
const laws = new Map<string, Law>()

/** Facts from `--facts FILE`, or from standard input for `-`. */
export function factsOf(law: Law, options: Options): Facts {
  return parseFacts(law, readJson(options.need('facts')))
}

/** The day, rules and readings of an assessment as given on the line. */
export function outlookOf(law: Law, options: Options, prefix = ''): AssessOptions {
  const rules = options.one(`${prefix}rules`)
  return {
    asOf: dayOf(options, `${prefix}as-of`),
    ...(rules === undefined ? {} : { rules: rulesOf(law, rules) }),
    readings: readingsOf(law, options.all(`${prefix}reading`)),
  }
}

/** A day option; names the option when it is not a day. */
export const dayOf = (options: Options, name: string): Day => day(options.need(name), `--${name}`)

/** Institution rules from a JSON list; refuses one that is laxer than the law, naming the article. */
export function rulesOf(law: Law, file: string): readonly InstitutionRule[] {
  const json = readJson(file)
  if (!Array.isArray(json)) throw new UsageError(`${file} must hold a JSON list of rules`)
  return rulesFrom(law, json)
}

/** `ID=CHOICE` pairs; refuses an interpretation or a reading that does not exist. */
export function readingsOf(law: Law, pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const mark = pair.indexOf('=')
      if (mark < 0) throw new UsageError(`--reading reads ID=CHOICE, not «${pair}»`)
      const [id, choice] = [pair.slice(0, mark), pair.slice(mark + 1)]
      checkReading(law, '--reading', id, choice)
      return [id, choice]
    }),
  )
}

/** The text of a file, without the mark that some editors put before it; one sentence when there is none. */
export function readText(file: string): string {
  if (file !== '-' && !existsSync(file)) throw new UsageError(`there is no file ${file}`)
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file === '-' ? 0 : file)
  } catch {
    throw new UsageError(`${nameOf(file)} cannot be read`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(`${nameOf(file)} is not text in UTF-8; save it as UTF-8`)
  }
}

const nameOf = (file: string): string => (file === '-' ? 'standard input' : file)

/** The JSON of a file; one sentence when it is none. */
export function readJson(file: string): unknown {
  const text = readText(file)
  if (text.trim() === '') throw new UsageError(`${nameOf(file)} is empty; it must hold JSON`)
  try {
    return JSON.parse(text)
  } catch (error) {
    const what = error instanceof Error ? error.message : ''
    throw new UsageError(`${nameOf(file)} is not JSON: ${what}`)
  }
}

/** Chinese unless `--lang en`. */
export function langOf(options: Options): 'zh' | 'en' {
  const lang = options.one('lang') ?? 'zh'
  if (lang === 'zh' || lang === 'en') return lang
  throw new UsageError(`--lang must be zh or en, not ${lang}`)
}
