import { expect, test } from 'vitest'
import { likeEnough, likeness, rightNumbersIn } from './likeness.ts'

test.each([
  ['可吸收止血材料', '一种可吸收的止血材料（示例）', true],
  ['可吸收止血材料', '可吸收止血材料', true],
  ['可吸收止血材料', '骨科牵引架', false],
  ['AI辅助肺结节筛查软件', 'ai 辅助肺结节筛查', true],
  ['a', 'b', false],
])('%s and %s are alike: %s', (one, other, isLike) => {
  expect(likeness(one, other) >= likeEnough).toBe(isLike)
  expect(likeness(one, other)).toBe(likeness(other, one))
})

test('numbers of rights are found in any notation', () => {
  expect(rightNumbersIn('见 ZL 202310123456.7 和 2024SR1234567；电话 02012345678')).toEqual([
    '2023101234567',
    '2024sr1234567',
  ])
})
