import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { main } from './main.ts'

// Careless and hostile input to the law on the command line: status 2, nothing printed, and one line
// that names the field and the rule.

const folder = mkdtempSync(join(tmpdir(), 'yizhuan-bad-'))
let files = 0

/** A file with a text, bytes, or a value as JSON. */
function file(content: unknown): string {
  files += 1
  const path = join(folder, `${files}.json`)
  const isRaw = typeof content === 'string' || content instanceof Uint8Array
  writeFileSync(path, isRaw ? content : JSON.stringify(content))
  return path
}

async function run(argv: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  const status = await main(argv)
  vi.restoreAllMocks()
  return { status, out: out.join(''), err: err.join('') }
}

afterEach(() => vi.restoreAllMocks())

const pack = ['--pack', 'cn-gd-2025']
const line = ['law', 'assess', ...pack, '--as-of', '2026-06-30']
const facts = (content: unknown) => [...line, '--facts', file(content)]
const known = [...line, '--facts', file({})]
const rule = {
  param: 'inventor.floor',
  from: '2026-02-01',
  value: '80%',
  by: '示例医院',
  basis: '1',
}
const rules = (content: unknown) => [...known, '--rules', file(content)]
const ruled = (change: object) => rules([{ ...rule, ...change }])
const days = (value: unknown) => ruled({ param: 'report.days', value })

