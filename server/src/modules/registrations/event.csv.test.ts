import { expect, test } from 'vitest'
import { eventColumns } from './event.csv.ts'

type Row = Parameters<ReturnType<typeof eventColumns>[number]['value']>[0]

test('what was recorded in the morning in China bears that day, not the one before', () => {
  const made = eventColumns('en').find(({ heading }) => heading === 'Recorded on')
  const row = { madeAt: new Date('2026-06-30T16:30:00Z') }
  expect(made?.value(row as Row)).toBe('2026-07-01')
})
