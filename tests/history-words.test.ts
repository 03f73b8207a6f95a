import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { interests } from '../server/src/modules/disclosures/feedback.ts'
import { disclosureLists } from '../server/src/modules/policies/index.ts'
import { actionOf, outcomes } from '../server/src/modules/registrations/registration.ts'
import { institutionLists } from '../server/src/platform/institution-lists.ts'

// What the histories of contracts and of their registrations tell, they tell in words, not in codes.

const words = (lang: 'zh' | 'en') =>
  readFileSync(join(import.meta.dirname, `../web/src/locales/${lang}/history.ts`), 'utf8')
const folder = join(import.meta.dirname, '../server/src/modules')
const told = ['receivables', 'registrations'].flatMap((module) =>
  readdirSync(join(folder, module))
    .filter((file) => file.endsWith('.commands.ts'))
    .map((file) => readFileSync(join(folder, module, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/\btell\(tx, clock, by, [\w.]+, '(\w+)'/g)])
    .map(([, action = '']) => action),
)

test('every action has words in both languages', () => {
  expect(told.length).toBeGreaterThan(10)
  const actions = [...told, ...Object.values(actionOf)]
  expect(actions.filter((one) => !words('zh').includes(` ${one}: '`))).toEqual([])
  expect(actions.filter((one) => !words('en').includes(` ${one}: '`))).toEqual([])
})

/** The pages whose histories tell of a register's own fields, with the tables of those fields. */
const tables: Readonly<Record<string, readonly string[]>> = {
  ...{
    achievements: ['achievement'],
    rights: ['ip_right'],
    contracts: ['contract'],
    obligations: ['obligation'],
  },
  ...{ proceeds: ['receipt'], projects: ['project'], trusteeships: ['trusteeship'] },
  ...{ carriers: ['carrier'], internalRules: ['internal_rule'], spinOffs: ['spin_off'] },
  ...{ fees: ['fee_batch'], stock: ['stocktaking'], people: ['person', 'org_unit', 'post'] },
}

/** Fields whose codes the database does not list. */
const unchecked: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  achievements: [
    ['interest', interests],
    ['publications', Object.keys(disclosureLists().novelty.publications)],
    [
      'transferFields',
      ['none', ...disclosureLists().kinds.fields.flatMap(({ codes }) => Object.keys(codes))],
    ],
  ],
  contracts: [['registration', ['registered', 'unregistered', 'cancelled', ...outcomes]]],
  carriers: [['kind', Object.keys(institutionLists().carriers.kinds)]],
  rights: [['kind', ['patent', 'pct', 'software', 'preparation']]],
}

/** The codes that the database lets stand in the columns of a table, by the names of their fields. */
function codesIn(table: string): readonly (readonly [field: string, codes: readonly string[]])[] {
  const schema = readFileSync(join(import.meta.dirname, 'golden/schema.sql'), 'utf8')
  const [, body = ''] = new RegExp(`\\ntable ${table} \\(\\n([^]*?)\\n\\)\\n`).exec(schema) ?? []
  return [...body.matchAll(/\((\w+) = ANY \(ARRAY\[([^\]]*)\]/g)].map(
    ([, column = '', list = '']) => [
      column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      [...list.matchAll(/'([^']+)'/g)].map(([, code = '']) => code),
    ],
  )
}

test.each(['zh', 'en'] as const)('codes of the registers have words in %s', async (lang) => {
  const pages = await pagesIn(lang)
  let looked = 0
  const lacking = Object.entries(tables).flatMap(([group, names]) =>
    [...names.flatMap(codesIn), ...(unchecked[group] ?? [])].flatMap(([field, codes]) => {
      looked += codes.length
      const values = pages[group]?.values ?? {}
      const own = values[field]
      const said = (code: string) =>
        typeof values[code] === 'string' || (typeof own === 'object' && code in own)
      return codes.filter((code) => !said(code)).map((code) => `${group}.${field}.${code}`)
    }),
  )
  expect(looked).toBeGreaterThan(20)
  expect(lacking).toEqual([])
})

test.each(['zh', 'en'] as const)(
  'what is told of a receipt in another currency has words in %s',
  async (lang) => {
    const labels = (await pagesIn(lang))['proceeds']?.fields ?? {}
    for (const field of ['currency', 'amount', 'rate', 'rateSource'])
      expect(labels).toHaveProperty(field)
  },
)

/** The words of the interface: another project, so read where the test runs. */
async function pagesIn(lang: string) {
  const path = join(import.meta.dirname, `../web/src/locales/${lang}/index.ts`)
  const { words: all } = (await import(path)) as { words: Readonly<Record<string, Page>> }
  return all
}

test.each(['zh', 'en'] as const)('what a company said has names in %s', async (lang) => {
  const { fields = {} } = (await pagesIn(lang))['achievements'] ?? {}
  expect(['heardOn', 'interest'].filter((field) => !(field in fields))).toEqual([])
})

interface Page {
  readonly fields?: Words
  readonly values?: Words
}

interface Words {
  readonly [code: string]: string | Readonly<Record<string, string>>
}
