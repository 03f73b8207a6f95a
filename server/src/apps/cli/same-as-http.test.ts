import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { modules } from '../../modules/index.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { main } from './main.ts'

// What the command line prints as JSON and what the HTTP API answers are the same.

const folder = mkdtempSync(join(tmpdir(), 'yizhuan-cli-'))
let house: TestApp
let lawyer: Person

beforeAll(async () => {
  house = await openTestApp(modules)
  lawyer = await house.person(['legal', 'tto_negotiator'])
})
afterAll(async () => {
  await house?.close()
  rmSync(folder, { recursive: true, force: true })
})

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

/** The JSON that a line prints. */
async function printed(...argv: string[]): Promise<unknown> {
  const out: string[] = []
  const write = vi.spyOn(process.stdout, 'write')
  write.mockImplementation((text) => out.push(String(text)) > 0)
  const status = await main([...argv, '--json'])
  write.mockRestore()
  expect(status).toBe(0)
  return JSON.parse(out.join(''))
}

async function answered(method: 'GET' | 'POST', url: string, body?: object): Promise<unknown> {
  const answer = method === 'GET' ? await lawyer.get(url) : await lawyer.send('POST', url, body)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}

const facts = {
  mode: 'license',
  grossIncome: '100000000',
  costs: [{ kind: 'tax', amount: '6000000' }],
  toContributors: '66000000',
  signedOn: '2026-06-10',
  reportedOn: null,
}
const rules = [
  {
    param: 'inventor.floor',
    from: '2026-02-01',
    value: '80%',
    by: '示例医院（虚构）',
    basis: '院发〔2026〕1号',
  },
]
const asOf = '2026-06-30'
const packs = ['cn-gd-2025']
const pack = ['--pack', 'cn-gd-2025']
const question = [...pack, '--as-of', asOf, '--facts']
const norm = 'gd.report.in-time'

describe('the command line and the HTTP API give the same JSON', () => {
  test('facts', async () => {
    const list = await answered('GET', '/law/facts?pack=cn-gd-2025')
    expect(list).toEqual(await printed('law', 'facts', ...pack))
    expect(list).toHaveProperty('length')
  })

  test('assess', async () => {
    const given = [...question, file('f.json', facts), '--rules', file('r.json', rules)]
    const answer = await answered('POST', '/law/assess', { packs, facts, asOf, rules })
    expect(answer).toEqual(await printed('law', 'assess', ...given))
    expect(JSON.stringify(answer)).toContain('"breachOf":"institution"')
  })

  test('explain, by itself and on facts', async () => {
    const alone = await answered('POST', '/law/explain', { norm, packs, lang: 'en' })
    expect(alone).toEqual(await printed('law', 'explain', norm, ...pack, '--lang', 'en'))
    const on = await answered('POST', '/law/explain', { norm, packs, facts, asOf })
    expect(on).toEqual(await printed('law', 'explain', norm, ...question, file('g.json', facts)))
    expect(on).toHaveProperty('why')
  })

  test('compare', async () => {
    const before = { packs, facts, asOf: '2026-01-14' }
    const answer = await answered('POST', '/law/compare', { before, after: { ...before, asOf } })
    const line = [...pack, '--facts', file('h.json', facts), '--as-of', '2026-01-14']
    expect(answer).toEqual(await printed('law', 'compare', ...line, '--with-as-of', asOf))
    expect((answer as { differences: unknown[] }).differences.length).toBeGreaterThan(0)
  })

  test('lint and coverage', async () => {
    expect(await answered('GET', '/law/lint')).toEqual(await printed('law', 'lint'))
    const url = '/law/coverage?pack=cn-gd-2025'
    expect(await answered('GET', url)).toEqual(await printed('law', 'coverage', ...pack))
  })

  test('test, with and without mutants', async () => {
    const plain = await answered('POST', '/law/test', { packs, mutants: false })
    expect(plain).toEqual(await printed('law', 'test', ...pack, '--no-mutants'))
    expect(plain).toMatchObject([{ failures: [] }])
  })

  test('import', async () => {
    const text = '示例办法\n第一条 甲。\n第二条 乙。\n第四条 （缺）丁。'
    const answer = await answered('POST', '/law/import', { text, file: '示例.txt' })
    expect(answer).toEqual(await printed('law', 'import', file('示例.txt', text)))
    expect(answer).toMatchObject({ articles: 3 })
  })

  test('replay', async () => {
    const member = { name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }
    const data = { title: '示例许可', achievement: '可吸收止血材料', team: [member] }
    const { id } = (await lawyer.send('POST', '/cases', { data })).body
    const record = (await lawyer.get(`/cases/${id}/acts.jsonl`)).text
    const answer = await answered('POST', '/cases/replay', { record, asOf, packs })
    const line = [file('case.jsonl', record), '--as-of', asOf, ...pack]
    expect(answer).toEqual(await printed('case', 'replay', ...line))
  })
})

describe('bad questions over HTTP name the field', () => {
  test.each([
    ['an unknown fact', '/law/assess', { packs, facts: { fee: 1 }, asOf }, '#/facts/fee'],
    ['half a fen', '/law/assess', { packs, facts: { toTto: 0.5 }, asOf }, '#/facts/toTto'],
    [
      'an unknown reading',
      '/law/assess',
      { packs, facts, asOf, readings: { x: 'y' } },
      '#/readings/x',
    ],
    ['facts without a day', '/law/explain', { norm, packs, facts }, '#/asOf'],
    ['a text without words', '/law/import', { text: ' ' }, '#/text'],
    ['a record that is none', '/cases/replay', { record: 'x', asOf }, '#/record/line 1'],
  ])('%s', async (_why, url, body, pointer) => {
    const { status, body: problem } = await lawyer.send('POST', url, body)
    expect(status).toBe(400)
    expect(problem.errors[0].pointer).toBe(pointer)
  })

  test('a rule laxer than the law is refused with the article', async () => {
    const lax = [{ ...rules[0], value: '60%' }]
    const answer = await lawyer.send('POST', '/law/assess', { packs, facts, asOf, rules: lax })
    expect(answer.status).toBe(422)
    expect(answer.body.detail).toContain('gd-2025#a18.p1')
  })

  test('only lawyers and administrators set the long test going', async () => {
    const inventor = await house.person(['inventor'])
    expect((await inventor.send('POST', '/law/test', { packs })).status).toBe(403)
  })
})
