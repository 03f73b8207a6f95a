import { expect, test } from 'vitest'
import { highlighted, snippet } from './highlight.ts'

const marked = (parts: readonly { text: string; hit: boolean }[] | undefined) =>
  parts?.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

test.each([
  ['every place', '止血材料与止血方法', ['止血'], '[止血]材料与[止血]方法'],
  ['several words, also overlapping ones', '止血材料', ['止血', '血材'], '[止血材]料'],
  [
    'in the writing of the text, not of the question',
    'ＰＤ－Ｌ１与pd-l1',
    ['pd-l1'],
    '[ＰＤ－Ｌ１]与[pd-l1]',
  ],
  ['characters beyond the first plane', '𠮷止𠮷血', ['𠮷血'], '𠮷止[𠮷血]'],
  ['a character that folds to several', '第㍿号', ['株式'], '第[㍿]号'],
  ['nothing', '敷料', ['止血'], '敷料'],
])('a title shows %s', (_what, text, words, expected) => {
  expect(marked(highlighted(text, words))).toBe(expected)
})

test('a long text shows the surroundings of its first hit', () => {
  const text = `${'甲'.repeat(60)}止血${'乙'.repeat(90)}`
  expect(marked(snippet(text, ['止血']))).toBe(`…${'甲'.repeat(16)}[止血]${'乙'.repeat(54)}…`)
  expect(marked(snippet('先 止血', ['止血']))).toBe('先 [止血]')
  expect(snippet(text, ['敷料'])).toBeUndefined()
})
