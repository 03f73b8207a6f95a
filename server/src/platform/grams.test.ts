import { expect, test } from 'vitest'
import {
  folded,
  headingQueryOf,
  indexQueryOf,
  kept,
  lexemesOf,
  numberOf,
  ownersQueryOf,
  saysWord,
  wordsOf,
  wordsQueryOf,
} from './grams.ts'

const me = { institution: 'me', kind: 'k' }

const lexemes = (text: string) =>
  lexemesOf(me, [], [folded(text)])
    .split(' ')
    .slice(3)
const query = (sought: string) => wordsQueryOf(wordsOf(sought))

test('every place of a text begins a piece; a number or Latin word is kept to its end', () => {
  expect(lexemes('止血材料')).toEqual(`'止血':1 '血材':2 '材料':3 '料`.split(' ').concat(`':4`))
  expect(lexemesOf(me, [], ['用ct5号'])).toBe(`' me k' '用c':1 'ct5号':2 't5号':3 '5号':4 '号 ':5`)
  const long = lexemesOf(me, [], ['cr1234567x'])
  expect(long).toContain(`'cr123456':1 'r1234567':2 '1234567x':3 '234567x ':4`)
})

test('the heading weighs more, and no piece reaches from one text into the next', () => {
  expect(lexemesOf(me, ['止血'], ['血材'])).toBe(`' me k' '止血':1A '血 ':2A '血材':5 '材 ':6`)
})

test.each([
  ['two characters are one piece', '止血', `('止血')`],
  ['more are a phrase', '止血材料', `(('止血' <1> '血材' <1> '材料'))`],
  ['one character is the beginning of any piece', '血', `('血':*)`],
  ['Latin letters may be a name as well', 'crp', `('crp':* | ' ~crp':*)`],
  ['two of them begin so many names that they are one piece', 'ＣＴ', `('ct':* | ' ^ct')`],
  ['a part of a number is the beginning of a piece', 'cr71234', `('cr71234':*)`],
  ['of a long one few pieces say all', 'cg2026000123', `(('cg202600' <4> '26000123'))`],
  ['Latin letters at the end are left open', '血crp', `(('血c' <1> 'crp':*))`],
  ['one is said by the piece before it', '血c', `('血c')`],
  ['those before something are closed', 'crp血止', `(('crp血' <3> '血止'))`],
  ['a long one before something', 'abcdefghij血', `(('abcdefgh' <3> 'defghij血'))`],
  ['several words are all asked for', '止血  材料　止血', `('止血') & ('材料')`],
  ['without joints, as it is kept', 'PD-1', `('pd1':*)`],
  ['what the syntax of queries knows is quoted', `a'b\\:*&|!()<->`, expect.stringContaining(`''`)],
])('%s', (_why, sought, expected) => {
  expect(query(sought)).toEqual(expected)
})

test('of a Chinese word the index is asked for the pieces, the text for the whole', () => {
  const owners = ownersQueryOf('me', ['k', 'l'])
  expect(indexQueryOf(owners, ['止血材', '止血', 'ct机'])).toEqual({
    query: `(' me k' | ' me l') & '止血' & '血材' & ('止血') & ('ct机')`,
    said: ['%止血材%'],
  })
})

test('what folding turns into characters is kept as they are, anything else as it was', () => {
  expect(kept('\uf9d8止血（Ａ）')).toBe(
    '\u5f8b止血(A)'.replace('\u5f8b', '\uf9d8'.normalize('NFKC')),
  )
  expect(kept('止血（Ａ）')).toBe('止血（Ａ）')
})

test('what is known by a word is asked for by weight', () => {
  expect(headingQueryOf(['血', '止血'])).toBe(`('血':*A) & ('止血':A)`)
})

test.each([
  ['ZL 2020 1 0123456.7', ['202010123456']],
  ['ＺＬ２０２０１０１２３４５６．７', ['202010123456']],
  ['CN202010123456.7', ['202010123456']],
  ['cn 2020 1 0123456', ['202010123456']],
  ['20201012345６7', ['202010123456']],
  ['专利号：ZL202010123456.X', ['202010123456']],
  ['98101234.5', ['98101234']],
  ['支架 ZL202010123456.7', ['支架', '202010123456']],
  ['CN115000001A', ['cn115000001a']],
  ['13800138000', ['13800138000']],
  ['2020 1', ['2020', '1']],
])('the number of a patent is one word in any notation: %s', (sought, words) => {
  expect(wordsOf(sought)).toEqual(words)
})

test.each([
  ['CG-2026-0001', 'cg20260001'],
  ['ZL 2020 1 0123456.7', '202010123456'],
  ['PCT/CN2024/123456', 'pctcn2024123456'],
  ['粤药制字Z20070123', '粤药制字z20070123'],
  ['-', '-'],
])('%s is found whole as %s', (label, number) => {
  expect(numberOf(label)).toBe(number)
})

test('a name is also found by its first letters and its sound', () => {
  expect(lexemesOf(me, [folded('单雄信')], [], ['单雄信'])).toContain(`' ~sxx':`)
  const found = lexemesOf(me, ['止血'], ['张三丰'], ['张三丰'])
  for (const way of ['zsf', 'zhangsanfeng', 'sanfeng', 'feng'])
    expect(found).toContain(`' ~${way}'`)
  for (const two of ['zs', 'zh', 'sa', 'fe']) expect(found).toContain(`' ^${two}'`)
  expect(found).not.toMatch(/' ~zsf':\d+A/)
})

test('of what somebody pasted, ten words count', () => {
  expect(wordsOf('a b c d e f g h i j k l m')).toHaveLength(10)
  expect(wordsOf(' \u3000\t ')).toEqual([])
})

test('a line says a word with joints or without, and no joint alone', () => {
  expect(saysWord('pd-l1 抗体', 'pdl1')).toBe(true)
  expect(saysWord('pdl1 抗体', 'pd-l1')).toBe(true)
  expect(saysWord('pdl1 抗体', '-')).toBe(false)
  expect(saysWord('pdl1', 'pdl2')).toBe(false)
})
