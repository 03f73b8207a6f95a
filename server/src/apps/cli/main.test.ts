import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lawFrom } from '@yizhuan/law'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { lawOf, packsRoot } from './law-input.ts'
import { main } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'yizhuan-cli-'))

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

/** Runs a line and returns its status and what it wrote. */
async function run(...argv: string[]) {
  const out: string[] = []
  const err: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  const status = await main(argv)
  vi.restoreAllMocks()
  return { status, out: out.join(''), err: err.join('') }
}

afterEach(() => vi.restoreAllMocks())

/** The worked example of one deal: income 1,000,000 yuan and four kinds of cost. */
const deal = {
  mode: 'license',
  grossIncome: '100000000',
  costs: [
    { kind: 'tax', amount: '6000000' },
    { kind: 'appraisal', amount: '2000000' },
    { kind: 'upkeep', amount: '3000000' },
    { kind: 'third_party', amount: '4000000' },
  ],
  toContributors: '61599999',
  toTto: '13200000',
}
const assessLine = (facts: string) =>
  `law assess --pack cn-gd-2025 --as-of 2026-06-30 --json --facts ${facts}`.split(' ')

describe('law on the command line', () => {
  it('assesses the worked example to the fen', async () => {
    const { status, out } = await run(...assessLine(file('deal.json', deal)))
    const answer = JSON.parse(out)
    expect(status).toBe(0)
    expect(answer.money.net).toBe('88000000')
    expect(answer.money.floors[0].amount).toBe('61600000')
    expect(answer.money.caps[0].amount).toBe('13200000')
    const finding = (id: string) =>
      answer.findings.find((each: { norm: string }) => each.norm === id)
    expect(finding('gd.allocation.contributors').status).toBe('breached')
    expect(finding('gd.allocation.tto').status).toBe('met')
    expect(answer.actions.pay.can).toBe('no')
    expect(JSON.stringify(answer.actions.pay.because)).toContain('a18.p1')
  })

  it.each([
    ['8%', '7040000', 'met'],
    ['10%', '8800000', 'met'],
    ['15%', '13200000', 'met'],
    ['15% and one fen', '13200001', 'breached'],
    ['18%', '15840000', 'breached'],
  ])('a TTO share of %s of the worked example', async (_share, toTto, status) => {
    const { out } = await run(...assessLine(file('share.json', { ...deal, toTto })))
    const findings = JSON.parse(out).findings as { norm: string; status: string }[]
    expect(findings.find(({ norm }) => norm === 'gd.allocation.tto')?.status).toBe(status)
  })

  it('lets an institution be stricter and refuses one that is laxer', async () => {
    const rule = { param: 'inventor.floor', from: '2026-02-01', by: '示例医院', basis: '院发1号' }
    const strict = file('strict.json', [{ ...rule, value: '80%' }])
    const facts = file('ok.json', { ...deal, toContributors: '61600000' })
    const { out } = await run(...assessLine(facts), '--rules', strict)
    expect(JSON.parse(out).money.floors[0].amount).toBe('70400000')
    expect(out).toContain('"breachOf": "institution"')
    const lax = file('lax.json', [{ ...rule, value: '60%' }])
    const refused = await run(...assessLine(facts), '--rules', lax)
    expect(refused.status).toBe(2)
    expect(refused.err).toContain('gd-2025#a18.p1')
  })

  it('prints the vocabulary with questions and evidence', async () => {
    const { out } = await run('law', 'facts', '--pack', 'cn-gd-2025', '--json')
    const facts = JSON.parse(out) as { id: string; question?: object; evidence: unknown[] }[]
    expect(facts.length).toBeGreaterThan(90)
    expect(facts.filter((fact) => !fact.question || fact.evidence.length === 0)).toEqual([])
  })

  it('explains a norm with and without facts, in both languages', async () => {
    const facts = file('signed.json', { signedOn: '2026-06-10', reportedOn: null })
    const plain = await run('law', 'explain', 'gd.report.in-time', '--pack', 'cn-gd-2025')
    expect(plain.out).toMatch(/报告/)
    const line = ['law', 'explain', 'gd.report.in-time', '--pack', 'cn-gd-2025', '--lang', 'en']
    const told = await run(...line, '--facts', facts, '--as-of', '2026-06-26', '--json')
    expect(JSON.parse(told.out)).toMatchObject({ status: 'unknown' })
    expect(told.out).toContain('2026-06-25')
  })

  it('names the text of an article where several are at hand, and says which nobody confirmed', async () => {
    const facts = file('owned.json', { coOwned: true, coOwnersAgreed: true })
    const rest = ['--facts', facts, '--as-of', '2026-06-30']
    const alone = await run('law', 'assess', '--pack', 'cn-gd-2025', ...rest)
    expect(alone.out).toMatch(/〔第十八条第一款〕/)
    expect(alone.out).not.toMatch(/《|待核对/)
    const stack = ['--pack', 'cn', '--pack', 'cn-gd-2025', ...rest]
    const zh = await run('law', 'assess', ...stack)
    expect(zh.out).toMatch(/〔《中华人民共和国专利法》第十四条第一款，原文待核对〕/)
    expect(zh.out).toMatch(/〔《广东省[^》]+》第十八条第一款〕/)
    const en = await run('law', 'explain', 'cn.owners.agreement', ...stack, '--lang', 'en')
    expect(en.out).toMatch(/〔Patent Law, art\. 14, para\. 1, text not confirmed〕/)
  })

  it('compares two days', async () => {
    const facts = file('deal2.json', deal)
    const line = ['law', 'compare', '--pack', 'cn-gd-2025', '--facts', facts, '--as-of']
    const { out } = await run(...line, '2026-01-14', '--with-as-of', '2026-06-30', '--json')
    expect(JSON.parse(out).differences).toContainEqual(
      expect.objectContaining({
        topic: 'allocation.contributors',
        before: 'na',
        after: 'breached',
      }),
    )
  })

  it('lints, covers and tests the packs', async () => {
    expect((await run('law', 'lint')).status).toBe(0)
    expect((await run('law', 'coverage', '--json')).out).toContain('"uncovered": 0')
    const counted = await run('law', 'coverage', '--pack', 'cn')
    expect(counted.out).toMatch(/^cn-\S+#a\S+\twaived: \w/m)
    expect(counted.out).toMatch(/^cn cn-transfer-law: \d+ bind, \d+ encoded, \d+ waived, 0 open$/m)
    const { status, out } = await run('law', 'test', '--no-mutants')
    expect(status).toBe(0)
    expect(out).toMatch(/cases, 0 failures/)
  })

  it('builds packs for a browser', async () => {
    const stack = ['--pack', 'cn', '--pack', 'cn-gd-2025']
    const { status, out } = await run('law', 'build', ...stack, '--out', join(folder, 'built'))
    expect([status, out.trim().split('\n').length]).toEqual([0, 3])
    const built = (name: string) => JSON.parse(readFileSync(join(folder, 'built', name), 'utf8'))
    const law = lawFrom(built('rules.json'), built('texts.zh.json'), built('texts.en.json'))
    expect(law.hash).toBe(lawOf(['cn', 'cn-gd-2025']).hash)
    expect(law.norms.map(({ title }) => title)).toEqual(
      lawOf(['cn', 'cn-gd-2025']).norms.map(({ title }) => title),
    )
  })

  it('imports a text and keeps its doubts', async () => {
    const text = file('示例.txt', '示例办法\n第一条 甲。\n第二条 乙。\n第四条 （缺）丁。')
    const { out } = await run('law', 'import', text, '--json')
    const report = JSON.parse(out)
    expect(report.articles).toBe(3)
    expect(report.parts[0].missing).toEqual([3])
    expect(report.doubts[0].kind).toBe('numbering')
  })
})

describe('bad input ends with status 2 and one line', () => {
  const facts = file('facts.json', {})
  const base = ['law', 'assess', '--pack', 'cn-gd-2025', '--json']
  const on = ['--as-of', '2026-06-30']
  it.each([
    ['a command that does not exist', ['law', 'bend'], /law bend/],
    ['a pack that does not exist', ['law', 'facts', '--pack', 'xx'], /cn-gd-2025/],
    ['a new pack without an id', ['law', 'new-pack'], /id of the pack is missing/],
    ['a new pack in the place of another', ['law', 'new-pack', 'cn-gd-2025'], /already there/],
    ['no pack', ['law', 'facts'], /--pack/],
    ['an option that does not exist', [...base, ...on, '--magic', '1'], /magic/],
    ['no facts', [...base, ...on], /--facts/],
    ['no file', [...base, ...on, '--facts', '/nowhere.json'], /nowhere/],
    ['no JSON', [...base, ...on, '--facts', file('broken.json', '{')], /JSON/],
    ['an unknown fact', [...base, ...on, '--facts', file('a.json', { fee: 1 })], /fee/],
    ['half a fen', [...base, ...on, '--facts', file('b.json', { toTto: 0.5 })], /toTto/],
    ['a wrong type', [...base, ...on, '--facts', file('c.json', { mode: 'gift' })], /mode/],
    [
      'a day that does not exist',
      [...base, ...on, '--facts', file('d.json', { noticeOn: '2026-02-30' })],
      /noticeOn/,
    ],
    ['no such day of assessment', [...base, '--facts', facts, '--as-of', '2026-13-01'], /as-of/],
    ['an unknown reading', [...base, ...on, '--facts', facts, '--reading', 'x=y'], /«x»/],
    [
      'an unknown choice',
      [...base, ...on, '--facts', facts, '--reading', 'gd.floor.scope=none'],
      /every-mode/,
    ],
    ['a norm that does not exist', ['law', 'explain', 'gd.x', '--pack', 'cn-gd-2025'], /gd\.x/],
    ['nothing to compare', ['law', 'compare', '--pack', 'cn-gd-2025'], /--with-pack/],
    ['nothing to import', ['law', 'import'], /FILE/],
  ])('%s', async (_, argv, says) => {
    const { status, out, err } = await run(...argv)
    expect(status).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(says)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

const policies = join(packsRoot, '../../shared/policies')

describe.skipIf(!existsSync(policies))('the five texts, where they are at hand', () => {
  it.each([
    ['000', [['', 23]]],
    ['001', [['', 39]]],
    ['002', []],
    [
      '003',
      [
        ['1-1', 10],
        ['1-2', 16],
      ],
    ],
    ['004', []],
  ])('%s', async (prefix, expected) => {
    const name = readdirSync(policies).find((each) => each.startsWith(prefix)) ?? ''
    const { status, out } = await run('law', 'import', join(policies, name), '--json')
    expect(status).toBe(0)
    const parts = JSON.parse(out).parts as { part: string; articles: number; missing: number[] }[]
    const withArticles = parts.filter(({ articles }) => articles > 0)
    expect(withArticles.map(({ part, articles }) => [part, articles])).toEqual(expected)
    expect(withArticles.flatMap(({ missing }) => missing)).toEqual([])
  })
})
