import { join } from 'node:path'
import type { Day, Words } from '@yizhuan/kit'
import { day } from '@yizhuan/kit'
import type { InstitutionRule } from '@yizhuan/law'
import { isMapping, type Mapping, readYaml, yamlFilesIn } from './pack-source.ts'

/** What a case expects of one norm; a bare word in the file means the status. */
export interface ExpectedFinding {
  readonly status?: string
  readonly possible?: readonly string[]
  readonly missing?: readonly string[]
  readonly due?: string
  readonly opens?: string
}

/** What a case expects of the money block, in fen. */
export interface ExpectedMoney {
  readonly net?: string
  /** What the next receipts cover first; 0 where the institution bears it or nothing is uncovered. */
  readonly carried?: string
  /** Amount of each floor and cap by its parameter. */
  readonly shares: Readonly<Record<string, string>>
}

/** One worked example of the law: facts, a day, and what follows. */
export interface LawCase {
  /** The English name, by which it is known among the cases of its pack. */
  readonly name: string
  /** The Chinese name, from `case-names.yaml`; lint asks for it where it is missing. */
  readonly zh?: string
  readonly file: string
  readonly asOf: Day
  readonly facts: Mapping
  readonly readings: Readonly<Record<string, string>>
  /** Numbers that the institution's own rules set. */
  readonly rules: readonly InstitutionRule[]
  readonly expect: Readonly<Record<string, ExpectedFinding>>
  readonly actions: Readonly<Record<string, string>>
  /** Act to a norm in principle that must warn of it. */
  readonly warns: Readonly<Record<string, string>>
  readonly money?: ExpectedMoney
  /** Articles that a worked sum rests on, as they are cited: `a23.p1` of the first source. */
  readonly cite?: readonly string[]
  /** The arithmetic in yuan, one equation a line, for who checks it by hand. */
  readonly sums?: readonly string[]
}

/** Reads `cases/*.yaml` of a pack: shared bases first, then the cases built on them. */
export function loadCases(packDir: string): LawCase[] {
  const files = yamlFilesIn(join(packDir, 'cases')).map((file) => {
    const value = readYaml(file)
    return { file, value: isMapping(value) ? value : {} }
  })
  const chinese = chineseNames(packDir)
  const bases = new Map<string, Mapping>()
  for (const { value } of files)
    for (const [name, facts] of Object.entries(mapping(value['bases'])))
      bases.set(name, mapping(facts))
  return files.flatMap(({ file, value }) =>
    (Array.isArray(value['cases']) ? value['cases'] : [])
      .filter(isMapping)
      .map((each) => caseOf(file, each, bases))
      .map((each) => named(each, chinese[each.name])),
  )
}

/** The Chinese names of a pack's cases by the English ones: a file beside the cases, for translators. */
export const chineseNames = (packDir: string): Readonly<Record<string, string>> =>
  texts(readYaml(join(packDir, 'case-names.yaml')))

const named = (each: LawCase, zh: string | undefined): LawCase =>
  zh === undefined ? each : { ...each, zh }

/** The names of a case in both languages; one without a Chinese name is told by the other. */
export const caseTitle = ({ name, zh }: Pick<LawCase, 'name' | 'zh'>): Words => ({
  zh: zh ?? name,
  en: name,
})

const mapping = (value: unknown): Mapping => (isMapping(value) ? value : {})
const texts = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(mapping(value)).map(([key, text]) => [key, String(text)]))

function caseOf(file: string, each: Mapping, bases: ReadonlyMap<string, Mapping>): LawCase {
  const name = String(each['name'])
  const base = each['base'] === undefined ? {} : bases.get(String(each['base']))
  if (!base) throw new Error(`case «${name}» builds on an unknown base`)
  const facts: Record<string, unknown> = { ...base, ...mapping(each['facts']) }
  const without = each['without']
  for (const fact of Array.isArray(without) ? without : []) delete facts[String(fact)]
  Object.assign(facts, mapping(each['set']))
  const money = each['money']
  return {
    name,
    file,
    asOf: day(each['asOf'], `case «${name}»`),
    facts,
    readings: texts(each['readings']),
    rules: Object.entries(texts(each['rules'])).map(([param, value]) => ownRule(param, value)),
    expect: Object.fromEntries(
      Object.entries(mapping(each['expect'])).map(([norm, want]) => [norm, expected(want)]),
    ),
    actions: texts(each['actions']),
    warns: texts(each['warns']),
    ...(isMapping(money) ? { money: expectedMoney(money) } : {}),
    ...(Array.isArray(each['cite']) && { cite: each['cite'].map(String) }),
    ...(Array.isArray(each['sums']) && { sums: each['sums'].map(String) }),
  }
}

/** A rule that was always there: what a case shows is the number, not its history. */
const ownRule = (param: string, value: string): InstitutionRule => ({
  param,
  value,
  from: '1949-10-01',
  by: '示例医院',
  basis: '示例制度',
})

function expected(want: unknown): ExpectedFinding {
  if (!isMapping(want)) return { status: String(want) }
  return JSON.parse(JSON.stringify(want)) as ExpectedFinding
}

const expectedMoney = (money: Mapping): ExpectedMoney => ({
  ...(money['net'] === undefined ? {} : { net: String(money['net']) }),
  ...(money['carried'] === undefined ? {} : { carried: String(money['carried']) }),
  shares: texts(money['shares']),
})
