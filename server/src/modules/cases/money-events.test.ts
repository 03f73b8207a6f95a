import { transferCase } from '@yizhuan/procedures'
import { expect, test } from 'vitest'
import { moneyOf } from './money-events.ts'
import type { Entry } from './procedure.ts'

const record = (...acts: readonly (readonly [string, object])[]) =>
  [[transferCase.opening, {}] as const, ...acts].map(
    ([type, data], at) => ({ type, data, seq: at + 1, on: '2026-03-02' }) as unknown as Entry,
  )
const lines = [{ name: '示例甲', amount: '700' }]
const plan = { lines, toTto: '150', toCompany: '60', toInstitution: '150' }

test('what of the office’s part is the platform company’s is owed to it, and taken back with the payout', () => {
  const acts = [
    ['planDrafted', plan],
    ['planNoticeCertified', {}],
    ['paid', { lines, proof: '批次-1' }],
  ] as const
  const owed = [{ fen: 60n, person: '成果转化平台公司' }]
  const ofCompany = (entries: readonly Entry[]) =>
    moneyOf(entries).flatMap(({ event }) => (event.parts['owed']?.[0]?.fen === 60n ? [event] : []))
  expect(ofCompany(record(...acts))).toMatchObject([{ kind: 'companyPartOwed', parts: { owed } }])
  const reversed = record(...acts, ['distributionReversed', { resolution: '8号' }])
  expect(ofCompany(reversed)).toMatchObject([
    { kind: 'companyPartOwed' },
    { kind: 'companyPartReversed', parts: { owed } },
  ])
  const { toCompany: _none, ...without } = plan
  expect(ofCompany(record(['planDrafted', without], ...acts.slice(1)))).toEqual([])
})

test('what is passed on to the platform company is owed to it no more, and comes back in the books as well', () => {
  const told = (way: string) =>
    moneyOf(record(['companyPartSettled', { way, amount: '60', proof: '转付-1' }]))
  const moved = [{ fen: 60n, person: '成果转化平台公司' }]
  expect(told('passed_on')).toMatchObject([
    { event: { kind: 'companyPartPaid', parts: { paid: moved } }, reference: '转付-1' },
  ])
  expect(told('returned')).toMatchObject([
    { event: { kind: 'companyPartReturned', parts: { returned: moved } } },
  ])
})