async function refused(argv: readonly string[], says: RegExp) {
  const { status, out, err } = await run(argv)
  expect([status, out]).toEqual([2, ''])
  expect(err).toMatch(says)
  expect(err.endsWith('\n')).toBe(true)
  expect(err.trimEnd()).not.toContain('\n')
  expect(err).not.toMatch(/undefined|\[object |at .*\.[jt]s:\d/)
}

describe('facts', () => {
  it.each<[string, unknown, RegExp]>([
    ['a fact nobody knows', { fee: 1 }, /^yizhuan: fee: .*\[known-fact\]/],
    ['another case of letters', { NoticeOn: '2026-03-01' }, /NoticeOn: .*\[known-fact\]/],
    ['a blank in the name', { ' mode': 'license' }, / mode: .*\[known-fact\]/],
    ['__proto__', '{"__proto__": {"mode": "license"}}', /__proto__: .*\[known-fact\]/],
    ['constructor', { constructor: 1 }, /constructor: .*\[known-fact\]/],
    ['toString', '{"toString": 1}', /toString: .*\[known-fact\]/],
    [
      '__proto__ in a row',
      '{"costs": [{"__proto__": 1}]}',
      /costs\[0\]\.__proto__: .*\[known-fact\]/,
    ],
    ['half a fen', { toTto: 0.5 }, /toTto: .*\[whole-fen\]/],
    ['half a fen as a text', { toTto: '100.5' }, /toTto: .*\[whole-fen\]/],
    [
      'half a fen in the second row',
      { costs: [{ amount: '1' }, { amount: 1.5 }] },
      /costs\[1\]\.amount: .*fen/,
    ],
    ['yuan', { toTto: '100元' }, /toTto: .*one yuan is 100/],
    ['thousands', { toTto: '1,000' }, /toTto: .*\[whole-fen\]/],
    ['a power', { toTto: '1e9' }, /toTto: .*\[whole-fen\]/],
    ['a number too large to be exact', '{"toTto": 99999999999999999999}', /toTto: .*\[whole-fen\]/],
    ['31 digits', { toTto: '9'.repeat(31) }, /toTto: .*\[whole-fen\]/],
    ['less than nothing', { toTto: '-1' }, /toTto: .*\[not-negative\]/],
    ['a yes for money', { toTto: true }, /toTto: .*\[whole-fen\]/],
    ['no money', { toTto: '' }, /toTto: .*\[whole-fen\]/],
    ['a share over the whole', { titleShareSum: '150%' }, /titleShareSum: .*100%.*\[share\]/],
    ['a share below nothing', { titleShareSum: '-5%' }, /titleShareSum: .*\[share\]/],
    ['a share in words', { titleShareSum: 'most' }, /titleShareSum: .*\[ratio\]/],
    ['a share of nothing', { titleShareSum: '1/0' }, /titleShareSum: .*\[ratio\]/],
    ['a yes for a share', { titleShareSum: true }, /titleShareSum: .*\[share\]/],
    ['30 February', { noticeOn: '2026-02-30' }, /noticeOn: .*2026-02-30.*\[day\]/],
    ['a day with slashes', { noticeOn: '2026/03/01' }, /noticeOn: .*\[day\]/],
    ['a moment', { noticeOn: '2026-03-01T00:00:00Z' }, /noticeOn: .*\[day\]/],
    ['a day as a number', { noticeOn: 20260301 }, /noticeOn: .*\[day\]/],
    ['full-width digits', { noticeOn: '２０２６-03-01' }, /noticeOn: .*\[day\]/],
    ['a mode that does not exist', { mode: 'gift' }, /mode: .*license.*\[one-of\]/],
    ['a mode called constructor', { mode: 'constructor' }, /mode: .*\[one-of\]/],
    ['yes as a word', { teamAgreed: 'yes' }, /teamAgreed: .*true or false/],
    ['none where there is always something', { teamAgreed: null }, /teamAgreed: .*\[not-none\]/],
    ['an object for a list', { costs: { kind: 'tax' } }, /costs: must be a list/],
    ['a number for a row', { costs: [1] }, /costs\[0\]: must be an object/],
    ['a list for a row', { costs: [[]] }, /costs\[0\]: must be an object/],
    ['a field no row has', { costs: [{ tip: 1 }] }, /costs\[0\]\.tip: .*\[known-fact\]/],
    [
      'rows without end',
      { costs: Array.from({ length: 10_001 }, () => ({})) },
      /costs: .*\[too-many\]/,
    ],
    ['a number for a text', { counterparty: 5 }, /counterparty: must be a text/],
    ['blanks for a text', { counterparty: '  ' }, /counterparty: must be a text/],
    ['a text without end', { counterparty: 'x'.repeat(10_001) }, /counterparty: .*\[too-long\]/],
    ['a zero character', '{"counterparty": "a\\u0000b"}', /counterparty: .*\[readable\]/],
    ['half a character', '{"counterparty": "\\ud800"}', /counterparty: .*\[readable\]/],
    ['a list', [], /must be one JSON object/],
    ['null', 'null', /must be one JSON object/],
    ['a text', '"mode"', /must be one JSON object/],
    ['nothing', '', /is empty/],
    ['blanks', ' \r\n', /is empty/],
    ['half an object', '{"mode": ', /is not JSON/],
    ['a comma too many', '{"mode": "license",}', /is not JSON/],
    ['two objects', '{}{}', /is not JSON/],
    ['no number', '{"toTto": NaN}', /is not JSON/],
    ['brackets without end', '['.repeat(100_000), /is not JSON/],
    ['UTF-16', Buffer.from('\ufeff{"mode":"license"}', 'utf16le'), /UTF-8/],
    ['GBK', Buffer.from([0x22, 0xd6, 0xd0, 0x22]), /UTF-8/],
  ])('%s', (_, content, says) => refused(facts(content), says))
})

describe('rules and readings', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['an object for the list', rules({}), /list of rules/],
    ['null for the list', rules('null'), /list of rules/],
    ['a number for a rule', rules([5]), /rules\[0\]: must be an object/],
    ['a list for a rule', rules([[]]), /rules\[0\]: must be an object/],
    ['a key nobody knows', ruled({ unit: 'x' }), /rules\[0\]\.unit: .*param/],
    ['nobody’s rule', ruled({ by: '' }), /rules\[0\]\.by: must be a text/],
    ['a rule without a basis', ruled({ basis: undefined }), /rules\[0\]\.basis: must be a text/],
    ['a value in words', ruled({ value: 'much' }), /rules\[0\]\.value: .*\[ratio\]/],
    ['no value', ruled({ value: null }), /rules\[0\]\.value: must be a number/],
    ['more than the whole', ruled({ value: '170%' }), /rules\[0\]\.value: .*100%.*\[share\]/],
    ['eighty, not 80%', ruled({ value: 80 }), /rules\[0\]\.value: .*\[share\]/],
    ['laxer than the law', ruled({ value: '60%' }), /60%.*gd-2025#a18\.p1.*\[laxer-than-law\]/],
    [
      'laxer in the second rule',
      rules([rule, { ...rule, value: '1%' }]),
      /rules\[1\]\.value: .*gd-2025#a18/,
    ],
    ['more days than the law', days(20), /20 days .*gd-2025#a14\.p1\.i7.*\[laxer-than-law\]/],
    ['days below nothing', days(-3), /rules\[0\]\.value: .*\[whole-number\]/],
    ['half a day', days(1.5), /rules\[0\]\.value: .*\[whole-number\]/],
    ['days as a share', days('10%'), /rules\[0\]\.value: .*\[whole-number\]/],
    ['days without end', ruled({ param: 'notice.days', value: 1e9 }), /\[whole-number\]/],
    ['a day that does not exist', ruled({ from: '2026-02-30' }), /rules\[0\]\.from: .*\[day\]/],
    [
      'an end before the beginning',
      ruled({ to: '2026-01-01' }),
      /rules\[0\]\.to: .*\[after-from\]/,
    ],
    ['a number the law does not have', ruled({ param: 'party' }), /rules\[0\]\.param: .*party/],
    ['__proto__ for a number', ruled({ param: '__proto__' }), /rules\[0\]\.param: .*__proto__/],
    ['a clause nobody reads', [...known, '--reading', 'x=y'], /--reading: .*«x»/],
    ['a reading nobody has', [...known, '--reading', 'gd.floor.scope=none'], /every-mode/],
    ['no reading', [...known, '--reading', 'gd.floor.scope'], /ID=CHOICE/],
    ['two at once', [...known, '--reading', 'gd.floor.scope=every-mode=x'], /every-mode=x/],
    ['__proto__ for a clause', [...known, '--reading', '__proto__=x'], /__proto__/],
  ])('%s', (_, argv, says) => refused(argv, says))
})

