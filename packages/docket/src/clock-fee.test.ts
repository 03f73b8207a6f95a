import { type Day, day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { clocksOf } from './clock.ts'
import { clockFee } from './clock-fee.ts'
import type { RightKind } from './kind.ts'
import { foldRight, type RightEvent } from './legal-state.ts'
import { calendar, law } from './testing/law.ts'

type Told = Omit<Partial<RightEvent>, 'on'> & Pick<RightEvent, 'kind'> & { on: string }

function fees(
  kind: RightKind,
  told: readonly Told[],
  qualified: readonly object[] = [],
  owners = 1,
) {
  const events = told.map((one, at) => ({ id: `${at}`, source: '', ...one, on: day(one.on) }))
  const right = foldRight(kind, events as RightEvent[], owners)
  return Object.fromEntries(
    clocksOf(law, calendar, right).flatMap((clock) => {
      const known = { qualified: qualified as { from: Day; until: number | null }[] }
      const fee = clockFee(law, right, clock, known)
      return fee ? [[clock.key, fee]] : []
    }),
  )
}

const amounts = (found: ReturnType<typeof fees>) =>
  Object.fromEntries(
    Object.entries(found).map(([key, { fen }]) => [key, fen === null ? null : `${fen}`]),
  )

const filed = { kind: 'filed', on: '2026-05-20' } as const

test('an application asks for its fee and that of its examination, until they are paid', () => {
  expect(amounts(fees('invention', [filed]))).toEqual({
    'application-fee': '90000',
    'examination-fee': '250000',
  })
  expect(amounts(fees('utility_model', [filed]))).toEqual({ 'application-fee': '50000' })
  expect(fees('invention', [filed])['application-fee']).toMatchObject({
    besides: { en: expect.stringContaining('priorities') },
    paidBy: 'applicationFeePaid',
    verified: false,
  })
  const paid = { kind: 'applicationFeePaid', on: '2026-06-01' } as const
  expect(amounts(fees('invention', [filed, paid]))).toEqual({ 'examination-fee': '250000' })
})

test('what the office reduces is reduced, while the owners qualify', () => {
  const reduced = { kind: 'reductionRecorded', on: '2026-05-20' } as const
  expect(amounts(fees('invention', [filed, reduced]))).toEqual({
    'application-fee': '13500',
    'examination-fee': '37500',
  })
  expect(amounts(fees('invention', [filed, reduced], [], 2))['application-fee']).toBe('27000')
  const until = [{ from: day('2026-01-01'), until: null }]
  expect(amounts(fees('invention', [filed, reduced], until))['application-fee']).toBe('90000')
})

test('what nobody knows stays unknown, and what is paid late says what comes before it', () => {
  const found = fees('pct', [filed])
  expect(amounts(found)).toEqual({ 'pct-entry': null, 'pct-entry-late': '100000' })
  expect(found['pct-entry-late']).toMatchObject({ after: 'pct-entry', isReduced: false })
})

test('the fee of a renewal is that of its own term', () => {
  const granted = { kind: 'granted', on: '2016-12-01' } as const
  const paid = (on: string) => ({ kind: 'renewalFeePaid', on }) as const
  expect(amounts(fees('trademark', [granted]))).toEqual({
    'trademark-renewal': '50000',
    'trademark-renewal-late': '75000',
  })
  expect(amounts(fees('trademark', [granted, paid('2026-11-01')]))).toEqual({})
  const renewed = { kind: 'renewed', on: '2026-11-20' } as const
  expect(amounts(fees('trademark', [granted, paid('2026-11-01'), renewed]))).toEqual({
    'trademark-renewal': '50000',
    'trademark-renewal-late': '75000',
  })
})
