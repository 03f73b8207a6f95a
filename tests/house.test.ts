import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

// The layout of docs/architecture.md as a test. It also proves that it looked at something:
// planted violations must be found, and there must be files to look at.

const root = join(import.meta.dirname, '..')

/** From the ground up. A floor may use itself and what stands before it, never what comes after. */
const floors = [
  'packages/kit',
  'packages/ledger',
  'packages/docket',
  'packages/money',
  'packages/law',
  'packages/law-authoring',
  'packages/procedures',
  'server/src/platform',
  'server/src/modules',
  'server/src/apps',
  'web/src/ui',
  'web/src/features',
  'web/src/pages',
] as const

/** From left to right, as the work flows. A module may use those to its left, by their front door. */
const modules = [
  'evidence',
  'institutions',
  'people',
  'drafts',
  'policies',
  'internal-rules',
  'distribution-rules',
  'law',
  'achievements',
  'journal',
  'rights',
  'projects',
  'files',
  'contracts',
  'obligations',
  'proceeds',
  'receivables',
  'registrations',
  'cases',
  'signatures',
  'tax-positions',
  'payouts',
  'holdings',
  'funds',
  'assets',
  'disclosures',
  'interests',
  'service-contracts',
  'works',
  'stocktaking',
  'trusteeships',
  'imports',
  'fee-receipts',
  'withheld-taxes',
  'vat',
  'outside-patents',
  'reconciliation',
  'closing',
  'comments',
  'letters',
  'calendar',
  'papers',
  'contract-texts',
  'notifications',
  'market',
  'programmes',
  'reports',
  'exchange',
  'portal',
  'workbench',
  'views',
  'edits',
  'search',
  'operations',
  'archives',
]

/** What each package may import besides itself. */
const packages: Record<string, readonly string[]> = {
  kit: [],
  ledger: ['@yizhuan/kit'],
  docket: ['@yizhuan/kit'],
  money: ['@yizhuan/kit'],
  law: ['@yizhuan/kit'],
  'law-authoring': ['@yizhuan/kit', '@yizhuan/law', '@yizhuan/money', 'yaml'],
  procedures: ['@yizhuan/kit', '@yizhuan/law', '@yizhuan/money', 'zod'],
}

const maxLines = 400

interface SourceFile {
  readonly path: string
  readonly text: string
}

const files = ['packages', 'server/src', 'web/src', 'tests', 'bench', 'scripts'].flatMap(sourcesIn)
const sources = files.filter(({ path }) => !/\.(test|nightly|e2e)\.tsx?$|\/testing\//.test(path))

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(100)
  for (const floor of floors) expect(sources.some(({ path }) => path.startsWith(floor))).toBe(true)
})

test('imports point down and left', () => {
  expect(sources.flatMap(wrongImports)).toEqual([])
})

test('the packages are pure: no input or output, no clock, no chance', () => {
  expect(sources.flatMap(impurities)).toEqual([])
})

test('a day is a day in China: no moment is cut to one or shown by the clock of a machine', () => {
  expect(sources.flatMap(foreignDays)).toEqual([])
})

test('no file is longer than a reader’s patience', () => {
  const long = files.filter(({ text }) => text.split('\n').length > maxLines)
  expect(long.map(({ path }) => path)).toEqual([])
})

