import { articlesOf } from '@yizhuan/law-authoring'
import { describe, expect, test } from 'vitest'
import {
  type AnswerKind,
  answer,
  doubtsOf,
  settledText,
  type TextAnswer,
  takeIn,
} from './text-import.ts'

const body = [
  '示例办法（虚构）',
  '第一条 写下这份虚构的办法。',
  '12',
  '第二条 应当登记。',
  '第三条规定的例外另行说明。',
  '第五条 应当公示。',
].join('\n')

const given = (line: number, kind: string, what: AnswerKind, correction: string | null = null) =>
  ({ line, kind, answer: what, correction, name: '甲示例', at: new Date(0) }) as TextAnswer

test('doubts stand at their lines, with the line before', () => {
  const doubts = doubtsOf(body, []).map(({ line, kind }) => [line, kind])
  expect(doubts).toContainEqual([2, 'page-number'])
  expect(doubts).toContainEqual([4, 'cross-reference-at-line-start'])
  expect(doubts).toContainEqual([5, 'numbering'])
})

describe('an answer', () => {
  test('that accepts leaves the text as it was read', () => {
    const all = [given(2, 'page-number', 'accepted')]
    expect(settledText(body, all).raw).toBe(body)
    expect(doubtsOf(body, all).find(({ line }) => line === 2)?.answer?.name).toBe('甲示例')
  })

  test('that corrects a line keeps the places of all others, and the newest counts', () => {
    const all = [
      given(5, 'numbering', 'corrected', '第四条 应当公示。'),
      given(2, 'page-number', 'corrected', ''),
    ]
    const law = settledText(body, all)
    expect(articlesOf(law).map(({ path }) => path)).toEqual(['a1', 'a2', 'a4'])
    expect(law.raw.split('\n')).toHaveLength(6)
    const again = [...all, given(5, 'numbering', 'corrected', '第三条 应当公示。')]
    expect(articlesOf(settledText(body, again)).map(({ path }) => path)).toEqual(['a1', 'a2', 'a3'])
    expect(doubtsOf(body, again).filter((one) => one.answer === null)).toHaveLength(1)
  })

  test('to what is not doubted, or of several lines, is refused', () => {
    const code = (one: TextAnswer) => {
      const outcome = answer(body, [], one)
      return outcome.kind === 'refused' ? outcome.refusal.code : 'accepted'
    }
    expect(code(given(1, 'numbering', 'accepted'))).toBe('doubt-unknown')
    expect(code(given(5, 'numbering', 'corrected', '一\n二'))).toBe('correction-malformed')
    expect(code(given(5, 'numbering', 'accepted', '一'))).toBe('correction-malformed')
    expect(code(given(5, 'numbering', 'corrected', '第三条 应当公示。'))).toBe('accepted')
  })
})

test.each([
  ['nothing', '  \n ', 'text-empty'],
  ['no article', '这里没有条文', 'no-articles-found'],
  ['far too much', '第一条 长。'.repeat(400_000), 'text-too-long'],
])('%s is not taken in', (_what, text, code) => {
  expect(takeIn(text, ['a1'])).toMatchObject({ refusal: { code } })
})
