import { expect, test } from 'vitest'
import { placeWords } from './problem.ts'

test.each([
  ['parameter notice.days from 2026-12-01', '参数 notice.days（自 2026-12-01 起）'],
  ['parameter notice.days from no day', '参数 notice.days（未写起始之日）'],
  ['case «On the last day»', '算例 “On the last day”'],
  ['norm gd.mode met', '规范 gd.mode met'],
  ['gd-2025#a14.p1.i3', 'gd-2025#a14.p1.i3'],
])('%s is a place that people know by name', (where, zh) => {
  expect(placeWords(where)).toEqual({ zh, en: where })
})
