// What docs/procedures.md says of every procedure, read off the code: its numbered transitions with
// the tests that walk them, and its acts with who may record each and which norms guard it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack, packFoldersIn } from '@yizhuan/law-authoring'
import { type Procedure, procedures, transitions } from '@yizhuan/procedures'

const root = join(import.meta.dirname, '..')
const sources = join(root, 'packages/procedures/src')

/** Every title of a test of the package. */
export const titles: readonly string[] = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .flatMap((path) => titlesIn(readFileSync(join(sources, path), 'utf8')))

/** What begins with numbers of transitions: titles of tests, and rows of a table of tests. */
function titlesIn(text: string): string[] {
  const quoted = /['"`]((?:[A-Z]\d{1,2}(?:–|, | to | and | )?)+(?::|\b)[^'"`\n]*)['"`]/g
  return [...text.matchAll(quoted)].map(([, title = '']) => title)
}

/** The numbers a title begins with: `H1–H4, H10: formed` names five, `O1 to O3` three. */
export function numbersOf(title: string): readonly string[] {
  const [head = ''] = title.match(/^(?:[A-Z]\d{1,2}(?:–|, | to | and | |:|$))+/) ?? []
  return [...head.matchAll(/([A-Z])(\d+)(?:(?:–| to )[A-Z](\d+))?/g)].flatMap(
    ([, letter, from, to]) => {
      const first = Number(from)
      const count = to === undefined ? 1 : Number(to) - first + 1
      return Array.from({ length: count }, (_, at) => `${letter}${first + at}`)
    },
  )
}

/** The titles by the number they name. */
export function titlesOf(row: string): readonly string[] {
  return [...new Set(titles.filter((title) => numbersOf(title).includes(row)))]
}

const packs = packFoldersIn(join(root, 'packs')).map(loadPack)

/** The whole account, in Markdown. */
export function transitionTables(): string {
  return procedures.map(sectionOf).join('\n\n')
}

function sectionOf(procedure: Procedure): string {
  const rows = transitions.filter(({ acts }) => acts[0]?.startsWith(`${procedure.id}.`))
  const numbered = [
    '| No. | Transition | Acts | Tests |',
    '| --- | --- | --- | --- |',
    ...rows.map(({ row, what, acts }) => {
      const names = acts.map((act) => `\`${act.split('.')[1]}\``).join(', ')
      const told = titlesOf(row).map((title) => title.replaceAll('|', '\\|'))
      return `| ${row} | ${what.en} · ${what.zh} | ${names} | ${told.join('; ')} |`
    }),
  ]
  const acts = [
    '| Act | Who | Guarded by |',
    '| --- | --- | --- |',
    ...Object.entries(procedure.acts).map(([type, { label, who, action }]) => {
      const guards = action === undefined ? [] : guardsOf(action)
      return `| \`${type}\` ${label.en} · ${label.zh} | ${who.join(', ')} | ${guards.join(' ')} |`
    }),
  ]
  return [
    `## ${procedure.label.en} · ${procedure.label.zh} (\`${procedure.id}\`)`,
    ...(rows.length > 0 ? ['', ...numbered] : []),
    '',
    ...acts,
  ].join('\n')
}

function guardsOf(action: string): readonly string[] {
  return packs.flatMap(({ norms }) =>
    norms
      .filter(({ requiredFor = [] }) => requiredFor.includes(action))
      .map(({ id }) => `\`${id}\``),
  )
}
