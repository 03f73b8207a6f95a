import { expect, test } from 'vitest'
import { folded, lexemesOf, queryOf, wordsOf } from './grams.ts'

const lexemes = (text: string) =>
  lexemesOf('me', [], [folded(text)])
    .split(' ')
    .slice(2)
const query = (sought: string) => queryOf('me', wordsOf(sought)).replace(`' me' & `, '')

test('every place of a text begins a piece; Latin letters and digits make pieces of three', () => {
  expect(lexemes('止血材料')).toEqual(`'止血':1 '血材':2 '材料':3 '料`.split(' ').concat(`':4`))
  expect(lexemesOf('me', [], ['用ct5号'])).toBe(`' me' '用c':1 'ct5':2 't5号':3 '5号':4 '号 ':5`)
})

test('the heading weighs more, and no piece reaches from one text into the next', () => {
  expect(lexemesOf('me', ['止血'], ['血材'])).toBe(`' me' '止血':1A '血 ':2A '血材':5 '材 ':6`)
})

test.each([
  ['two characters are one piece', '止血', `('止血')`],
  ['more are a phrase', '止血材料', `(('止血' <-> '血材' <-> '材料'))`],
  ['one character is the beginning of any piece', '血', `('血':*)`],
  ['Latin letters at the end are left open', 'crp', `(('crp' <-> 'rp':*))`],
  ['two of them too', 'CT', `('ct':*)`],
  ['full-width forms and capitals do not matter', 'ＣＴ', `('ct':*)`],
  ['several words are all asked for', '止血  材料　止血', `('止血') & ('材料')`],
  ['with or without joints', 'PD-1', `(('pd-' <-> 'd-' <-> '-1') | ('pd1' <-> 'd1':*))`],
  ['what the syntax of queries knows is quoted', `a'b\\:*&|!()<->`, expect.stringContaining(`''`)],
])('%s', (_why, sought, expected) => {
  expect(query(sought)).toEqual(expected)
})

test('what is known by a word is asked for by weight', () => {
  expect(queryOf('me', ['血', '止血'], 'heading')).toBe(`' me' & ('血':*A) & ('止血':A)`)
})

test('of what somebody pasted, ten words count', () => {
  expect(wordsOf('a b c d e f g h i j k l m')).toHaveLength(10)
  expect(wordsOf(' \u3000\t ')).toEqual([])
})
