import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { procedures, recordRefusals } from '@yizhuan/procedures'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../server/src/modules/index.ts'
import { platformProblems } from '../server/src/platform/problem.refusals.ts'
import { joinPages } from '../server/src/platform/problem.routes.ts'
import { openTestApp, type TestApp } from '../server/src/platform/testing/app.ts'

// Every no leads to a page that says what it means and what to do. The codes are read from the
// sources, so that none can be forgotten.

const sources = ['server/src', 'packages/procedures/src'].flatMap((folder) => {
  const root = join(import.meta.dirname, '..', folder)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|testing\//.test(path))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, path), 'utf8') }))
})

/** What each way to say no answers with. */
const ways: readonly (readonly [RegExp, (match: RegExpMatchArray) => [string, number]])[] = [
  [/new Problem\(\s*(\d{3}),\s*'([\w-]+)'/g, ([, status, code]) => [code ?? '', Number(status)]],
  [/\bconflict\(\s*'([\w-]+)'/g, ([, code]) => [code ?? '', 409]],
  [/\bunlawful\(\s*'([\w-]+)'/g, ([, code]) => [code ?? '', 422]],
  [/\bunavailable\(\s*'([\w-]+)'/g, ([, code]) => [code ?? '', 503]],
]
const used = new Map(
  sources.flatMap(({ path, text }) => {
    const said = ways.flatMap(([pattern, read]) => [...text.matchAll(pattern)].map(read))
    return isOfRecord(path) ? [...said, ...ofRecord(text)] : said
  }),
)

/** The decider's own refusals have statuses of their own; the rest of the package speaks for the record. */
function isOfRecord(path: string): boolean {
  return path.startsWith('packages/procedures/src') && !path.endsWith('/procedure/decide.ts')
}

/** What is wrong with an act's content; the rules of the record are known by value. */
function ofRecord(text: string): [string, number][] {
  return [...text.matchAll(/code: '([\w-]+)'/g)].map(([, code]) => [code ?? '', 409])
}
const pages = joinPages([platformProblems, ...modules.map(({ problems = {} }) => problems)])

let house: TestApp
beforeAll(async () => {
  house = await openTestApp(modules)
})
afterAll(() => house?.close())

test('there are refusals to look at', () => expect(used.size).toBeGreaterThan(25))

test('every code in the sources has a page, with the status it is sent with', () => {
  const wrong = [...used].filter(([code, status]) => pages[code]?.status !== status)
  expect(wrong, 'add these to `problems` in the *.refusals.ts of their module').toEqual([])
})

test('no page is about a code that nobody sends', () => {
  const sent = (code: string) => used.has(code) || isSentByValue(code)
  expect(Object.keys(pages).filter((code) => !sent(code))).toEqual([])
})

/** Codes that the law's own check of a rule names, and those the record makes up from its state. */
function isSentByValue(code: string): boolean {
  return (
    ['laxer-than-law', 'fixed-by-law', 'unknown-parameter'].includes(code) ||
    recordRefusals(procedures).some((one) => one.code === code)
  )
}

test.each(Object.keys(pages))('%s is explained in both languages to anybody', async (code) => {
  const answer = await house.app.inject({ url: `/problems/${code}` })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  const { title, meaning, todo } = pages[code] ?? {}
  for (const words of [title, meaning, todo]) {
    expect(words?.zh).toMatch(/\p{Script=Han}/u)
    expect(words?.en).toMatch(/^[^\p{Script=Han}]+$/u)
  }
  expect(answer.body).toContain(code)
  expect(answer.body).toContain(title?.zh)
})

test('a problem’s type leads to its page, and the list names them all', async () => {
  const { body } = await house.nobody.get('/session/open')
  expect((await house.app.inject({ url: body.type })).statusCode).toBe(200)
  const list = await house.app.inject({ url: '/problems' })
  for (const code of Object.keys(pages)) expect(list.body).toContain(`/problems/${code}"`)
  expect((await house.app.inject({ url: '/problems/constructor' })).statusCode).toBe(404)
})

test('one code has one meaning', () => {
  const [code = '', page] = Object.entries(platformProblems)[0] ?? []
  expect(page && (() => joinPages([platformProblems, { [code]: page }]))).toThrow(code)
})
