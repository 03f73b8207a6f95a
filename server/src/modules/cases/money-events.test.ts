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

test('a plan that is to be decided is owed once it was decided for, and its notice is over', () => {
  const cash = [{ name: '示例甲', award: 'cash', amount: '700' }]
  const asking = { ...plan, lines: cash, decisionAsked: { version: 1, title: '办法' } }
  const owedAfter = (...acts: readonly (readonly [string, object])[]) =>
    moneyOf(record(['planDrafted', asking], ...acts))
      .filter(({ event }) => event.kind === 'rewardOwed')
      .map(({ seq, event }) => [seq, event.parts['owed']])
  const owed = [{ fen: 700n, person: '示例甲' }]
  const certified = ['planNoticeCertified', {}] as const
  const decided = (result: string) => ['planDecided', { result }] as const
  expect(owedAfter(certified)).toEqual([])
  expect(owedAfter(certified, decided('deferred'))).toEqual([])
  expect(owedAfter(certified, decided('rejected'))).toEqual([])
  expect(owedAfter(certified, decided('passed'))).toEqual([[4, owed]])
  expect(owedAfter(decided('passed'), certified)).toEqual([[4, owed]])
  // Drafted anew it is decided on anew.
  const anew = ['planDrafted', asking] as const
  expect(owedAfter(certified, decided('passed'), anew, certified)).toEqual([
    ...[
      [4, owed],
      [5, [{ fen: -700n, person: '示例甲' }]],
    ],
  ])
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