describe('the line itself', () => {
  const explain = ['law', 'explain']
  const compare = ['law', 'compare', ...known.slice(2)]
  it.each<[string, readonly string[], RegExp]>([
    ['a pack nobody has', ['law', 'facts', '--pack', 'x'], /«x»; known: .*cn-gd-2025/],
    ['__proto__ for a pack', ['law', 'facts', '--pack', '__proto__'], /«__proto__»/],
    ['a path for a pack', ['law', 'facts', '--pack', '../packs'], /«\.\.\/packs»/],
    ['a pack twice', ['law', 'facts', ...pack, ...pack], /cn-gd-2025 is given twice/],
    ['a word too many', ['law', 'facts', 'all', ...pack], /«all»/],
    ['a folder for facts', [...line, '--facts', tmpdir()], /cannot be read/],
    ['no day', ['law', 'assess', ...pack, '--facts', file({})], /--as-of is missing/],
    ['a day that does not exist', [...known, '--as-of', '2026-02-30'], /--as-of: .*\[day\]/],
    ['a language nobody speaks here', ['law', 'facts', ...pack, '--lang', 'fr'], /zh or en/],
    ['a norm nobody has', [...explain, '__proto__', ...pack], /«__proto__»/],
    ['two norms', [...explain, 'gd.mode', 'gd.pricing', ...pack], /«gd\.pricing»/],
    [
      'a day without facts',
      [...explain, 'gd.mode', ...pack, '--as-of', 'x'],
      /--as-of needs --facts/,
    ],
    [
      'another world on no day',
      [...compare, '--with-as-of', '2026-02-30'],
      /--with-as-of: .*\[day\]/,
    ],
    [
      'another world with a laxer rule',
      [...compare, '--with-rules', file([{ ...rule, value: '1%' }])],
      /a18\.p1/,
    ],
    ['lint of a pack nobody has', ['law', 'lint', '--pack', 'x'], /«x»/],
    ['texts that are no folder', ['law', 'lint', '--texts', file('x')], /holds no text/],
    ['a lock without texts', ['law', 'lint', '--lock'], /--texts/],
    ['tests of a pack nobody has', ['law', 'test', '--pack', 'x'], /«x»/],
    ['coverage of a pack nobody has', ['law', 'coverage', '--pack', 'x'], /«x»/],
    ['a text without words', ['law', 'import', file(' \n')], /holds no text/],
    ['a text in GBK', ['law', 'import', file(Buffer.from([0xb5, 0xda, 0xa1]))], /UTF-8/],
    ['a PDF', ['law', 'import', file('%PDF-1.7 …')], /no plain text/],
    ['zero characters', ['law', 'import', file('第一条\u0000')], /no plain text/],
    ['two texts', ['law', 'import', file('x'), file('y')], /one word too many/],
  ])('%s', (_, argv, says) => refused(argv, says))
})

describe('what is merely unusual is read', () => {
  it.each<[string, unknown]>([
    ['a byte order mark', '\ufeff{"mode": "license"}'],
    ['Windows line ends', '{\r\n"mode": "license"\r\n}\r\n'],
    ['the first and the last day there are', { noticeOn: '0000-01-01', signedOn: '9999-12-31' }],
    ['an amount of thirty digits', { grossIncome: '9'.repeat(30), costs: [] }],
    ['a share as a decimal', { titleShareSum: 0.7 }],
  ])('%s', async (_, content) => {
    const { status, err } = await run([...facts(content), '--json'])
    expect([status, err]).toEqual([0, ''])
  })
})
