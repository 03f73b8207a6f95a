import { expect, test } from 'vitest'
import { type NotFiled, prefillNotFiled } from './not-filed.ts'

test('a decision not to file says the title, the conduct and its day', () => {
  const decision = {
    id: 'a',
    kind: 'filing',
    heldOn: '2026-05-06',
    evaluator: '评估小组（演示）',
    scores: {},
    outcome: 'not_file',
    reason: 'little_market',
    words: '市场规模有限（演示）',
    valueFen: null,
    files: [],
  }
  const say = (key: string, { number, reason }: NotFiled) => `${key}:${number}/${reason}`
  const known = prefillNotFiled({ number: 'CG-1', title: '骨钉' }, decision, say, '市场小')
  expect(known).toEqual({
    title: 'title:CG-1/市场小',
    conduct: 'conduct:CG-1/市场小\n市场规模有限（演示）',
    conductOn: '2026-05-06',
  })
  const bare = { ...decision, reason: null, words: null }
  expect(prefillNotFiled({ number: 'CG-1', title: '' }, bare, say, 'x')['conduct']).toBe(
    'conduct:CG-1/',
  )
})
