import { expect, test } from 'vitest'
import { SnoozeOrderWire } from './calendar.wire.ts'

const id = '01890000-0000-7000-8000-000000000001'

test.each([
  [`case/${id}/gd.report.in-time`, true],
  [`internal-rule/${id}/review`, true],
  [`right/${id}`, true],
  [`Case/${id}`, false],
  [`case/${id}/../x y`, false],
  ['case/1', false],
])('a reminder named %s can be put off: %s', (key, can) => {
  const order = { key, until: '2026-03-02', reason: '等待材料（示例）' }
  expect(SnoozeOrderWire.safeParse(order).success).toBe(can)
})
