import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Day, day, InputError } from '@yizhuan/kit'
import {
  type AssessOptions,
  checkRule,
  compile,
  type Facts,
  type InstitutionReading,
  type InstitutionRule,
  type Law,
  parseFacts,
} from '@yizhuan/law'
import { loadCalendars, loadPack, packFoldersIn, readPackSource } from '@yizhuan/law-authoring'
import { type Options, UsageError } from './command.ts'

/** Where the packs lie: five levels above `server/src/apps/cli` as well as `server/dist/apps/cli`. */
export const packsRoot = join(dirname(fileURLToPath(import.meta.url)), '../../../../packs')

/** The folder of a pack by its id. */
export function packFolder(id: string): string {
  const folders = packFoldersIn(packsRoot)
  const found = folders.find((dir) => readPackSource(dir).id === id)
  if (found) return found
  const known = folders.map((dir) => readPackSource(dir).id).join(', ')
  throw new UsageError(`there is no pack «${id}»; known: ${known}`)
}

/** The folders of the packs named by `--pack`, or of all packs. */
export function packFolders(options: Options): readonly string[] {
  const named = options.all('pack')
  return named.length === 0 ? packFoldersIn(packsRoot) : named.map(packFolder)
}

/** The law of the named packs, base first, with the calendars at hand. */
export function lawOf(ids: readonly string[]): Law {
  if (ids.length === 0) throw new UsageError('--pack is missing')
  return compile(
    ids.map((id) => loadPack(packFolder(id))),
    loadCalendars(packsRoot),
  )
}

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

/** Institution rules from JSON; refuses one that is laxer than the law, naming the article. */
export function rulesFrom(law: Law, json: unknown): readonly InstitutionRule[] {
  return listOf(json, 'rules').map((each: unknown, index) => {
    const rule = ruleOf(each, index)
    const problem = checkRule(law.layers, rule)[0]
    if (problem) throw new InputError(`rules[${index}].value`, problem.code, problem.text)
    return rule
  })
}

const CHOICE_KEYS = ['id', 'from', 'to', 'reading', 'by', 'basis']

/** Readings that an institution chose, each from its day on. */
export function chosenFrom(law: Law, json: unknown): readonly InstitutionReading[] {
  return listOf(json, 'readings').map((each: unknown, index) => {
    const at = `readings[${index}]`
    const { text, days } = fieldsOf(each, at, CHOICE_KEYS)
    const [id, reading] = [text('id'), text('reading')]
    readingsOf(law, [`${id}=${reading}`])
    return { id, reading, by: text('by'), basis: text('basis'), ...days() }
  })
}

function listOf(json: unknown, name: string): readonly unknown[] {
  if (Array.isArray(json)) return json
  throw new UsageError(`${name} must be a JSON list`)
}

const RULE_KEYS = ['param', 'from', 'to', 'value', 'by', 'basis']

function ruleOf(value: unknown, index: number): InstitutionRule {
  const at = `rules[${index}]`
  const { text, days, fields } = fieldsOf(value, at, RULE_KEYS)
  const number = fields['value']
  if (typeof number !== 'string' && typeof number !== 'number')
    throw new UsageError(`${at}.value must be a number or a share such as "80%"`)
  return {
    param: text('param'),
    value: number,
    by: text('by'),
    basis: text('basis'),
    ...days(),
  }
}

/** The fields of one item of a list; refuses a key it should not have. */
function fieldsOf(value: unknown, at: string, keys: readonly string[]) {
  if (typeof value !== 'object' || value === null) throw new UsageError(`${at} must be an object`)
  const fields: Record<string, unknown> = { ...value }
  for (const key of Object.keys(fields))
    if (!keys.includes(key)) throw new UsageError(`${at}.${key} is not one of ${keys.join(', ')}`)
  const text = (key: string): string => {
    const found = fields[key]
    if (typeof found !== 'string' || found === '')
      throw new UsageError(`${at}.${key} must be a text`)
    return found
  }
  const days = () => ({
    from: day(text('from'), `${at}.from`),
    ...(fields['to'] === undefined ? {} : { to: day(text('to'), `${at}.to`) }),
  })
  return { fields, text, days }
}

/** `ID=CHOICE` pairs; refuses an interpretation or a reading that does not exist. */
export function readingsOf(law: Law, pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [id = '', choice = ''] = pair.split('=')
      const interpretation = law.interpretations.get(id)
      if (!interpretation) throw new UsageError(`--reading: there is no interpretation «${id}»`)
      if (!interpretation.readings.has(choice)) {
        const known = [...interpretation.readings.keys()].join(', ')
        throw new UsageError(`--reading ${id}: «${choice}» is not one of ${known}`)
      }
      return [id, choice]
    }),
  )
}

/** The bytes of a file as text; one sentence when there is none. */
export function readText(file: string): string {
  if (file === '-') return readFileSync(0, 'utf8')
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`)
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`${file} cannot be read`)
  }
}

function readJson(file: string): unknown {
  const text = readText(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

/** Chinese unless `--lang en`. */
export function langOf(options: Options): 'zh' | 'en' {
  const lang = options.one('lang') ?? 'zh'
  if (lang === 'zh' || lang === 'en') return lang
  throw new UsageError(`--lang must be zh or en, not ${lang}`)
}
