import type { Day } from '@yizhuan/kit'
import type { Pack, Source } from '@yizhuan/law'
import { expect, test } from 'vitest'
import { standingOf } from './policy.ts'

const standing = (source: Partial<Source>, status: Pack['status'] = 'published') =>
  standingOf({ pack: { status } as Pack, source: source as Source }, '2026-06-30' as Day)

test.each<[string, Partial<Source>, string]>([
  ['a draft stays one, whatever its blanks', { status: 'draft' }, 'draft'],
  ['without days', { status: 'in-force' }, 'in-force'],
  ['first day', { status: 'in-force', inForce: { from: '2026-06-30' } }, 'in-force'],
  ['before it', { status: 'in-force', inForce: { from: '2026-07-01' } }, 'not-yet'],
  [
    'last day',
    { status: 'in-force', inForce: { from: '2021-07-01', to: '2026-07-01' } },
    'in-force',
  ],
  [
    'day after',
    { status: 'in-force', inForce: { from: '2021-07-01', to: '2026-06-30' } },
    'expired',
  ],
  ['told to be over', { status: 'expired' }, 'expired'],
])('%s', (_, source, status) => {
  expect(standing(source)).toBe(status)
})

test('what another pack took the place of is superseded', () => {
  expect(standing({ status: 'in-force' }, 'withdrawn')).toBe('superseded')
  // What is over by itself says so.
  expect(standing({ status: 'expired' }, 'withdrawn')).toBe('expired')
})
