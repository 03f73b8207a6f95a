import { firstService } from '@yizhuan/procedures'
import { expect, test } from 'vitest'
import { serviceFromHash, serviceToHash } from './service-scenario.ts'

const first = firstService('2026-11-28')

test('commissioned work comes back from its address whole, but for other income', () => {
  const typed = {
    ...first,
    ...{ kind: 'consulting' as const, method: 'fixed_ratio' as const, ratio: '1/3' },
    ...{ ratioBy: 'finance' as const, isRuled: false, share: '62.5%' },
    payments: [
      { on: '2026-12-01', amount: '1000.01', taxes: '0', costs: '' },
      { on: '2027-01-05', amount: '2000', taxes: '12.5', costs: '30' },
    ],
    members: [
      { share: '1/3', leads: true, other: '' },
      { share: '2/3', leads: false, other: '' },
    ],
  }
  expect(serviceFromHash(`#${serviceToHash(typed)}`, first)).toEqual(typed)
  const told = typed.members.map((one) => ({ ...one, other: '123456' }))
  expect(serviceToHash({ ...typed, members: told })).not.toContain('123456')
  const byRule = { ...first, byRule: true }
  expect(serviceFromHash(serviceToHash(byRule), first)).toEqual(byRule)
})

test('amounts that are written with thousands come back as they were typed', () => {
  const payments = [{ on: '2026-12-01', amount: '200,000', taxes: '12,000.50', costs: '1：2:3' }]
  const typed = { ...first, payments }
  expect(serviceFromHash(serviceToHash(typed), first)).toEqual(typed)
})

test('what an address leaves out or says in a way nobody knows is as at first', () => {
  expect(serviceFromHash('', first)).toEqual(first)
  const { kind, method, payments, members } = serviceFromHash(
    'kind=other&method=guess&payments=&team=',
    first,
  )
  expect([kind, method, payments, members]).toEqual(['service', 'actual_cost', [], []])
  const many = Array.from({ length: 99 }, () => '10%').join()
  expect(serviceFromHash(`team=${many}`, first).members).toHaveLength(30)
})
