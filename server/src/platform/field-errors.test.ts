import { fieldWords } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldErrors } from './field-errors.ts'

test.each([
  ['nothing typed', 'too_small', { origin: 'string', minimum: 1 }, '请填写。'],
  ['too short', 'too_small', { origin: 'string', minimum: 12 }, '至少12个字符，请补充。'],
  ['too long', 'too_big', { origin: 'string', maximum: 100 }, '最多100个字符，请缩短。'],
  ['none of the options', 'invalid_value', { values: ['a'] }, '请从所列选项中选择。'],
  ['a small number', 'too_small', { origin: 'number', minimum: 1 }, '不得小于1。'],
  ['no number of a record', 'invalid_format', { format: 'uuid' }, '编号不正确，请重新选择。'],
  ['a rule of our own', 'custom', {}, undefined],
])('%s', (_name, rule, params, zh) => {
  expect(fieldWords(rule, params)?.zh).toBe(zh)
})

const asked = z.strictObject({
  text: z.string().min(1).max(3),
  year: z.int().min(2000).max(2100),
  share: z.number().multipleOf(5),
  kind: z.enum(['a', 'b']),
  lines: z.array(z.string()).min(1).max(2),
  is: z.boolean(),
  id: z.uuid(),
  mail: z.email(),
  either: z.union([z.literal('a'), z.number()]),
  part: z.object({ of: z.string() }),
})

// What the library says of a field is not for people: of everything it may say, we have words of our own.
test.each([
  ['nothing at all', {}],
  ['the wrong kinds', { text: 1, year: 'x', share: 'x', kind: 1, lines: 1, is: 1, id: 1, part: 1 }],
  [
    'values out of range',
    {
      text: '',
      year: 1999,
      share: 3,
      kind: 'c',
      lines: [],
      is: null,
      id: 'x',
      mail: 'x',
      either: 'x',
    },
  ],
  ['too much', { text: 'long', year: 2101.5, lines: ['a', 'b', 'c'], other: 1, mail: 1 }],
])('%s is told in plain words of both languages', (_name, given) => {
  const { error } = asked.safeParse(given)
  const told = (error?.issues ?? []).flatMap(({ code, path, message, ...params }) =>
    fieldErrors({ code, message, params, pointer: ['#', ...path].join('/') }),
  )
  expect(told.length).toBeGreaterThan(3)
  for (const { pointer, detail } of told) {
    expect([pointer, detail.zh]).not.toEqual([
      pointer,
      expect.stringMatching(/无效|期望|接收|[a-z]{4}/i),
    ])
    expect([pointer, detail.en]).not.toEqual([
      pointer,
      expect.stringMatching(/invalid|expected|received/i),
    ])
  }
})
