import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DiffPart, diffOf } from './compare.ts'

const side = (parts: readonly DiffPart[], without: DiffPart['is']) =>
  parts
    .filter(({ is }) => is !== without)
    .map(({ text }) => text)
    .join('')

test('signs, numbers and words are told one by one', () => {
  expect(diffOf('乙方在30日内支付1,200.00元。', '乙方应在60日内支付1,200.00元。')).toEqual([
    { is: 'same', text: '乙方' },
    { is: 'added', text: '应' },
    { is: 'same', text: '在' },
    { is: 'gone', text: '30' },
    { is: 'added', text: '60' },
    { is: 'same', text: '日内支付1,200.00元。' },
  ])
})

test('whatever the two texts are, each can be read off the comparison', () => {
  const text = fc.string({ unit: fc.constantFrom(...'甲乙丙 ab1,.。\n𠮷') })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffOf(before, after)
      expect(side(parts, 'added')).toBe(before)
      expect(side(parts, 'gone')).toBe(after)
      if (before === after) expect(parts.every(({ is }) => is === 'same')).toBe(true)
    }),
  )
})

test('two long texts without anything in common are told as a whole, at once', () => {
  const parts = diffOf('甲'.repeat(8000), '乙'.repeat(8000))
  expect(parts.map(({ is }) => is)).toEqual(['gone', 'added'])
})