test('no file is named after nothing in particular, and no work is left as a note', () => {
  const vague = sources.filter(({ path }) => /\/(utils?|helpers?|common|shared)\.tsx?$/.test(path))
  expect(vague.map(({ path }) => path)).toEqual([])
  const mark = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`)
  expect(files.filter(({ text }) => mark.test(text)).map(({ path }) => path)).toEqual([])
})

test('every module stands in the row, and every folder of it is a module', () => {
  const present = readdirSync(join(root, 'server/src/modules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  expect(present.filter((name) => !modules.includes(name))).toEqual([])
})

test.each([
  ['upward', 'packages/law/src/x.ts', "import { a } from '@yizhuan/procedures'"],
  ['a foreign library in the core', 'packages/kit/src/x.ts', "import { z } from 'zod'"],
  ['from platform to a module', 'server/src/platform/x.ts', "import '../modules/cases/index.ts'"],
  ['to the right', 'server/src/modules/people/x.ts', "import { a } from '../cases/index.ts'"],
  [
    'past the front door',
    'server/src/modules/cases/x.ts',
    "import { a } from '../people/person.queries.ts'",
  ],
  ['between features', 'web/src/features/cases/x.tsx', "import { a } from '../notices/y.tsx'"],
  [
    'server code in the web',
    'web/src/features/cases/x.tsx',
    "import { a } from '../../../../server/src/platform/http.ts'",
  ],
])('a planted import is found: %s', (_why, path, text) => {
  expect(wrongImports({ path, text })).toHaveLength(1)
})

test.each([
  ['the clock', 'const now = Date.now()'],
  ['chance', 'const dice = Math.random()'],
  ['the disk', "import { readFileSync } from 'node:fs'"],
])('a planted impurity is found: %s', (_why, text) => {
  expect(impurities({ path: 'packages/law/src/x.ts', text }).length).toBeGreaterThan(0)
})

test.each([
  ['a moment in UTC that is cut', 'const day = now.toISOString().slice(0, 10)'],
  ['a moment that travelled, cut', 'const day = one.madeAt?.slice(0, 10)'],
  ['a moment called at', 'on: at.slice(0, 10)'],
  ['the words of a machine', 'new Date(at).toLocaleString()'],
  ['the calendar of a machine', 'now.getFullYear()'],
])('a planted foreign day is found: %s', (_why, text) => {
  expect(foreignDays({ path: 'web/src/features/cases/x.tsx', text })).toHaveLength(1)
})

function sourcesIn(folder: string): readonly SourceFile[] {
  const top = join(root, folder)
  if (!existsSync(top)) return []
  return readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !/(^|\/)(node_modules|dist[^/]*)\//.test(path))
    .map((path) => ({
      path: relative(root, join(top, path)),
      text: readFileSync(join(top, path), 'utf8'),
    }))
}

function importsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?<!['\w-])(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  )
}

function wrongImports({ path, text }: SourceFile): readonly string[] {
  return importsOf(text)
    .filter((target) => !isAllowed(path, target))
    .map((target) => `${path} -> ${target}`)
}

function isAllowed(path: string, target: string): boolean {
  const home = /^packages\/([^/]+)\//.exec(path)?.[1]
  if (home !== undefined) {
    if (target.startsWith('.')) return join(dirname(path), target).startsWith(`packages/${home}/`)
    if (home === 'law-authoring' && target.startsWith('node:')) return true
    return packages[home]?.includes(target) ?? false
  }
  if (path.startsWith('web/')) return isAllowedInWeb(path, target)
  if (!path.startsWith('server/src/') || !target.startsWith('.')) return true
  return isAllowedInServer(path, join(dirname(path), target))
}

function isAllowedInServer(path: string, target: string): boolean {
  const [from, to] = [floorOf(path), floorOf(target)]
  if (from !== to) return to < from
  const [here, there] = [moduleOf(path), moduleOf(target)]
  if (here === there || here === undefined || there === undefined) return true
  return modules.indexOf(there) < modules.indexOf(here) && isFrontDoor(target)
}

function isAllowedInWeb(path: string, target: string): boolean {
  if (!target.startsWith('.')) {
    return !target.startsWith('@yizhuan/server') || target.startsWith('@yizhuan/server/wire/')
  }
  const aim = join(dirname(path), target)
  if (!aim.startsWith('web/src/') && aim !== 'web/package.json') return false
  const [here, there] = [featureOf(path), featureOf(aim)]
  if (here !== undefined && there !== undefined) return here === there
  const [from, to] = [floorOf(path), floorOf(aim)]
  return from < 0 || to < 0 || to <= from
}

function impurities({ path, text }: SourceFile): readonly string[] {
  const home = /^packages\/([^/]+)\//.exec(path)?.[1]
  if (home === undefined || home === 'law-authoring') return []
  const marks = [/\bDate\.now\(/, /\bnew Date\(\)/, /\bMath\.random\(/, /from 'node:/, /\bfetch\(/]
  return marks.filter((mark) => mark.test(text)).map((mark) => `${path}: ${mark}`)
}

/** Till eight in the morning in China, UTC is a day behind: `dayInChina` and `timeInChina` know. */
function foreignDays({ path, text }: SourceFile): readonly string[] {
  if (!/^(packages|server\/src|web\/src)\//.test(path) || path === 'packages/kit/src/day.ts')
    return []
  const marks = [
    /\.toISOString\(\)\.slice\(0, 10\)/,
    /\b(?:at|\w+At|until|lastSignIn)\??\.slice\(0, 10\)/,
    /\.toLocale(?:Date|Time)?String\(/,
    /\.get(?:FullYear|Month|Date|Day|Hours)\(\)/,
  ]
  return text
    .split('\n')
    .filter((line) => !line.includes('Date.UTC(') && marks.some((mark) => mark.test(line)))
    .map((line) => `${path}: ${line.trim()}`)
}

const floorOf = (path: string) => floors.findIndex((floor) => path.startsWith(`${floor}/`))
const moduleOf = (path: string) => /^server\/src\/modules\/([^/]+)\//.exec(path)?.[1]
const featureOf = (path: string) => /^web\/src\/features\/([^/]+)\//.exec(path)?.[1]
const isFrontDoor = (path: string) => path.endsWith('/index.ts') || path.endsWith('.wire.ts')
