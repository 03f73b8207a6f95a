import { expect, test } from 'vitest'
import { positionColumns } from './position.csv.ts'

type Row = Parameters<ReturnType<typeof positionColumns>[number]['value']>[0]

test('what was decided in the morning in China bears that day, not the one before', () => {
  const decided = positionColumns('en').find(({ heading }) => heading === 'Decided on')
  const row = { determination: { at: '2026-06-30T16:30:00.000Z' } }
  expect(decided?.value(row as Row)).toBe('2026-07-01')
})
