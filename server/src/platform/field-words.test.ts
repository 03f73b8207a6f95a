import { expect, test } from 'vitest'
import { fieldWords } from './field-words.ts'

test.each([
  ['nothing typed', 'too_small', { origin: 'string', minimum: 1 }, '请填写。'],
  ['too short', 'too_small', { origin: 'string', minimum: 12 }, '至少12个字符，请补充。'],
  ['too long', 'too_big', { origin: 'string', maximum: 100 }, '最多100个字符，请缩短。'],
  ['none of the options', 'invalid_value', { values: ['a'] }, '请从所列选项中选择。'],
  ['a number is told by its rule', 'too_small', { origin: 'number', minimum: 1 }, undefined],
  ['another rule', 'invalid_format', { format: 'uuid' }, undefined],
])('%s', (_name, rule, params, zh) => {
  expect(fieldWords(rule, params)?.zh).toBe(zh)
})
